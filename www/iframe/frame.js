// The page inside a frame: the widget, and the messages between it and the page around it.
//
// Every message is `{ nmsAdvisor: 1, type, … }`; 1 is the version of this protocol, and others are passed over.
// To the page around: `ready` { versions }, `resize` { height }, `change` { findings, assessment } after what the reader does, `assessment`
// { findings, assessment } after every change, `stage` and `case` with the detail of `nms-stage` and `nms-case`, `state` { id, findings, assessment }, `error` { code, message }, `offered` { used,
// notUsed } in answer to `fhir`. From it: `set` { findings?, options? }, `reset`, `get` { id }, `fhir` { bundle, options? }: its
// answers are shown to the reader, who says which enter the form.

import './nms-advisor.js';

const VERSION = 1;
/** What the fragment may choose: how things look, and nothing that is said. */
const OPTIONS = ['basis', 'lang', 'theme', 'view', 'units', 'text-size', 'heading-level'];
/** What the page around may set beyond that; the page of the frame sets it itself, the numbers in a meta element. */
const CONTACTS = 'contacts';
const STOCK = 'stock';
const THEIRS = [CONTACTS, STOCK, 'idle', 'case', 'activity-base'];

const advisor = document.querySelector('nms-advisor');
const asked = new URLSearchParams(location.hash.slice(1));
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

/** The origin of an address as a browser writes it; `undefined` where it is none that a page could be told apart by. */
function originOf(entry) {
  try {
    const { origin, protocol } = new URL(entry);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

// who frames this page writes its address: the list in this page decides, and the fragment only chooses from it
const listed = meta('nms-allowed-origins').split(/\s+/).filter(Boolean);
for (const entry of listed.filter((one) => !originOf(one))) {
  console.error(`nms-advisor: “${entry}” in nms-allowed-origins of ${location.pathname} is no origin and was left out. Write origins such as https://records.example, each by itself.`);
}
const allowed = listed.length ? listed.map(originOf).filter(Boolean) : [location.origin];
const wanted = asked.get('origin');
const around = wanted === null ? allowed[0] : originOf(wanted);
const trusted = window.parent !== window && allowed.includes(around);
if (window.parent !== window && !trusted) {
  console.warn(`nms-advisor: ${wanted ?? 'the page around'} is not among the allowed origins of this frame, so no messages pass. Add it to the meta element nms-allowed-origins of ${location.pathname}.`);
}

// a frame that is being taken out has no page around it any more
function tell(type, more = {}) {
  // as plain data: what is computed when it is read, or cannot be posted, is so now
  if (trusted) window.parent?.postMessage({ nmsAdvisor: VERSION, type, ...JSON.parse(JSON.stringify(more)) }, around);
}

/** The same function, which stops for nothing: an error of one listener is no end of the next. */
const safely = (listener) => (...given) => {
  try {
    listener(...given);
  } catch (error) {
    console.error(`nms-advisor: the frame could not tell of something (${error?.name})`);
  }
};

function choose(options, names) {
  for (const name of names) {
    const value = options[name];
    if (typeof value === 'string' || typeof value === 'number') advisor.setAttribute(name, value);
    else if (value === null) advisor.removeAttribute(name);
  }
}

const state = () => ({ findings: advisor.findings, assessment: advisor.assessment });

const ANSWERS = {
  set: ({ findings, options }) => {
    if (options !== null && typeof options === 'object') choose(options, [...OPTIONS, ...THEIRS]);
    if (findings !== undefined) advisor.findings = findings;
  },
  reset: () => advisor.reset(),
  fhir: ({ bundle, options }) => {
    advisor.takeFhir(bundle, options).then(
      safely(({ used, notUsed }) => tell('offered', { used: used.length, notUsed: notUsed.length })),
      safely((error) => tell('error', { code: error?.code ?? 'input', message: message(error) })),
    );
  },
  get: ({ id }) => tell('state', { id, ...state() }),
};

const message = (error) => String(error?.message ?? error);

window.addEventListener('message', safely(({ source, origin, data }) => {
  if (!trusted || !source || source !== window.parent || origin !== around || data?.nmsAdvisor !== VERSION) return;
  if (!Object.hasOwn(ANSWERS, data.type)) return;
  try {
    ANSWERS[data.type](data);
  } catch (error) {
    tell('error', { code: error?.code ?? (error instanceof TypeError ? 'findings' : 'message'), message: message(error) });
  }
}));

// before the element starts, which is on the next task: a view of the teaching room is asked for once
choose({ [CONTACTS]: meta('nms-contacts') || undefined, [STOCK]: meta('nms-stock') || undefined }, [CONTACTS, STOCK]);
choose(Object.fromEntries(asked), OPTIONS);
const heard = (type, listener) => advisor.addEventListener(type, safely(listener));
heard('nms-change', ({ detail: { findings, assessment } }) => tell('change', { findings, assessment }));
heard('nms-assessment', ({ detail: { findings, assessment } }) => tell('assessment', { findings, assessment }));
heard('nms-stage', ({ detail }) => tell('stage', detail));
heard('nms-case', ({ detail }) => tell('case', detail));
heard('nms-error', ({ detail }) => tell('error', { code: detail.code ?? detail.error?.code ?? 'findings', message: message(detail.error) }));

const loading = () => advisor.shadowRoot?.childElementCount === 1 && advisor.shadowRoot.firstElementChild.matches('.nms-loader[role="status"]');
let told = 0;
new ResizeObserver(safely(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // what fills the frame is as high as the frame: told of, a page that adds its borders would make it higher without end;
  // and what is there for a moment, or over everything, as the wall is, has no height of its own
  if (advisor.fill || height === told || height < 1 || loading()) return;
  told = height;
  tell('resize', { height });
})).observe(document.body);
advisor.ready.then(safely(() => tell('ready', { versions: advisor.constructor.versions })), () => {}); // why it is not ready has been told as an error
