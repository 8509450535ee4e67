// The teaching room, loaded by the element where it is asked for: the same handle as the widget's own, with more views.

import initGlue, * as glue from './nms-advisor-teaching_glue.js';

export const css = TEACHING_SHEET;

/**
 * Initialises it.
 * @param {(address: URL, digest: string) => Promise<Response>} fetchOwn Fetches a file of this version.
 */
export async function start(fetchOwn) {
  await initGlue({ module_or_path: await fetchOwn(new URL('./nms-advisor-teaching_bg.wasm', import.meta.url), TEACHING_DIGEST) });
}

export const mount = (...args) => glue.mountSeminar(...args);
export const onCrash = (told) => glue.onCrash(told);
export const drawing = () => glue.drawing();
export const restart = () => glue.restart();
