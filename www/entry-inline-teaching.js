// The teaching room where everything is inlined: beside `nms-advisor/inline`, which it brings along.

import initGlue, * as glue from './teaching/nms-advisor-teaching_glue.js';
import packed from './teaching/nms-advisor-teaching_packed.js';

export { default, assess, fromFhir, fromText, ruleSet, toCdsHooksCards } from './nms-advisor-inline.js';

const KIT = {
  css: TEACHING_SHEET,
  mount: (...args) => glue.mountSeminar(...args),
  onCrash: (told) => glue.onCrash(told),
  drawing: () => glue.drawing(),
  restart: () => glue.restart(),
};

let started = null;

// asked when an element starts, which is on a later task
globalThis[Symbol.for(`nms-advisor ${WASM_DIGEST}`)].room = (unpacked, take, given) => {
  started ??= take(given ?? {}, () => unpacked(packed), TEACHING_DIGEST)
    .then((bytes) => initGlue({ module_or_path: bytes }))
    .then(() => KIT, (error) => {
      started = null;
      throw error;
    });
  return started;
};
