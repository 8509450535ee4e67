// The functions of the contract. The build puts before it where its parts are (FILES), and behind it the element.

/**
 * What all copies of this version on a page share, as `nms-advisor` and `nms-advisor/functions` are two files: what `init` was
 * given, which wins over what the page says; the start; the glue; and who is told of an instance that has come to its end.
 */
const shared = (globalThis[Symbol.for(`nms-advisor ${WASM_DIGEST}`)] ??= { given: {}, started: null, glue: null, stopped: () => {} });

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
    if (source !== undefined) shared.given[name] = { source, unchecked: unchecked === true };
  }
  return start();
}

/** The same for an element, whose attributes win over the meta elements of the page. */
function start({ wasm } = {}) {
  const page = { source: wasm ?? named('nms-advisor-wasm') };
  shared.started ??= loadFrom(page).catch((error) => {
    shared.started = null;
    throw error;
  });
  return shared.started;
}

/** An address that the page gives in a meta element. */
function named(name) {
  return (typeof document !== 'undefined' && document.querySelector(`meta[name="${name}"]`)?.content) || undefined;
}

async function loadFrom(page) {
  const first = shared.given.wasm;
  try {
    await load(first ?? page);
  } catch (error) {
    // in the meantime somebody may have said where it is
    if (shared.given.wasm === first) throw error;
    await load(shared.given.wasm);
  }
}

async function load(wasm) {
  // both at once; the glue is imported here and not above, so that its absence can be told to a reader
  const [loaded, source] = await Promise.all([FILES.glue(), take(wasm, FILES.wasm, WASM_DIGEST)]);
  await loaded.default({ module_or_path: source });
  // on a server the parts are at hand: there everything answers at once, and what is missing is told when it is called
  if (inNode()) await Promise.allSettled([outside.preload(), rules.preload()]);
  shared.glue = loaded;
}

/** WebAssembly from wherever it was said to be, or from beside this module; only that of this version, unless that is waived. */
async function take({ source, unchecked }, place, digest) {
  const from = (await source) ?? undefined;
  if (from !== undefined && typeof from !== 'string' && !(from instanceof URL)) return unchecked ? copyOf(from) ?? from : checked(from, digest);
  const address = from ?? (await beside(place));
  // by its name: where something stands in for a browser, it may be of another realm
  if (Object.prototype.toString.call(address) === '[object ArrayBuffer]') {
    const checks = await subtle();
    if (!checks || (await fits(address, digest, checks))) return address;
    throw fault('damaged', SAID.causes.unpacked(digest));
  }
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

function missing(address, status) {
  const said = inNode() && String(address).startsWith('file:') ? SAID.causes.notBeside : SAID.causes.answered;
  return fault('missing', said(address, status), { address: String(address), status });
}

// the reader of texts and records: only where there is something to read
async function loadDataIn() {
  const kit = await FILES.dataIn();
  await kit.start(take, shared.given.dataInWasm ?? { source: named('nms-advisor-data-in-wasm') });
  return kit;
}

const outside = readers(loadDataIn);
const rules = ruleSetIn(FILES.ruleSet);

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

export const { assess, ruleSet, toCdsHooksCards } = contract(() => shared.glue, (message) => shared.stopped(message), rules);
export const { fromText, fromFhir } = outside;
