// Where the parts are: in here. Nothing is fetched and no address is written, so any bundler, and a classic script, can hold it.

import * as widgetGlue from './nms-advisor_glue.js';
import packed from './nms-advisor_packed.js';
import ruleSetText from './nms-advisor_rule-set.js';
import * as readerGlue from './data-in/nms-advisor-data-in_glue.js';

const FILES = {
  glue: async () => widgetGlue,
  wasm: () => unpacked(packed.widget),
  dataIn: async () => ({
    ...readerGlue,
    start: async (take, source) => readerGlue.default({ module_or_path: await take(source, () => unpacked(packed.reader), packed.readerDigest) }),
  }),
  ruleSet: async () => ruleSetText,
};

/** What stands in the place of an address here: the bytes. */
const beside = (place) => place();

/** WebAssembly that was packed with gzip and written as base64. */
async function unpacked(text) {
  try {
    const stream = new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]).stream();
    return await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch (error) {
    throw fault('damaged', SAID.causes.packed(error.message));
  }
}
