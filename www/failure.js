// What is shown where the advice cannot be: what went wrong, how to mend it, and the guideline as static text.
// No import and no export: the build puts this text before the element.

/**
 * What the element and its entries say; the widget has its own words. `FAULTS` below says what is wrong and how to mend it,
 * `causes` says it to whoever set the page up, in one line beneath.
 */
const SAID = {
  loading: 'NMS Advisor is loading …',
  notStarted: 'NMS Advisor could not start, so there is no advice here.',
  tryAgain: 'Try again',
  startEmpty: 'Start again with an empty form',
  withdrawn: 'This version of NMS Advisor was withdrawn, so there is no advice here.',
  stopped: 'NMS Advisor has stopped because of an error of its own. Its advice has been removed.',
  stoppedTwice: 'NMS Advisor stopped twice on this case, so there is no advice here.',
  restarted: 'NMS Advisor had an error of its own and was restarted. Check your entries: they are those from before the error.',
  checked: 'I have checked them',
  changed: 'Something in this page keeps changing the advice, so it was taken away.',
  notRestarted: 'NMS Advisor could not be restarted, so there is no advice here.',
  entered: 'What was entered (patient data): ',
  save: 'Save it as a file',
  noGuideline: 'The guideline as static text could not be loaded either. Without it: stop every antipsychotic and other dopamine antagonist, unless the only trigger is the withdrawal of a dopaminergic drug, which is then restarted; supportive care, cooling and intravenous fluids; call critical care; do not restrain; do not wait for confirmation. Draft: not clinically reviewed.',
  coveredShort: 'The case is covered',
  covered: (minutes) => `Covered after ${minutes} min without use. What was entered is kept.`,
  cleared: (minutes) => `The case was cleared after ${minutes} min without use.`,
  showCase: 'Show the case',
  clearCase: 'Clear the case',
  dismiss: 'Dismiss',
  draft: 'Draft: not clinically reviewed.',
  guideline: 'Guideline as static text',
  andNo: ' and no ',
  theWasm: 'the WebAssembly',
  unknown: 'unknown',
  version: (code, rules, digest, built) => `version ${code} with rule set ${rules}${built ? `, built ${built}` : ''}${digest ? ` (${digest})` : ''}`,
  copy: ({ code, rules, built, oldFrom }) => {
    const now = new Date();
    const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    return `Version ${code}, rule set ${rules}, built ${built}.${today >= oldFrom ? ' This copy is old: look for a newer one.' : ''}`;
  },
  handed: 'what was given to init',
  causes: {
    lacks: (lacks) => `this browser has no ${lacks}`,
    notFetched: (address, why) => `${address} could not be fetched: ${why}`,
    notImported: (address, why) => `${address} could not be imported: ${why}`,
    answered: (address, status) => `${address} answered with ${status}`,
    type: (address, type) => `${address} is ${type}`,
    noType: 'nothing',
    noBytes: 'what was given to init is neither an address nor bytes nor a response: its digest cannot be checked',
    notChecked: 'nms-advisor: this page is not secure (plain http), so the digest of the bytes that were given to init cannot be checked',
    digest: (address, digest) => `${address} does not have the digest ${digest}`,
    packed: (why) => `the WebAssembly in this file cannot be unpacked: ${why}`,
    unpacked: (digest) => `the WebAssembly in this file does not have the digest ${digest}`,
    notTaught: 'The teaching room is not there: set the attribute `room` or `case` first.',
    notBeside: (address, status) => `${address} is not there (${status}). On a server, leave the package out of the bundle, or import \`nms-advisor/inline\`, which needs no file`,
    noInlineRoom: 'the teaching room is not inlined here: import `nms-advisor/inline-teaching`',
    noRoom: 'the build without WebAssembly has no teaching room',
    computation: (why) => `the computation stopped: ${why}; the next call finds a fresh instance`,
    noPlace: (place) => `the module was loaded from ${place ? String(place) : 'an address that it was not told'}`,
    twice: (first, second) => `nms-advisor: this page loads two versions. <nms-advisor> is ${first}; ${second} came later and does not show. Load one.`,
    notInitialised: 'nms-advisor: call `await init()` first',
    notReady: 'nms-advisor: not ready yet; await `ready` first',
    notPlain: 'nms-advisor: `findings` must be a plain object with one entry for each answer',
    notJson: (place) => `\`findings\` came as a text that is not JSON${place ? `: ${place}` : ''}`,
    objectText: (text) => `\`findings\` came as the text "${text}": an object was written as an attribute before the element was defined. Import the module first, or set the property`,
    curly: '`findings` came as a text with curly quotes: JSON takes straight ones (")',
    notUsed: (known, others) => `nms-advisor: the page sent answers that are not used: ${[...known, ...(others ? [others > 1 ? `${others} keys that are none` : '1 key that is none'] : [])].join(', ')}. \`assessment.issues\` says why`,
    stopped: (name, place) => `nms-advisor: stopped by ${name}; the case is restored\n${place}`,
    readOnly: (name) => `nms-advisor: \`${name}\` is read only; what was set is passed over`,
    noText: (name) => `nms-advisor: \`${name}\` takes a text, a number or nothing; what was set is passed over`,
    changed: 'something in this page, such as a translator or an extension, changed the advice; it was drawn again',
  },
};

