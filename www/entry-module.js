// The package's entry: the functions of the contract, and the element where there is a DOM.

let started = null;

/**
 * Loads and initialises the WebAssembly. Safe to call more than once; a failed attempt can be repeated.
 * @param {{ wasm?: URL | string | BufferSource | WebAssembly.Module | Promise<Response> }} [options]
 * @returns {Promise<void>}
 */
export default function init(options = {}) {
  started ??= load(options.wasm).catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

async function load(wasm) {
  const source = wasm ?? new URL('./nms-advisor_bg.wasm', import.meta.url);
  await glue({ module_or_path: await readable(source) });
}

// Node cannot fetch a file: there the bytes are read
async function readable(source) {
  const isFile = source instanceof URL && source.protocol === 'file:';
  if (!isFile || typeof process === 'undefined' || !process.versions?.node) return source;
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises');
  return readFile(source);
}

let initialised = false;
const whenReady = (call) => (...args) => {
  if (!initialised) throw new Error('nms-advisor: call `await init()` first');
  return call(...args);
};
const glue = async (input) => {
  await initGlue(input);
  initialised = true;
};

/** Assesses findings. Pure and synchronous. @see nms-advisor.d.ts */
export const assess = whenReady(wasmAssess);
/** The bundled rule set as JSON. @see nms-advisor.d.ts */
export const ruleSet = whenReady(wasmRuleSet);
/** CDS Hooks cards of an assessment. @see nms-advisor.d.ts */
export const toCdsHooksCards = whenReady(wasmCards);

if (typeof customElements !== 'undefined') {
  defineAdvisor({ start: init, mount: (root, options, onChange) => new Advisor(root, options, onChange), onCrash, css: STYLE_SHEET });
}
