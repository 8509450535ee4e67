// The teaching room, loaded by the element where it is asked for: the same handle as the widget's own, with more views.

import initGlue, * as glue from './nms-advisor-teaching_glue.js';

export const css = TEACHING_SHEET;

/**
 * Initialises it.
 * @param {(source: unknown, place: () => URL, digest: string) => Promise<unknown>} take Gets WebAssembly of this version.
 * @param {unknown} source Where it is; without it, beside this module.
 */
export async function start(take, source) {
  await initGlue({ module_or_path: await take(source, () => new URL('./nms-advisor-teaching_bg.wasm', import.meta.url), TEACHING_DIGEST) });
}

export const mount = (...args) => glue.mountSeminar(...args);
export const onCrash = (told) => glue.onCrash(told);
export const drawing = () => glue.drawing();
export const restart = () => glue.restart();
