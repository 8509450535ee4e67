// The package in Node, as a program without a page would use it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import init, { assess, fromFhir, fromText, ruleSet, toCdsHooksCards } from '../../dist/npm/nms-advisor.js';

const advised = (assessment) => assessment.recommendations.filter((one) => one.status === 'advised');
const statements = (assessment) => advised(assessment).flatMap((one) => one.statements);
const issue = (assessment, finding) => assessment.issues.find((one) => one.finding === finding)?.problem ?? '';

test('before init, assess says what to call', () => {
  assert.throws(() => assess({}), /await init\(\)/);
});

test('init may be called twice, also at once', async () => {
  await Promise.all([init(), init()]);
  await init();
});

test('an empty case is neutral', () => {
  const empty = assess({});
  assert.equal(empty.suspicion, 'incomplete');
  assert.equal(empty.severity.grade, null);
  assert.deepEqual(advised(empty), []);
  assert.deepEqual(empty.issues, []);
});

for (const basis of ['article', 'all']) {
  test(`a mild case (${basis})`, () => {
    const mild = assess({ dopamineAntagonist: true, temperature: 37.4, rigidity: 'mild', mentalStatus: 'confused' }, { basis });
    assert.equal(mild.suspicion, 'suspected');
    assert.equal(mild.severity.grade, 'mild');
    assert.equal(mild.severity.atLeast, true);
    assert.equal(advised(mild)[0].id, 'discontinue-dopamine-antagonists');
    for (const id of ['S06', 'S07', 'S11', 'S50']) assert.ok(statements(mild).includes(id), id);
    for (const id of ['S51', 'S52', 'S29']) assert.ok(!statements(mild).includes(id), id);
  });

  test(`a moderate case (${basis})`, () => {
    const moderate = assess({ agents: ['Haldol'], temperature: 39, rigidity: 'severe' }, { basis });
    assert.equal(moderate.severity.grade, 'moderate');
    assert.ok(statements(moderate).includes('S51'));
    assert.ok(!statements(moderate).includes('S52'));
  });

  test(`a severe case (${basis})`, () => {
    const severe = assess({ agents: ['haloperidol'], temperature: { value: 106, unit: '[degF]' } }, { basis });
    assert.equal(severe.severity.grade, 'severe');
    for (const id of ['S28', 'S29', 'S30', 'S52', 'S53']) assert.ok(statements(severe).includes(id), id);
    const sedation = severe.recommendations.find((one) => one.id === 'emergency-sedation');
    assert.deepEqual(sedation.explanation, [
      { finding: 'temperature', answer: '41.11\u00a0°C', criterion: 'above 41.1\u00a0°C', truth: 'met' },
    ]);
  });
}

test('every kind of wrong input is reported and counts as unknown', () => {
  const circular = {};
  circular.self = circular;
  const hostile = Object.defineProperty({}, 'temperature', { enumerable: true, get() { throw new Error('boom'); } });
  const wrong = assess({
    temprature: 39,
    temperature: 420,
    heartRate: 'fast',
    creatineKinase: NaN,
    potassium: { value: 5, unit: 'mg' },
    weight: { value: '70' },
    rigidity: 'rigid',
    agitation: 'yes',
    agents: ['haloperidol', 'aspirin', 7],
    resolvedOn: '2025-02-30',
    ph: circular,
    sodium: [[1]],
    lactate: Infinity,
    platelets: () => 1,
    glucose: 5n,
    bicarbonate: Symbol('x'),
  }, { basis: 'everything', colour: 'red' });
  assert.match(issue(wrong, 'temprature'), /did you mean `temperature`/);
  assert.equal(issue(wrong, 'temperature'), '420\u00a0°C is outside 20 to 47\u00a0°C; treated as unknown');
  for (const key of ['heartRate', 'creatineKinase', 'potassium', 'weight', 'rigidity', 'agitation', 'agents', 'resolvedOn', 'ph', 'sodium', 'lactate', 'platelets', 'glucose', 'bicarbonate', 'options.basis', 'options.colour']) {
    assert.notEqual(issue(wrong, key), '', key);
  }
  assert.equal(wrong.severity.grade, null);
  assert.match(issue(assess(hostile), 'temperature'), /cannot be read/);
  assert.equal(assess({ agents: ['haloperidol', 'aspirin'], rigidity: 'mild', temperature: 38.5 }).suspicion, 'suspected');
});

test('anything but a plain object is a TypeError', () => {
  for (const value of [null, undefined, [], 'x', 5, () => ({})]) assert.throws(() => assess(value), TypeError, String(value));
  for (const value of [null, [], 'x', 5]) assert.throws(() => assess({}, value), TypeError, String(value));
});

