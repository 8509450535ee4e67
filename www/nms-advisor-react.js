// The package for React: the same functions and the same element. What it adds is types, in the file beside it.
export * from './nms-advisor.js';
export { default } from './nms-advisor.js';
