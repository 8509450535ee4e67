// What a host hands over, of every kind and in every place: used, refused by a TypeError or named in `issues`; and the next
// call is as good as the first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';
import init, { assess, ruleSet, toCdsHooksCards } from '../../dist/npm/nms-advisor.js';
import { JUNK, NO_OBJECT, revoked, trap } from './junk.mjs';

await init(null);

const GOOD = { agents: ['haloperidol'], temperature: { value: 106, unit: '[degF]' }, rigidity: 'severe' };
const FIRST = JSON.stringify(assess(GOOD));
const issues = (assessment, finding) => assessment.issues.filter((one) => one.finding === finding).map((one) => one.problem);
const named = (assessment, finding, what) => assert.notDeepEqual(issues(assessment, finding), [], what);

/** Every place but the outermost, and what has to be said there. */
const PLACES = {
  'a number': (junk, what) => {
    const found = assess({ temperature: junk });
    named(found, 'temperature', what);
    assert.equal(found.severity.grade, null, `${what} is no temperature`);
  },
  'yes or no': (junk, what) => {
    if (junk !== true) named(assess({ agitation: junk }), 'agitation', what);
  },
  'a choice': (junk, what) => named(assess({ rigidity: junk }), 'rigidity', what),
  'a day': (junk, what) => named(assess({ resolvedOn: junk }), 'resolvedOn', what),
  'the value of a quantity': (junk, what) => named(assess({ temperature: { value: junk, unit: 'Cel' } }), 'temperature', what),
  'the unit of a quantity': (junk, what) => named(assess({ temperature: { value: 41.3, unit: junk } }), 'temperature', what),
  'the code of a quantity': (junk, what) => named(assess({ temperature: { value: 41.3, code: junk } }), 'temperature', what),
  'the system of a quantity': (junk, what) => named(assess({ temperature: { value: 41.3, code: 'Cel', system: junk } }), 'temperature', what),
  'another member of a quantity': (junk, what) => named(assess({ temperature: { value: 41.3, unit: 'Cel', extra: junk } }), 'temperature', what),
  'an entry of a list': (junk, what) => {
    const found = assess({ ...GOOD, agents: ['haloperidol', junk] });
    named(found, 'agents', what);
    assert.equal(found.suspicion, 'suspected', 'what can be used is used');
  },
  'a key that is none': (junk, what) => named(assess({ temprature: junk }), 'temprature', what),
  'an option': (junk, what) => {
    for (const option of ['basis', 'verdicts', 'explanations', 'today', 'dantroleneDosePerKg', 'lang']) named(assess({}, { [option]: junk }), `options.${option}`, what);
  },
  'an option that is none': (junk, what) => named(assess({}, { colour: junk }), 'options.colour', what),
};

for (const [place, look] of Object.entries(PLACES)) {
  test(`junk of every kind as ${place} is named`, () => {
    for (const [what, make] of Object.entries(JUNK)) look(make(), what);
    assert.equal(JSON.stringify(assess(GOOD)), FIRST);
  });
}

test('what is no plain object is refused with a code and a word of what came', () => {
  for (const [what, make] of Object.entries(NO_OBJECT)) {
    const refusal = (code) => (error) => error instanceof TypeError && error.code === code && /must be a plain object/.test(error.message);
    assert.throws(() => assess(make()), refusal('findings'), what);
    if (make() !== undefined) assert.throws(() => assess({}, make()), refusal('options'), what);
  }
  const said = (value) => {
    try {
      assess(value);
    } catch ({ message }) {
      return message;
    }
    return '';
  };
  for (const [value, words] of [
    [Promise.resolve({}), /a promise: await it/],
    [vm.runInNewContext('Promise.resolve({})'), /a promise: await it/],
    [new (class Late extends Promise {})(() => {}), /a promise: await it/],
    [new Map(), /a Map: Object\.fromEntries/],
    [[], /a list/],
    [null, /null/],
    [undefined, /nothing/],
    ['[object Object]', /"\[object Object\]".*attribute/],
    ['{}', /a text/],
    [new Date(), /a Date/],
    [new (class Patient {})(), /a Patient/],
    [new Uint8Array(2), /a Uint8Array/],
    [() => {}, /a function/],
    [revoked({}), /cannot be read/],
    [trap('ownKeys'), /an object/],
  ]) assert.match(said(value), words);
});

