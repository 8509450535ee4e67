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
    start: async (take, source) => readerGlue.default({ module_or_path: await take(source, () => unpacked(packed.reader), READER_DIGEST) }),
  }),
  ruleSet: async () => ruleSetText,
};

/** What stands in the place of an address here: the bytes. */
const beside = (place) => place();

/** WebAssembly that was packed with gzip and written as base64. */
async function unpacked(text) {
  try {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    // no `Blob`: that of jsdom has no stream
    const { readable, writable } = new DecompressionStream('gzip');
    const writer = writable.getWriter();
    const put = writer.write(bytes).then(() => writer.close());
    const [whole] = await Promise.all([new Response(readable).arrayBuffer(), put]);
    return whole;
  } catch (error) {
    throw fault('damaged', SAID.causes.packed(error.message));
  }
}
