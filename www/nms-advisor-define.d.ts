// Importing it defines `<nms-advisor>`. The types of the element come along.

import './nms-advisor.js';
export {};
