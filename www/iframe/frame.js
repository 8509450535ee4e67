// The page inside a frame: the widget, and the messages between it and the page around it.
//
// Every message is `{ nmsAdvisor: 1, type, … }`; 1 is the version of this protocol, and others are passed over.
// To the page around: `ready`, `resize` { height }, `change` { findings, assessment }, `state` { id, findings, assessment },
// `error` { code, message }. From it: `set` { findings?, options? }, `reset`, `get` { id }.

import './nms-advisor.js';

const VERSION = 1;
const OPTIONS = ['basis', 'lang', 'theme', 'view', 'units', 'heading-level', 'contacts'];

const advisor = document.querySelector('nms-advisor');
const asked = new URLSearchParams(location.hash.slice(1));

// who frames this page writes its address: the list in this page decides, and the fragment only chooses from it
const listed = document.querySelector('meta[name="nms-allowed-origins"]').content.split(/\s+/).filter(Boolean);
const allowed = listed.length ? listed : [location.origin];
const around = asked.get('origin') ?? allowed[0];
const trusted = window.parent !== window && allowed.includes(around);
if (window.parent !== window && !trusted) {
  console.warn(`nms-advisor: ${around} is not among the allowed origins of this frame, so no messages pass. Add it to the meta element nms-allowed-origins of ${location.pathname}.`);
}

function tell(type, more = {}) {
  if (trusted) window.parent.postMessage({ nmsAdvisor: VERSION, type, ...more }, around);
}

function choose(options) {
  for (const name of OPTIONS) {
    const value = options[name];
    if (typeof value === 'string' || typeof value === 'number') advisor.setAttribute(name, value);
    else if (value === null) advisor.removeAttribute(name);
  }
}

const state = () => ({ findings: advisor.findings, assessment: advisor.assessment });

const ANSWERS = {
  set: ({ findings, options }) => {
    if (options !== null && typeof options === 'object') choose(options);
    if (findings !== undefined) advisor.findings = findings;
  },
  reset: () => advisor.reset(),
  get: ({ id }) => tell('state', { id, ...state() }),
};

window.addEventListener('message', ({ source, origin, data }) => {
  if (!trusted || source !== window.parent || origin !== around || data?.nmsAdvisor !== VERSION) return;
  if (!Object.hasOwn(ANSWERS, data.type)) return;
  try {
    ANSWERS[data.type](data);
  } catch (error) {
    tell('error', { code: 'message', message: error.message });
  }
});

choose(Object.fromEntries(asked));
advisor.addEventListener('nms-change', ({ detail }) => tell('change', detail));
advisor.addEventListener('nms-error', ({ detail: { error } }) => tell('error', { code: error.code ?? 'findings', message: error.message }));
new ResizeObserver(() => tell('resize', { height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
advisor.ready.then(() => tell('ready'), () => {}); // why it is not ready has been told as an error
