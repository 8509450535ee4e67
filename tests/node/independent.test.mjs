// A second engine reaches the same verdicts: the rule set as JSON, translated to ELM and evaluated by cql-execution, the
// reference implementation of the Clinical Quality Language, whose three-valued logic nobody here has written.
//
// `cargo xtask test` fetches cql-execution into `target/cql`. INDEPENDENT_CASES sets the number of cases (20000 for the
// full run), INDEPENDENT_SEED the seed, INDEPENDENT_RULE_SET the path of another rule set as JSON to hold the engine
// against: with a threshold changed there, this test has to fail.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import init, { ruleSet } from '../../dist/npm/nms-advisor.js';
import { spread } from './independent/pool.mjs';
import { secondEngine } from './independent/second-engine.mjs';

/** Half a minute on two cores, more where they are busy; each case is assessed on both bases. */
const CASES = Number(process.env.INDEPENDENT_CASES ?? 4000);
const SEED = Number(process.env.INDEPENDENT_SEED ?? 1);

const require = createRequire(new URL('../../target/cql/', import.meta.url));

function find() {
  try {
    return require.resolve('cql-execution');
  } catch {
    return null;
  }
}

const cqlExecution = find();
const skip = cqlExecution ? false : 'cql-execution is not in target/cql; `cargo xtask test` fetches it';

async function rules() {
  await init();
  const path = process.env.INDEPENDENT_RULE_SET;
  return path ? JSON.parse(readFileSync(path, 'utf8')) : ruleSet();
}

test(`cql-execution reaches the same verdicts in ${CASES} cases (seed ${SEED})`, { skip }, async (t) => {
  const set = await rules();
  const { tally, failures } = await spread({ set, cqlExecution, seed: SEED, count: CASES });
  assert.equal(failures.length, 0, `the engines disagree:\n${failures.join('\n')}`);
  t.diagnostic(`${tally.cases} cases, ${tally.verdicts} verdicts; ${JSON.stringify(tally.suspicion)}; ${JSON.stringify(tally.grade)}`);
  if (CASES < 1000) return;
  // agreement says little about a rule that was always unknown
  const seen = (counts, words, what) => { for (const word of words) assert.ok(counts[word] > 0, `no case makes ${what} ${word}`); };
  for (const [id, truths] of Object.entries(tally.truths)) seen(truths, ['met', 'unknown', 'not-met'], id);
  seen(tally.suspicion, ['suspected', 'possible', 'check', 'incomplete', 'not-supported', 'no-signs'], 'the suspicion');
  seen(tally.grade, ['mild', 'moderate', 'severe', 'null'], 'the grade');
});

const changes = {
  'a threshold': (set) => { set.definitions.find((one) => one.id === 'extreme-hyperthermia').when.above[1] = 41.2; },
  'a comparison that includes its threshold': (set) => {
    const row = set.severity.find((one) => one.id === 'moderate-temperature-40');
    row.when = { above: row.when.atLeast };
  },
  'a condition of a rule': (set) => { set.rules[0].when = { not: set.rules[0].when }; },
  'the suspicion table': (set) => { set.preprocessing.suspicion.rows.pop(); },
  'where a line is folded': (set) => { for (const rule of set.rules) rule.foldsUnder = []; },
};

for (const [what, change] of Object.entries(changes)) {
  test(`a rule set with ${what} changed is noticed`, { skip }, async () => {
    const set = structuredClone(await rules());
    change(set);
    const { failures } = await spread({ set, cqlExecution, seed: SEED, count: 2000, most: 1 });
    assert.ok(failures.length > 0);
  });
}

test('what has no second implementation stops the test', { skip }, async () => {
  const refuses = async (change, message) => {
    const set = structuredClone(await rules());
    change(set);
    assert.throws(() => secondEngine(set, require(cqlExecution)), message);
  };
  await refuses((set) => set.derived.push({ id: 'new', label: '', formula: 'words', median: ['systolic'], basis: 'design' }), /`new` is of a kind that has no second implementation/);
  await refuses((set) => { set.rules[0].when = { exactly: ['temperature', 38] }; }, /does not know the criterion/);
  await refuses((set) => { set.findings[0].kind = 'image'; }, /does not know findings of kind `image`/);
  await refuses((set) => { set.preprocessing.more = 'words'; }, /does not know `preprocessing.more`/);
});
