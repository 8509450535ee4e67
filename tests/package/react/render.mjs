// The element rendered on a server, where there is no page.
import assert from 'node:assert/strict';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import init, { assess } from 'nms-advisor/react';

assert.equal(typeof document, 'undefined');
const html = renderToString(createElement('nms-advisor', { theme: 'light', findings: { temperature: 39 } }));
assert.equal(html, '<nms-advisor theme="light"></nms-advisor>');
await init();
assert.equal(assess({ agents: ['haloperidol'], temperature: 42 }).severity.grade, 'severe');