test('equal input gives byte-equal JSON, whatever the order of its keys', () => {
  const entries = Object.entries({ agents: ['haloperidol'], temperature: 39, rigidity: 'severe', foo: 1, bar: 2, heartRate: 999 });
  const one = JSON.stringify(assess(Object.fromEntries(entries)));
  const other = JSON.stringify(assess(Object.fromEntries(entries.reverse())));
  assert.equal(one, other);
});

test('all verdicts are every rule once', () => {
  const all = assess({}, { verdicts: 'all' }).recommendations.map((one) => one.id).sort();
  assert.deepEqual(all, ruleSet().rules.map((one) => one.id).sort());
});

test('verdicts alone are the assessment without its reasons', () => {
  const REASONS = ['explanation', 'suspicionExplanation'];
  const reasonless = (_, value) => (value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !REASONS.includes(key))) : value);
  const [severe, wrong] = [{ agents: ['haloperidol'], temperature: 41.3, serotonergicDrug: true }, { temperature: 420, rigidity: 'severe' }];
  for (const findings of [{}, severe, wrong]) {
    for (const options of [{}, { basis: 'article' }, { verdicts: 'all' }]) {
      const whole = assess(findings, options);
      const alone = assess(findings, { ...options, explanations: 'none' });
      assert.equal(JSON.stringify(alone), JSON.stringify(whole, reasonless));
      assert.notEqual(JSON.stringify(alone), JSON.stringify(whole));
      assert.deepEqual(toCdsHooksCards(alone), toCdsHooksCards(whole));
    }
  }
  const misspelt = assess(severe, { explanations: 'non' });
  assert.match(issue(misspelt, 'options.explanations'), /^not `all` or `none`/);
  assert.deepEqual({ ...misspelt, issues: [] }, assess(severe, { explanations: 'all' }));
});

test('what is returned is the caller\'s own: a change to it does not show in the next answer', () => {
  const first = assess({ temperature: 41.3 });
  const text = JSON.stringify(first);
  first.recommendations[0].citations.push('mine');
  first.severity.grade = null;
  assert.equal(JSON.stringify(assess({ temperature: 41.3 })), text);
});

test('the rule set has the parts of the contract', () => {
  const rules = ruleSet();
  for (const part of ['findings', 'derived', 'definitions', 'severity', 'rules', 'statements', 'citations', 'agents', 'disagreements', 'omissions']) {
    assert.ok(Array.isArray(rules[part]) && rules[part].length > 0, part);
  }
  assert.equal(rules.statements.length, 64);
  assert.deepEqual(rules.definitions.find((one) => one.id === 'extreme-hyperthermia').when, { above: ['temperature', 41.1] });
  const known = new Set([...rules.statements.map((one) => one.id)]);
  for (const rule of rules.rules) for (const id of rule.statements) assert.ok(known.has(id), id);
});

