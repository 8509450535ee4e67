// The functions without the element: importing them defines nothing.

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';