test('a plain object is one of any realm, or one without a prototype; only what is its own counts', () => {
  const bare = Object.assign(Object.create(null), { temperature: 41.3 });
  const frozen = Object.freeze({ temperature: Object.freeze({ value: 41.3, unit: 'Cel' }) });
  const through = new Proxy({ temperature: 41.3 }, {});
  for (const plain of [bare, frozen, through, vm.runInNewContext('({ temperature: 41.3 })'), vm.runInNewContext('({ temperature: { value: 41.3 } })')]) {
    const found = assess(plain);
    assert.deepEqual([found.severity.grade, found.issues], ['severe', []]);
  }
  assert.equal(assess({ agents: vm.runInNewContext("['haloperidol']"), rigidity: 'mild', temperature: 38.5 }).suspicion, 'suspected');
  const hidden = Object.defineProperty({ [Symbol('temperature')]: 41.3 }, 'temperature', { value: 41.3, enumerable: false });
  assert.deepEqual([assess(hidden).severity.grade, assess(hidden).issues], [null, []]);
  const proto = JSON.parse('{ "__proto__": { "temperature": 41.3 }, "constructor": 1, "toJSON": 2 }');
  assert.equal(assess(proto).severity.grade, null);
  assert.deepEqual(assess(proto).issues.map((one) => one.finding).sort(), ['__proto__', 'constructor', 'toJSON']);
  assert.equal({}.temperature, undefined);
  Object.prototype.temperature = 41.3;
  Object.prototype.comparator = '<';
  try {
    const found = assess({ platelets: { value: 80, unit: '10*9/L' } });
    assert.deepEqual([found.severity.grade, found.issues], [null, []]);
  } finally {
    delete Object.prototype.temperature;
    delete Object.prototype.comparator;
  }
});

test('a computed property is named and never called, so nothing can change while it is read', () => {
  let calls = 0;
  const computed = {
    get temperature() { calls += 1; delete this.rigidity; return 41.3; },
    rigidity: 'severe',
    platelets: { get value() { calls += 1; return 80; }, unit: '10*9/L' },
    agents: Object.defineProperty(['haloperidol'], 1, { get() { calls += 1; return 'clozapine'; }, enumerable: true }),
    toString() { calls += 1; return ''; },
    valueOf() { calls += 1; return 1; },
    toJSON() { calls += 1; return {}; },
    then(resolve) { calls += 1; resolve(); },
    [Symbol.toPrimitive]() { calls += 1; return 1; },
  };
  const found = assess(computed, { get basis() { calls += 1; return 'article'; } });
  for (const key of ['temperature', 'platelets', 'agents', 'toString', 'valueOf', 'toJSON', 'then', 'options.basis']) named(found, key, key);
  assert.equal(calls, 0);
  assert.equal(found.suspicion, 'possible');
});

test('each property is looked at once, whatever a proxy says the next time', () => {
  const looked = {};
  const shifting = new Proxy({ temperature: 41.3 }, {
    ownKeys: () => ['temperature'],
    getOwnPropertyDescriptor(_, key) {
      looked[key] = (looked[key] ?? 0) + 1;
      return { value: looked[key] > 1 ? 36 : 41.3, enumerable: true, configurable: true, writable: true };
    },
    get() { throw new Error('read'); },
  });
  assert.equal(assess(shifting).severity.grade, 'severe');
  assert.deepEqual(looked, { temperature: 1 });
});

