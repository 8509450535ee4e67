// The package's entry: the functions of the contract, and the element where there is a DOM.

let started = null;
let glue = null;
let stopped = () => {}; // tells the element of an instance that has come to its end

/** What `init` was given; it wins over what the page says. */
const given = {};

const inNode = () => typeof process !== 'undefined' && Boolean(process.versions?.node);

/**
 * Loads and initialises the WebAssembly. Safe to call more than once; a failed attempt can be repeated. What is given counts
 * until the WebAssembly is there.
 * @param {{ wasm?: Source, teachingWasm?: Source, dataInWasm?: Source, unchecked?: boolean }} [options] Where the WebAssembly
 *   is: of the widget, of the teaching room, and of the reader of texts and records. What this call gives is held against the
 *   digest of this version, unless `unchecked` is true.
 * @returns {Promise<void>}
 *
 * @typedef {URL | string | BufferSource | WebAssembly.Module | Response} Given
 * @typedef {Given | Promise<Given>} Source A compiled module has no bytes to check: it needs `unchecked`.
 */
export default function init(options) {
  const { unchecked, ...sources } = options ?? {};
  for (const name of ['wasm', 'teachingWasm', 'dataInWasm']) {
    const source = sources[name] ?? undefined;
    if (source !== undefined) given[name] = { source, unchecked: unchecked === true };
  }
  return start();
}

/** The same for an element, whose attributes win over the meta elements of the page. */
function start({ wasm } = {}) {
  const page = { source: wasm ?? named('nms-advisor-wasm') };
  started ??= loadFrom(page).catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

/** An address that the page gives in a meta element. */
function named(name) {
  return (typeof document !== 'undefined' && document.querySelector(`meta[name="${name}"]`)?.content) || undefined;
}

async function loadFrom(page) {
  const first = given.wasm;
  try {
    await load(first ?? page);
  } catch (error) {
    // in the meantime somebody may have said where it is
    if (given.wasm === first) throw error;
    await load(given.wasm);
  }
}

async function load(wasm) {
  // both at once; the glue is imported here and not above, so that its absence can be told to a reader
  const [loaded, source] = await Promise.all([
    import('./nms-advisor_glue.js').catch((error) => diagnose(beside(() => new URL('./nms-advisor_glue.js', import.meta.url)), error)),
    take(wasm, () => new URL('./nms-advisor_bg.wasm', import.meta.url), WASM_DIGEST),
  ]);
  await loaded.default({ module_or_path: source });
  // in Node the files lie beside each other: there everything answers at once, and what is missing is told when it is called
  if (inNode()) await Promise.allSettled([outside.preload(), rules.preload()]);
  glue = loaded;
}

/** An address beside this module, if the module knows where it was loaded from. */
function beside(address) {
  let found;
  try {
    found = address();
  } catch (error) {
    throw fault('format', SAID.causes.noPlace(import.meta.url), { cause: error });
  }
  if (found.protocol !== 'file:' || inNode() || location.protocol === 'file:') return found;
  throw fault('format', SAID.causes.noPlace(import.meta.url));
}

/** WebAssembly from wherever it was said to be, or from beside this module; only that of this version, unless that is waived. */
async function take({ source, unchecked }, place, digest) {
  const from = (await source) ?? undefined;
  if (from !== undefined && typeof from !== 'string' && !(from instanceof URL)) return unchecked ? copyOf(from) ?? from : checked(from, digest);
  const address = from ?? beside(place);
  if (address.protocol === 'file:' && inNode()) return bytesInNode(address, unchecked ? undefined : digest);
  const checks = Boolean(await subtle());
  let response;
  try {
    // without the browser's own check, whose complaint about the text of a 404 leads astray; over plain http there is no other
    response = await fetch(address, checks || unchecked ? {} : { integrity: digest });
  } catch (error) {
    return diagnose(address, error, digest);
  }
  if (!response.ok) throw missing(address, response.status);
  const whole = !checks || unchecked || (await fits(await response.clone().arrayBuffer(), digest, await subtle()));
  return whole ? response : diagnose(address, null, digest);
}

/** What a script hands over instead of an address: bytes, or a response that has them. */
async function checked(from, digest) {
  const answer = typeof from.arrayBuffer === 'function';
  if (answer && from.ok === false) throw missing(from.url, from.status);
  const bytes = answer ? await from.clone().arrayBuffer() : copyOf(from);
  if (!bytes) throw fault('unchecked', SAID.causes.noBytes);
  if (await fits(bytes, digest, await subtle())) return bytes;
  const address = from.url || SAID.handed;
  throw fault('integrity', SAID.causes.digest(address, digest), { address });
}

/** The bytes of an array buffer or of a view, as they are now, so that what is checked is what is compiled; else nothing. */
function copyOf(from) {
  if (ArrayBuffer.isView(from)) return new Uint8Array(from.buffer, from.byteOffset, from.byteLength).slice();
  return Object.prototype.toString.call(from) === '[object ArrayBuffer]' ? from.slice(0) : undefined;
}

// Node cannot fetch a file: there the bytes are read
async function bytesInNode(address, digest) {
  const { readFile } = await ofNode('fs/promises');
  const bytes = await readFile(address).catch((error) => { throw missing(address, error.code); });
  if (!digest || (await fits(bytes, digest, await subtle()))) return bytes;
  throw fault('integrity', SAID.causes.digest(address, digest), { address: String(address) });
}

/** What computes digests: in a browser where the page is secure; in Node always, in Node 18 from a module. */
async function subtle() {
  return globalThis.crypto?.subtle ?? (inNode() ? (await ofNode('crypto')).webcrypto.subtle : undefined);
}

function ofNode(name) {
  // put together, so that no bundler for browsers looks for it
  const part = ['node', name].join(':');
  return import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ part);
}

