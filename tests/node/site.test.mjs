// When an open page of the site looks for a newer version. What it then shows is tried in browsers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

const script = readFileSync(new URL('../../www/site/site.js', import.meta.url), 'utf8');

/** The page of a site that is kept: what it asks of its worker, and the clock and events that it listens to. */
async function opened({ today = '2026-12-01' } = {}) {
  const heard = {}, timers = [], said = [];
  const on = (type, listener) => { heard[type] = listener; };
  const element = () => ({ dataset: {}, setAttribute() {}, replaceChildren(words) { said.push(words.textContent); }, addEventListener() {} });
  const copy = { ...element(), dateTime: '2026-11-26', dataset: { oldFrom: '2027-11-26' } };
  const registration = { scope: 'https://site.example/', active: {}, updates: 0, addEventListener() {}, async update() { this.updates += 1; } };
  const document = {
    baseURI: 'https://site.example/', hidden: false, body: { prepend() {} }, addEventListener: on, createElement: element,
    querySelector: (selector) => ({ '[data-role="built"]': copy, '[data-role="offline"]': element() })[selector] ?? null,
  };
  const serviceWorker = { addEventListener: on, startMessages() {}, getRegistration: async () => registration, ready: Promise.resolve(registration) };
  class Day extends Date {
    constructor(...given) { super(...(given.length ? given : [`${today}T12:00:00Z`])); }
  }
  vm.runInNewContext(script, {
    document, Date: Day, URL, addEventListener: on, navigator: { serviceWorker }, setInterval: (act, time) => timers.push([act, time]), setTimeout, fetch: async () => ({ status: 200 }),
  });
  await new Promise((resolve) => { setTimeout(resolve); });
  return { heard, timers, document, registration, said };
}

test('an open page looks hourly, when it comes into view and when the network comes back', async () => {
  const { heard, timers, document, registration } = await opened();
  assert.equal(registration.updates, 1, 'when it is opened');
  assert.deepEqual(timers.map(([, time]) => time), [3_600_000]);
  await timers[0][0]();
  assert.equal(registration.updates, 2, 'after an hour');
  heard.visibilitychange();
  assert.equal(registration.updates, 3, 'in view again');
  document.hidden = true;
  heard.visibilitychange();
  assert.equal(registration.updates, 3, 'out of view nobody looks');
  heard.online();
  assert.equal(registration.updates, 4, 'with a network again');
});

test('a page that stays open says from its day on that the copy is old', async () => {
  assert.deepEqual((await opened({ today: '2027-11-25' })).said, []);
  const { said } = await opened({ today: '2027-11-26' });
  assert.match(said.join(), /This copy is old: it was built on 2026-11-26/);
});