test('cards are the advised do, avoid and consider that are rows of the first screen, in order', () => {
  const severe = assess({ agents: ['haloperidol'], temperature: 41.3 });
  const { cards } = toCdsHooksCards(severe);
  const wanted = advised(severe).filter((one) => ['do', 'avoid', 'consider'].includes(one.kind) && one.under === null && one.place === 'screen');
  assert.ok(wanted.length > 5, `${wanted.length} rows`);
  assert.equal(cards.length, wanted.length);
  assert.deepEqual(cards.map((card) => card.indicator), wanted.map((one) => one.urgency));
  for (const card of cards) {
    assert.ok([...card.summary].length <= 140, card.summary);
    assert.match(card.uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  assert.equal(new Set(cards.map((card) => card.uuid)).size, cards.length);
  assert.throws(() => toCdsHooksCards({}), TypeError);
});

test('the literature stands beside the plan, and not where only the article is asked for', () => {
  const findings = {
    agents: ['haloperidol'], temperature: 39.5, rigidity: 'severe', serotonergicDrug: true, ageYears: 40, sex: 'male', weight: 70,
    dantroleneFormulation: '20mg-60ml', treatmentsNotPossible: ['call-critical-care'],
  };
  const all = assess(findings, { dantroleneDosePerKg: 2.5, today: '2026-11-23' });
  assert.deepEqual([all.score.known, all.score.possible], [17, 100]);
  assert.equal(all.differential[0].id, 'serotonin-toxicity');
  assert.deepEqual(all.contacts.map((row) => row.id), ['intensive-care', 'poison-centre', 'psychiatry']);
  const { state, doseMg, vials, waterMl, mannitolG, total24hMg } = all.dantroleneVolume;
  assert.deepEqual([state, doseMg, vials, waterMl, mannitolG, total24hMg], ['worked', 175, 9, 540, 27, null]);
  assert.equal(assess(findings, { dantroleneDosePerKg: 11 }).dantroleneVolume.state, 'above-ceiling');
  assert.equal(assess({ ...findings, ageYears: 12 }, { dantroleneDosePerKg: 1 }).dantroleneVolume.reason, 'not-a-known-adult');
  assert.equal(all.recommendations.find((row) => row.id === 'call-critical-care').notPossible, true);
  assert.equal(all.rechallenge.state, 'not-resolved');
  const recovered = { dopamineAntagonist: true, resolved: true, resolvedOn: '2026-11-09', longActingInjection: false };
  assert.deepEqual(assess(recovered, { today: '2026-11-22' }).rechallenge.earliest, '2026-11-23');
  assert.equal(assess({ ...recovered, longActingInjection: true }, { today: '2026-12-24' }).rechallenge.earliest, null);
  const article = assess(findings, { basis: 'article', dantroleneDosePerKg: 2.5 });
  for (const key of ['score', 'features', 'differential', 'schedule', 'contacts', 'drugs', 'dantroleneVolume', 'rechallenge']) {
    assert.ok(!(key in article), key);
  }
});

test('a text is read into findings that assess takes', async () => {
  const { findings, used, notUsed } = await fromText('haloperidol, T 41.3, HR 150, lead-pipe rigidity, no tremor, seen at noon');
  assert.equal(findings.temperature.value, 41.3);
  assert.equal(findings.tremor, false);
  assert.ok(!('agitation' in findings), 'nothing is answered that was not said');
  assert.deepEqual(assess(findings).issues, []);
  assert.equal(assess(findings).severity.grade, 'severe');
  assert.ok(used.every((one) => one.finding in findings || !one.ticked));
  assert.deepEqual(notUsed.map((one) => [one.sent, one.reason]), [['seen at noon', 'not-understood']]);
});

test('a record is read with the moment that is given, and not without', async () => {
  const reading = {
    resourceType: 'Observation', status: 'final', subject: { reference: 'Patient/1' }, effectiveDateTime: '2026-11-20T08:00:00Z',
    code: { coding: [{ system: 'http://loinc.org', code: '8310-5' }] },
    valueQuantity: { value: 41.3, unit: 'Cel', system: 'http://unitsofmeasure.org', code: 'Cel' },
  };
  const at = async (now) => Object.keys((await fromFhir(reading, { now })).findings);
  assert.deepEqual(await at('2026-11-20T09:00:00Z'), ['temperature']);
  assert.deepEqual(await at(new Date('2026-11-20T09:00:00Z')), ['temperature']);
  assert.deepEqual(await at('2026-11-21T09:00:00Z'), [], 'a day old');
  assert.deepEqual(await at('2026-11-20T07:00:00Z'), [], 'in the future');
  assert.deepEqual(Object.keys((await fromFhir(JSON.stringify(reading), { now: '2026-11-20T09:00:00Z' })).findings), ['temperature']);
});

test('what is neither text nor record is refused by name, and the next call is as good as the first', async () => {
  const circular = {};
  circular.self = circular;
  const now = '2026-11-20T09:00:00Z';
  const wrong = [
    [() => fromText(), /takes a text/], [() => fromText(41.3), /takes a text/], [() => fromText({ text: 'T 41' }), /takes a text/],
    [() => fromText('T 41', 'si'), /plain object/],
    [() => fromFhir(null, { now }), /Bundle/], [() => fromFhir(circular, { now }), /Bundle/],
    [() => fromFhir(Promise.resolve({}), { now }), /Bundle/], [() => fromFhir({ toJSON() { throw new Error('boom'); } }, { now }), /Bundle/],
    [() => fromFhir({ resourceType: 'Bundle' }), /`now`/], [() => fromFhir({ resourceType: 'Bundle' }, { now: 'today' }), /now/],
    [() => fromFhir({ resourceType: 'Bundle' }, { now, windowHours: NaN }), /windowHours/], [() => fromFhir({ resourceType: 'Bundle' }, { now, windowHours: '4' }), /window/i],
    [() => fromFhir('MSH|^~\\&|LAB', { now }), /HL7/i], [() => fromFhir('<ClinicalDocument/>', { now }), /C-CDA/i],
    [() => fromFhir('{', { now }), /JSON/], [() => fromFhir({ temperature: 41 }, { now }), /FHIR/],
  ];
  for (const [call, message] of wrong) {
    await assert.rejects(async () => call(), (error) => error instanceof TypeError && message.test(error.message) && typeof error.code === 'string', String(call));
  }
  assert.equal((await fromText('T 41.3')).findings.temperature.value, 41.3);
});

test('each call gets a rule set of its own', async () => {
  (await ruleSet()).rules.length = 0;
  assert.ok((await ruleSet()).rules.length > 50);
});
