'use client';
// The package for React: the same element and functions, and a component that React can hydrate. Types are in the file beside it.
import { createElement, forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import './nms-advisor.js';

export { default, assess, fromFhir, fromText, ruleSet, toCdsHooksCards } from './nms-advisor.js';

/** Properties that are attributes of the element, by the names of both. */
const ATTRIBUTES = {
  basis: 'basis',
  theme: 'theme',
  view: 'view',
  units: 'units',
  textSize: 'text-size',
  idle: 'idle',
  headingLevel: 'heading-level',
  contacts: 'contacts',
  stock: 'stock',
  case: 'case',
  activityBase: 'activity-base',
  wasm: 'wasm',
  teachingWasm: 'teaching-wasm',
  className: 'class',
};
/** Attributes whose `false` is a word; of any other, React 18 would write it as one, and hide what is not hidden. */
const WORDED = /^(aria-|data-|contentEditable$|draggable$|spellCheck$|translate$)/;
const SWITCHES = ['room', 'fill', 'fragment', 'bare'];
const EVENTS = { onChange: 'nms-change', onAssessment: 'nms-assessment', onStage: 'nms-stage', onCase: 'nms-case', onReady: 'nms-ready', onError: 'nms-error' };

// before the first paint; on a server there is none, and React would complain
const useSetting = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Findings as a text, to tell a new case from the same one in a new object. */
function textOf(findings) {
  try {
    return typeof findings === 'string' ? findings : JSON.stringify(findings);
  } catch {
    return undefined;
  }
}

/** What React writes into the page, on a server too: attributes alone, and no patient data. */
function attributesOf(props) {
  const attributes = {};
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (SWITCHES.includes(name)) {
      if (value !== false && value !== 'false') attributes[name] = 'true';
    } else if (Object.hasOwn(ATTRIBUTES, name)) {
      attributes[ATTRIBUTES[name]] = typeof value === 'object' ? JSON.stringify(value) : String(value);
    } else if (name !== 'findings' && !Object.hasOwn(EVENTS, name) && (value !== false || WORDED.test(name))) {
      attributes[name] = value;
    }
  }
  return attributes;
}

/** What happened before React came to listen: the page of a server brings the element first. */
function catchUp(advisor, tell) {
  if (advisor.assessment) tell('onReady', new CustomEvent('nms-ready', { detail: null }));
  else if (advisor.shadowRoot?.querySelector('[role="alert"][data-code]')) {
    advisor.ready.catch((error) => tell('onError', new CustomEvent('nms-error', { detail: { error, code: error.code } })));
  }
}

/** `<nms-advisor>` as a component. Its ref is the element. */
export const NmsAdvisor = forwardRef(function NmsAdvisor(props, ref) {
  const own = useRef(null);
  const latest = useRef(props);
  const set = useRef(undefined);
  useImperativeHandle(ref, () => own.current, []);
  useSetting(() => { latest.current = props; });

  useSetting(() => {
    const advisor = own.current;
    let listening = true;
    let heard = false;
    const tell = (name, event) => { if (listening) latest.current[name]?.(event); };
    const listeners = Object.entries(EVENTS).map(([name, type]) => [type, (event) => {
      // what a page has put into the element may raise the same
      if (event.target !== advisor) return;
      if (name === 'onAssessment') heard = true;
      tell(name, event);
    }]);
    for (const [type, listener] of listeners) advisor.addEventListener(type, listener);
    catchUp(advisor, tell);
    queueMicrotask(() => {
      const { findings, assessment } = advisor;
      if (assessment && !heard) tell('onAssessment', new CustomEvent('nms-assessment', { detail: { findings, assessment } }));
    });
    return () => {
      listening = false;
      for (const [type, listener] of listeners) advisor.removeEventListener(type, listener);
    };
  }, []);

  // the same answers in a new object change nothing: a reader's edits stay
  const { findings } = props;
  useSetting(() => {
    const text = textOf(findings ?? null);
    if (set.current === undefined ? findings !== undefined : text === undefined || text !== set.current) {
      set.current = text;
      own.current.findings = findings;
    }
  }, [findings]);

  return createElement('nms-advisor', { ...attributesOf(props), ref: own });
});