/** An error of which it is known what is wrong. */
function fault(code, message, facts = {}) {
  return Object.assign(new Error(`nms-advisor: ${message}`), { code, ...facts });
}

/** Where an error came from, without its message, which may quote what was entered: trackers collect what the console is told. */
const placeOf = (error) => String(error?.stack ?? '').split('\n').filter((line) => /^\s+at |^[^\s(]*@/.test(line)).slice(0, 12).join('\n');

/** What Vite's development server does before version 8. */
const moved = (address) => (String(address).includes('/.vite/deps/') ? ' Vite has moved the module away from its files: set optimizeDeps: { exclude: ["nms-advisor"] }.' : '');

/** What happened, and what to do about it: one sentence or two each, for whoever set the page up. */
const FAULTS = {
  'old-browser': ({ lacks }) => [
    `This browser is too old: it has no ${lacks}.`,
    'Use a current Chrome, Edge, Firefox or Safari, of 2023 or later.',
  ],
  missing: ({ address, status }) => [
    `The server has no file at ${address} (${status}).`,
    `Copy every file of the package into one folder, give the address (attribute “wasm” or init({ wasm: address })), or have a bundler take nms-advisor/inline.${moved(address)}`,
  ],
  type: ({ address, type, wanted }) => [
    `At ${address} the server sends “${type}” instead of “${wanted}”.`,
    `Let the server send this file as ${wanted}. A server that answers every address with its start page has to leave the files of the package out.${moved(address)}`,
  ],
  unreachable: ({ address }) => [
    `${address} could not be fetched: there is no connection, or something on the way blocks it.`,
    'Check the connection and try again. If a proxy or an extension blocks the file, allow it.',
  ],
  connect: ({ address }) => [
    `The content security policy of this page forbids to fetch ${address}.`,
    "Add the file's host to connect-src; for a file of the page's own host that is 'self'.",
  ],
  blocked: ({ address }) => [
    `The content security policy of this page forbids to run ${address}, a part of the module.`,
    "Add the file's host to script-src, or 'strict-dynamic' beside a nonce or a hash: these do not cover what a module imports.",
  ],
  policy: () => [
    'The content security policy of this page forbids WebAssembly.',
    "Add 'wasm-unsafe-eval' to script-src: it allows WebAssembly and nothing else. Where that is not possible, use the build without WebAssembly.",
  ],
  integrity: ({ address }) => [
    `${address === SAID.handed ? 'What was given to init' : `The file at ${address}`} is not the one that belongs to this version: it was changed, cut short, or is an old copy.`,
    'Copy all files of the package again and clear the caches on the way. A proxy that changes files has to leave this one alone.',
  ],
  unchecked: () => [
    'What was given to init cannot be checked: a compiled module has no bytes to compare.',
    'Give its address, its bytes or a response. Where you answer for it yourself: init({ wasm, unchecked: true }).',
  ],
  format: () => [
    'The module does not know where it was loaded from: it was bundled as a classic script, or it comes from a blob: or file: address.',
    'Give the address of the WebAssembly, by init({ wasm: address }) or the attribute “wasm”, bundle as an ES module, or use the single file.',
  ],
  file: ({ address }) => [
    `This page was opened as a file, and browsers do not load ${address} from a file.`,
    'Open nms-advisor.html, which is made for that, or put the folder on a web server.',
  ],
  versions: () => [
    'The files of the package are of different versions.',
    'Copy all files of the package again and clear the caches on the way.',
  ],
  'no-room': () => [
    'This delivery has no teaching room.',
    'Use the package, the site, the single file or nms-advisor/inline-teaching, or take away the attribute “room” and the view of the room.',
  ],
  changed: () => [
    'A translator, an extension or a script of the page rewrites what the widget says. Translated advice can lose a “not”.',
    'Switch it off for this page, then try again. The answers are kept.',
  ],
  damaged: () => ['This file is damaged or was cut short.', 'Copy it again from where it came from.'],
  withdrawn: () => [
    'Whoever published it has taken it back. Its guideline is not shown either.',
    'Use the guideline of your hospital. Look for a newer version, and delete other copies of this one.',
  ],
  crash: () => [
    'The widget stopped because of an error of its own.',
    'Try again. If it happens again, report it with the line below.',
  ],
};

const ofScript = ({ effectiveDirective, blockedURI }) => /^script-src/.test(effectiveDirective) && /^(https?|file|blob):/.test(blockedURI);

/**
 * Why it could not start: the code of the fault, what happened, how to mend it, and the error in its own words.
 * @param {Error} error
 * @param {SecurityPolicyViolationEvent[]} violations What the policy of the page stopped in the meantime.
 */
function explain(error, violations) {
  const facts = { address: SAID.theWasm, ...error };
  const compiled = typeof WebAssembly === 'object' && error instanceof WebAssembly.CompileError;
  const forbidden = violations.some((one) => one.blockedURI === 'wasm-eval') ||
    (compiled && /unsafe-eval|CSP|content security/i.test(error.message));
  let code = error.code in FAULTS ? error.code : 'crash';
  if (forbidden) code = 'policy';
  else if (code === 'unreachable' && violations.some((one) => ofScript(one) && facts.address.startsWith(one.blockedURI))) code = 'blocked';
  else if (code === 'unreachable' && violations.some((one) => one.effectiveDirective === 'connect-src')) code = 'connect';
  else if (code === 'unreachable' && location.protocol === 'file:') code = 'file';
  else if (compiled) code = 'integrity';
  else if (typeof WebAssembly === 'object' && error instanceof WebAssembly.LinkError) code = 'versions';
  const [what, mend] = FAULTS[code](facts);
  return { code, what, mend, cause: error.message ?? String(error) };
}

/** Where a part that did not come was looked for, if the browser or the bundler says so. */
const toldAddress = (error) => error?.request ?? /(?<!blob:)https?:\/\/[^\s'"]+/.exec(error?.message ?? '')?.[0] ?? '';

/** What this browser lacks, in words; empty where it lacks nothing. What only looks like a browser, in a test, lacks it too. */
function lacking(needed) {
  const has = {
    Window: () => globalThis.window === globalThis && globalThis instanceof Window,
    WebAssembly: () => typeof WebAssembly === 'object',
    adoptedStyleSheets: () => 'adoptedStyleSheets' in Document.prototype && 'replaceSync' in CSSStyleSheet.prototype,
    DecompressionStream: () => typeof DecompressionStream === 'function',
  };
  const lacks = (name) => {
    try {
      return !has[name]();
    } catch {
      return true; // it has not even the name
    }
  };
  return needed.filter(lacks).join(SAID.andNo);
}

/** Two modules on one page: what one advises and the other shows could differ. */
function tellVersions(first, second) {
  const digests = [first?.digest, second.digest];
  // the deliveries of one version have different digests, or none
  const other = digests.every(Boolean) && digests[0] !== digests[1];
  if (first?.code === second.code && first.rules === second.rules && first.built === second.built && !other) return;
  const named = ({ code = SAID.unknown, rules = SAID.unknown, digest, built }) => SAID.version(code, rules, digest?.slice(0, 19), built);
  console.error(SAID.causes.twice(named(first ?? {}), named(second)));
}

/** An element with text or other elements in it. */
function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}

/** Chapters of the guideline that are never folded: to the pitfalls. */
const FIRST = 5;

/**
 * The guideline as elements.
 * @param {[string, string, [string, [string, string][]][]][]} parts Chapters: title, what holds for all of it, lines.
 * @param {number} level The level of its headings.
 */
function drawGuideline(parts, level) {
  const line = ([text, notes]) => make('li', make('strong', text), ...notes.map(([label, note]) =>
    label ? make('p', make('b', `${label}:`), ` ${note}`) : make('p', note)));
  const chapter = ([title, lead, lines], at) => {
    const heading = make(`h${level}`, title);
    const inside = [...(lead ? [make('p', lead)] : []), ...(lines.length ? [make('ul', ...lines.map(line))] : [])];
    // what one looks things up in is folded: the page around goes on below
    return at < FIRST ? [heading, ...inside] : [make('details', make('summary', heading), ...inside)];
  };
  const section = make('section', make('p', make('strong', SAID.draft)), ...parts.flatMap(chapter));
  // paper cannot be unfolded
  addEventListener('beforeprint', () => { for (const one of section.querySelectorAll('details')) one.open = true; }, { once: true });
  section.className = 'nms-guideline';
  section.translate = false;
  section.setAttribute('aria-label', SAID.guideline);
  return section;
}
