// The example of a CDS Hooks service, started as its readme says and asked as a record would.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';

const advisor = process.env.NMS_ADVISOR ?? new URL('../../dist/npm/nms-advisor.js', import.meta.url).href;
const server = fileURLToPath(new URL('../../examples/cds-hooks/server.mjs', import.meta.url));
let running;
let at;

before(async () => {
  running = spawn(process.execPath, [server], { env: { ...process.env, PORT: '0', NMS_ADVISOR: advisor } });
  running.stderr.pipe(process.stderr);
  const [line] = await once(running.stdout, 'data');
  at = String(line).trim();
});
after(() => running?.kill());

const recent = () => new Date(Date.now() - 3_600_000).toISOString();
const subject = { reference: 'Patient/p' };
const observation = (code, value, unit, more) => ({
  resourceType: 'Observation', status: 'final', subject, effectiveDateTime: recent(),
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit }, ...more,
});
const haloperidol = () => ({
  resourceType: 'MedicationAdministration', status: 'completed', subject, effectiveDateTime: recent(),
  medicationCodeableConcept: { text: 'haloperidol 5 mg' },
});
const bundle = (...resources) => ({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) });

async function call(request) {
  const { services: [{ id }] } = await (await fetch(at)).json();
  const response = await fetch(`${at}/${id}`, { method: 'POST', body: typeof request === 'string' ? request : JSON.stringify(request) });
  return { status: response.status, ...(await response.json()) };
}

const view = (prefetch) => ({ hook: 'patient-view', hookInstance: '1', context: { userId: 'Practitioner/1', patientId: 'p' }, prefetch });

test('it says what it is and asks for what it reads', async () => {
  const { services } = await (await fetch(at)).json();
  assert.equal(services.length, 1);
  assert.equal(services[0].hook, 'patient-view');
  for (const query of Object.values(services[0].prefetch)) assert.match(query, /\{\{context\.patientId\}\}/);
});

test('a record becomes cards, and the last one accounts for it', async () => {
  const { status, cards } = await call(view({
    patient: { resourceType: 'Patient', id: 'p', gender: 'female' },
    vitalSigns: bundle(observation('8310-5', 41.3, 'Cel')),
    laboratory: bundle(observation('2823-3', 7.1, 'mmol/L', { status: 'preliminary' }), observation('2160-0', 180, 'umol/L', { status: 'cancelled' })),
    given: bundle(haloperidol()),
    ordered: null,
  }));
  assert.equal(status, 200);
  assert.ok(cards.length > 2);
  for (const card of cards) {
    assert.ok(card.summary.length > 0 && card.summary.length <= 140, card.summary);
    assert.ok(['info', 'warning', 'critical'].includes(card.indicator));
    assert.ok(card.source.label);
  }
  assert.match(cards[0].summary, /dopamine antagonist/i);
  const account = cards.at(-1).detail;
  assert.match(account, /potassium \(7\.1 mmol\/L\): .*preliminary/);
  assert.match(account, /creatinine \(180 umol\/L\): .*status/);
});

test('what cannot be read is said, and the next call is as good as the first', async () => {
  assert.equal((await call(view(undefined))).status, 412);
  assert.equal((await call('no json')).status, 400);
  const old = await call(view({ reported: { resourceType: 'MedicationStatement', status: 'active', taken: 'y' } }));
  assert.equal(old.status, 400);
  assert.match(old.error, /release 3/);
  assert.equal((await call(view({ given: haloperidol() }))).status, 200);
});

test('another patient of the same answer is left out', async () => {
  const { cards } = await call(view({ given: { ...haloperidol(), subject: { reference: 'Patient/q' } } }));
  assert.equal(cards.length, 1, 'only the account');
  assert.match(cards[0].detail, /another patient/);
});