test('what is too long is cut aloud', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `unknown ${at}`);
  const drugs = issues(assess({ agents: [...many, 'x', 'y', 'haloperidol'], rigidity: 'mild' }), 'agents');
  assert.ok(drugs.some((problem) => /follows the first 1,000 entries/.test(problem)), drugs.at(-1));
  assert.equal(assess({ agents: [...many.slice(1), 'haloperidol'], rigidity: 'mild', temperature: 38.5 }).suspicion, 'suspected');
  assert.ok(!issues(assess({ agents: many }), 'agents').some((problem) => /follows/.test(problem)));
  const sparse = issues(assess({ agents: Object.assign([], { length: 4_000_000_000 }) }), 'agents');
  assert.deepEqual([sparse.length, sparse.some((problem) => /1,000 holes/.test(problem))], [2, true]);
  const keys = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`unknown${at}`, at]));
  const found = assess({ ...keys, temperature: 41.3 });
  assert.deepEqual([found.issues.length, found.severity.grade], [301, null]);
  assert.ok(found.issues.some((one) => /29,701 more keys/.test(one.finding)));
  assert.match(issues(assess({ agents: [`haloperidol${' '.repeat(20_000)}`] }), 'agents')[0], /more than 10,000 letters/);
  assert.match(issues(assess({ rigidity: 'x'.repeat(10_001) }), 'rigidity')[0], /more than 10,000 letters/);
  assert.equal(JSON.stringify(assess(GOOD)), FIRST);
});

test('a quantity is value, unit, system and code, and nothing that changes what they mean', () => {
  const UCUM = 'http://unitsofmeasure.org';
  const used = (temperature) => assess({ temperature });
  for (const quantity of [
    { value: 41.3 }, { value: 41.3, unit: 'Cel' }, { value: 41.3, unit: '°C', code: 'Cel', system: UCUM }, { value: 106.34, unit: 'degrees F', code: '[degF]' },
    { value: 41.3, unit: 'Cel', comparator: undefined, extension: null }, Object.assign(Object.create(null), { value: 41.3 }),
  ]) assert.deepEqual([used(quantity).severity.grade, used(quantity).issues], ['severe', []], JSON.stringify(quantity));
  for (const nothing of [{ value: null, unit: 'Cel' }, { value: undefined, unit: 'Cel' }, { value: null }, null, undefined]) {
    assert.deepEqual([used(nothing).severity.grade, used(nothing).issues], [null, []], JSON.stringify(nothing));
  }
  for (const member of ['comparator', 'low', 'high', 'extension', 'id', 'Unit', '__proto__', 'unusable']) {
    const quantity = Object.defineProperty({ value: 41.3, unit: 'Cel' }, member, { value: '<', enumerable: true });
    assert.equal(used(quantity).severity.grade, null, member);
    assert.match(issues(used(quantity), 'temperature')[0], new RegExp(`with \`${member}\``));
  }
  for (const wrong of [{ unit: 'Cel' }, {}]) assert.match(issues(used(wrong), 'temperature')[0], /without `value`/);
  for (const two of [{ unit: 'Cel', code: '[degF]' }, { unit: '[degF]', code: 'Cel' }, { unit: '°F', code: 'Cel' }]) {
    assert.match(issues(used({ value: 41.3, ...two }), 'temperature')[0], /different units/, JSON.stringify(two));
  }
  assert.match(issues(used({ value: 41.3, code: '258710007', system: 'http://snomed.info/sct' }), 'temperature')[0], /other than UCUM/);
  // no host can pass something off as what stands for what cannot be read
  assert.match(issues(used({ unusable: 'fine' }), 'temperature')[0], /with `unusable`/);
});

test('a bound is one of four members in place of the value, and says what all that it leaves share', () => {
  const used = (temperature) => assess({ temperature });
  for (const bound of [{ atLeast: 41.3 }, { above: 41.1, unit: 'Cel' }, { atLeast: 106.34, code: '[degF]' }, { above: 41.2, value: null, atMost: undefined }]) {
    assert.deepEqual([used(bound).severity.grade, used(bound).issues], ['severe', []], JSON.stringify(bound));
  }
  for (const bound of [{ above: 38 }, { atLeast: 41.1 }]) {
    const { severity, issues: said } = used(bound);
    assert.deepEqual([severity.grade !== 'severe', severity.atLeast, severity.missing.includes('temperature'), said], [true, true, true, []]);
  }
  for (const nothing of [{ atLeast: null }, { below: undefined, above: null }]) assert.deepEqual([used(nothing).severity.grade, used(nothing).issues], [null, []]);
  for (const [wrong, words] of [
    [{ atLeast: 38, atMost: 39 }, /`atLeast`, `atMost` has more than one number/],
    [{ value: 38, below: 39 }, /has more than one number/],
    [{ atLeast: NaN }, /not a usable number/],
    [{ atLeast: '38' }, /send the number \{ "atLeast": 38 \}/],
    [{ atLeast: { atLeast: 38 } }, /is not a number/],
    [{ atLeast: 38, unit: 'kg' }, /`Cel`/],
    [{ atLeast: 38, comparator: '>' }, /with `comparator`/],
    [{ atLeast: 20 }, /leaves every value/],
    [{ above: 47 }, /outside 20 to 47/],
    [{ get above() { return 41.3; } }, /computed property/],
  ]) {
    assert.equal(used(wrong).severity.grade, null, JSON.stringify(wrong));
    assert.match(issues(used(wrong), 'temperature')[0], words);
  }
});

