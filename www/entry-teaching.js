import initGlue, { mountSeminar, onCrash } from './nms-advisor-teaching_glue.js';
export const css = TEACHING_SHEET;
export const start = () => initGlue({ module_or_path: new URL('./nms-advisor-teaching_bg.wasm', import.meta.url) });
export const mount = (root, options, onChange) => mountSeminar(root, options, onChange);
export { onCrash };