const missing = (address, status) => fault('missing', SAID.causes.answered(address, status), { address: String(address), status });

let room = null;

// the teaching room: only where an element asks for it
function loadRoom({ teachingWasm } = {}) {
  const page = { source: teachingWasm ?? named('nms-advisor-teaching-wasm') };
  room ??= import('./teaching/nms-advisor-teaching.js')
    .catch((error) => diagnose(beside(() => new URL('./teaching/nms-advisor-teaching.js', import.meta.url)), error))
    .then(async (kit) => {
      await kit.start(take, given.teachingWasm ?? page);
      return kit;
    })
    .catch((error) => {
      room = null;
      throw error;
    });
  return room;
}

// the reader of texts and records: only where there is something to read
async function loadDataIn() {
  const kit = await import('./data-in/nms-advisor-data-in.js')
    .catch((error) => diagnose(beside(() => new URL('./data-in/nms-advisor-data-in.js', import.meta.url)), error));
  await kit.start(take, given.dataInWasm ?? { source: named('nms-advisor-data-in-wasm') });
  return kit;
}

const outside = readers(loadDataIn);
const rules = ruleSetIn(async () => (await import('./nms-advisor_rule-set.js')).default);

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
  if (!response.ok) throw missing(address, response.status);
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

export const { assess, ruleSet, toCdsHooksCards } = contract(() => glue, (message) => stopped(message), rules);
export const { fromText, fromFhir } = outside;

if (typeof customElements !== 'undefined') {
  defineAdvisor({
    versions: { ...VERSIONS, digest: WASM_DIGEST },
    needs: ['Window', 'WebAssembly', 'adoptedStyleSheets'],
    start,
    mount: (...args) => new glue.Advisor(...args),
    drawing: () => glue.drawing(),
    onCrash: (told) => {
      stopped = told;
      glue.onCrash(told);
    },
    restart: () => glue.restart(),
    guideline: async () => (await import('./nms-advisor_guideline.js')
      .catch((error) => diagnose(beside(() => new URL('./nms-advisor_guideline.js', import.meta.url)), error))).default,
    css: STYLE_SHEET,
    room: loadRoom,
    outside,
  });
}