test('after ten thousand hostile calls the next is as good as the first', () => {
  const made = Object.values(JUNK).map((make) => make());
  const outer = Object.values(NO_OBJECT).map((make) => make());
  for (let at = 0; at < 10_000; at += 1) {
    const junk = made[at % made.length];
    const calls = [
      () => assess(outer[at % outer.length]),
      () => assess({ temperature: junk, agents: [junk], ph: { value: junk, unit: junk } }, { basis: junk }),
      () => assess({}, outer[at % outer.length]),
      () => toCdsHooksCards(junk),
      () => toCdsHooksCards({ recommendations: [junk], ruleSet: junk }),
    ];
    try {
      calls[at % calls.length]();
    } catch (error) {
      assert.ok(error instanceof TypeError, `${error}`);
    }
  }
  assert.equal(JSON.stringify(assess(GOOD)), FIRST);
  assert.ok(ruleSet().rules.length > 10);
});

test('cards are those of the data in an assessment, whoever carries it', () => {
  const assessment = assess(GOOD);
  const cards = JSON.stringify(toCdsHooksCards(assessment));
  for (const same of [structuredClone(assessment), JSON.parse(JSON.stringify(assessment)), new Proxy(assessment, {}), { ...assessment, mine: () => {}, also: new Map() }]) {
    assert.equal(JSON.stringify(toCdsHooksCards(same)), cards);
  }
  for (const make of [...Object.values(JUNK), ...Object.values(NO_OBJECT)]) assert.throws(() => toCdsHooksCards(make()), TypeError);
  assert.throws(() => toCdsHooksCards(Promise.resolve(assessment)), { code: 'assessment', message: /a promise: await it/ });
});

test('a computation that stops is an error with a code, and the next call finds a fresh instance', () => {
  const { keys } = Object;
  // what the WebAssembly asks for first: it stops in the middle of the call, as memory that ran out would stop it
  for (const thrown of [new WebAssembly.RuntimeError('unreachable'), new RangeError('Maximum call stack size exceeded'), 'a text']) {
    Object.keys = () => { throw thrown; };
    try {
      // more often than the module has room for what is left behind
      for (let at = 0; at < 600; at += 1) assert.throws(() => assess(GOOD), (error) => error.code === 'crash' && /the computation stopped/.test(error.message));
    } finally {
      Object.keys = keys;
    }
    assert.equal(JSON.stringify(assess(GOOD)), FIRST);
    assert.ok(toCdsHooksCards(assess(GOOD)).cards.length > 0);
  }
});

test('a host object becomes fresh plain data, and twice the same', () => {
  const source = readFileSync(new URL('../../www/plain.js', import.meta.url), 'utf8');
  const plainObject = new Function(`${source}; return plainObject;`)();
  for (const [what, make] of Object.entries({ ...JUNK, ...NO_OBJECT })) {
    const { data, fault } = plainObject(make());
    assert.ok((data === null) !== (fault === null), what);
    const inside = plainObject({ key: make(), list: [make()], quantity: { value: make() } });
    assert.equal(inside.fault, null, what);
    assert.deepEqual(plainObject(inside.data).data, inside.data, what);
    assert.doesNotThrow(() => structuredClone(inside.data), what);
  }
  const given = { agents: ['haloperidol'] };
  const { data } = plainObject(given);
  assert.deepEqual(data, given);
  assert.notEqual(data.agents, given.agents);
});
