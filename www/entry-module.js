// The package's entry: the functions of the contract, and the element where there is a DOM.

let started = null;
let glue = null;

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
  // both at once; the glue is imported here and not above, so that its absence can be told to a reader
  const [loaded, source] = await Promise.all([
    import('./nms-advisor_glue.js').catch((error) => diagnose(new URL('./nms-advisor_glue.js', import.meta.url), error)),
    wasm === undefined ? own(new URL('./nms-advisor_bg.wasm', import.meta.url)) : given(wasm),
  ]);
  await loaded.default({ module_or_path: source });
  glue = loaded;
}

const inNode = () => typeof process !== 'undefined' && Boolean(process.versions?.node);

// Node cannot fetch a file: there the bytes are read
async function bytesInNode(address) {
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises');
  return readFile(address);
}

// the WebAssembly of this version, and no other
async function own(address, digest = WASM_DIGEST) {
  if (address.protocol === 'file:' && inNode()) return bytesInNode(address);
  try {
    return await fetch(address, { integrity: digest });
  } catch (error) {
    return diagnose(address, error, digest);
  }
}

let room = null;

// the teaching room: only where an element asks for it
function loadRoom() {
  room ??= import('./teaching/nms-advisor-teaching.js')
    .catch((error) => diagnose(new URL('./teaching/nms-advisor-teaching.js', import.meta.url), error))
    .then(async (kit) => {
      await kit.start(own);
      return kit;
    })
    .catch((error) => {
      room = null;
      throw error;
    });
  return room;
}

async function given(wasm) {
  if (wasm instanceof URL && wasm.protocol === 'file:' && inNode()) return bytesInNode(wasm);
  if (!(typeof wasm === 'string' || wasm instanceof URL)) return wasm;
  try {
    const response = await fetch(wasm);
    return response.ok ? response : await diagnose(wasm, null);
  } catch (error) {
    return diagnose(wasm, error);
  }
}

// a browser does not say why it did not load something: look
async function diagnose(address, error, digest = WASM_DIGEST) {
  if (typeof error?.code === 'string') throw error;
  const facts = { address: String(address), cause: error };
  let response;
  try {
    response = await fetch(address);
  } catch (again) {
    throw fault('unreachable', SAID.causes.notFetched(address, again.message), facts);
  }
  const { status, ok } = response;
  if (!ok) throw fault('missing', SAID.causes.answered(address, status), { ...facts, status });
  const type = (response.headers.get('Content-Type') ?? SAID.causes.noType).split(';')[0];
  const script = facts.address.endsWith('.js');
  const [wanted, fits] = script ? ['text/javascript', /javascript/.test(type)] : ['application/wasm', await isWasm(response)];
  if (!fits) throw fault('type', SAID.causes.type(address, type), { ...facts, type, wanted });
  if (script) throw fault('unreachable', SAID.causes.notImported(address, error?.message), facts);
  throw fault('integrity', SAID.causes.digest(address, digest), facts);
}

async function isWasm(response) {
  const [first, ...rest] = new Uint8Array(await response.arrayBuffer()).slice(0, 4);
  return first === 0 && String.fromCharCode(...rest) === 'asm';
}

const whenReady = (name) => (...args) => {
  if (!glue) throw new Error(SAID.causes.notInitialised);
  return glue[name](...args);
};

/** Assesses findings. Pure and synchronous. @see nms-advisor.d.ts */
export const assess = whenReady('assess');
/** The bundled rule set as JSON. @see nms-advisor.d.ts */
export const ruleSet = whenReady('ruleSet');
/** CDS Hooks cards of an assessment. @see nms-advisor.d.ts */
export const toCdsHooksCards = whenReady('toCdsHooksCards');

if (typeof customElements !== 'undefined') {
  defineAdvisor({
    needs: ['WebAssembly', 'adoptedStyleSheets'],
    start: init,
    mount: (...args) => new glue.Advisor(...args),
    drawing: () => glue.drawing(),
    onCrash: (told) => glue.onCrash(told),
    restart: () => glue.restart(),
    guideline: async () => (await import('./nms-advisor_guideline.js')).default,
    css: STYLE_SHEET,
    room: loadRoom,
  });
}
