// The reader of texts and records, loaded on first use.

import initGlue, * as glue from './nms-advisor-data-in_glue.js';

/**
 * Initialises it.
 * @param {(source: unknown, place: () => URL, digest: string) => Promise<unknown>} take Gets WebAssembly of this version.
 * @param {unknown} source Where it is; without it, beside this module.
 */
export async function start(take, source) {
  await initGlue({ module_or_path: await take(source, () => new URL('./nms-advisor-data-in_bg.wasm', import.meta.url), DATA_IN_DIGEST) });
}

export const { fromText, fromFhir, restart } = glue;
