// The derived findings, a second time: from the words and the data of the rule set, one small function for each kind.
//
// `trees` are the criteria that a kind needs; their truths (true, false, null) come from cql-execution.

import { nine } from './reading.mjs';

const some = (truths, wanted) => truths.some((truth) => truth === wanted);
/** From the smallest to the greatest result at the corners of two ranges; unknown where one of them has none. */
const pair = (formula) => (derived, { range }) => {
  const [a, b] = derived.map((id) => range(id));
  if (a === null || b === null) return null;
  const results = a.flatMap((one) => b.map((other) => formula(one, other)));
  return results.includes(null) ? null : [Math.min(...results), Math.max(...results)];
};
const named = (passes) => (derived, { agents }) => {
  const [list, name] = [derived].flat();
  return agents(list).some((agent) => passes(agent, name)) ? true : null;
};

const GRADES = ['mild', 'moderate', 'severe'];

/** The severity rows that bear on a grade. */
const rowsFrom = (grade, { ruleSet }) => ruleSet.severity.filter((row) => GRADES.indexOf(row.grade) >= GRADES.indexOf(grade));

function reaches(grade, truths, context) {
  const counted = truths.filter((_, at) => {
    const { basis } = rowsFrom(grade, context)[at];
    return context.basis === 'all' || basis === 'article';
  });
  return some(counted, true) ? true : some(counted, null) ? null : false;
}

const scoreItems = (id, { ruleSet }) => {
  if (ruleSet.score.id !== id) throw new Error(`there is no score \`${id}\``);
  return ruleSet.score.items;
};
const points = (counts) => (id, { truths, ...context }) => {
  const sum = scoreItems(id, context).reduce((known, item, at) => known + (counts(truths[at]) ? item.points : 0), 0);
  return [sum, sum];
};
const itemTrees = (id, context) => scoreItems(id, context).map((item) => item.when);

const suspicionTrees = (_, { ruleSet: { preprocessing: { suspicion } } }) => suspicion.rows.map((row) => row.when);

/** The state of the first row that is met. */
const suspicionOf = (truths, { ruleSet: { preprocessing: { suspicion } } }) => suspicion.rows[truths.indexOf(true)]?.state ?? 'incomplete';

const ACTED_ON = { suspected: true, possible: true, check: null, incomplete: null, 'not-supported': false, 'no-signs': false };
const TO_CHECK = { suspected: false, possible: false, check: true, incomplete: null, 'not-supported': false, 'no-signs': false };

/** One line for each kind of derivation. A new kind in the rule set stops the test until it has its line here. */
const KINDS = {
  ratio: { type: 'Decimal', value: pair((a, b) => (b > 0 ? nine(a / b) : null)) },
  percentAbove: { type: 'Decimal', value: pair((a, b) => (b > 0 ? nine((100 * (a - b)) / b) : null)) },
  difference: { type: 'Decimal', value: pair((a, b) => nine(a - b)) },
  meanPressure: { type: 'Decimal', value: pair((systolic, diastolic) => nine((systolic + 2 * diastolic) / 3)) },
  scoreKnown: { type: 'Decimal', trees: itemTrees, value: points((truth) => truth === true) },
  scorePossible: { type: 'Decimal', trees: itemTrees, value: points((truth) => truth !== false) },
  listsAntagonist: { type: 'Boolean', value: named((agent) => agent.impliesExposure) },
  names: { type: 'Boolean', value: named((agent, name) => agent.id === name || [' ', '-'].some((mark) => agent.id.startsWith(name + mark))) },
  listsDepot: { type: 'Boolean', value: named((agent) => agent.depotOnly) },
  listsDopaminergic: {
    type: 'Boolean',
    value: (lists, { agents }) => (lists.some((list) => agents(list).some((agent) => agent.class === 'dopaminergic drug')) ? true : null),
  },
  alternatives: { type: 'Boolean', trees: (ways) => ways, value: (_, { truths }) => (some(truths, true) ? true : some(truths, false) ? false : null) },
  raisedBy: { type: 'Boolean', trees: (both) => both, value: (_, { truths: [main, raise] }) => (raise === true ? true : main) },
  established: { type: 'Boolean', trees: (tree) => [tree], value: (_, { truths: [truth] }) => truth === true },
  ifAnswered: { type: 'Boolean', trees: (tree) => [tree], value: (_, { truths: [truth] }) => truth === true },
  limited: {
    type: 'Boolean',
    trees: (three) => three,
    value: (_, { truths: [main, noIf, openIf] }) => (main === false || noIf === true ? false : openIf === true ? null : main),
  },
  notRuledOut: { type: 'Boolean', trees: (tree) => [tree], value: (_, { truths: [truth] }) => truth !== false },
  suspected: { type: 'Boolean', trees: suspicionTrees, value: (_, { truths, ...context }) => ACTED_ON[suspicionOf(truths, context)] },
  toCheck: { type: 'Boolean', trees: suspicionTrees, value: (_, { truths, ...context }) => TO_CHECK[suspicionOf(truths, context)] },
  gradeOverAll: {
    type: 'Boolean',
    trees: (grade, context) => rowsFrom(grade, context).map((row) => row.when),
    value: (grade, { truths, ...context }) => reaches(grade, truths, { ...context, basis: 'all' }),
  },
  gradeAtLeast: {
    type: 'Boolean',
    trees: (grade, context) => rowsFrom(grade, context).map((row) => row.when),
    value: (grade, { truths, ...context }) => reaches(grade, truths, context),
  },
};

const PLAIN = ['id', 'label', 'formula', 'basis', 'statements', 'citations', 'interpretation'];

/** The steps of the rule set in their order: `{ id, type, trees, value(context) }`. */
export function derivations(ruleSet) {
  return ruleSet.derived.map((row) => {
    const keys = Object.keys(row).filter((key) => !PLAIN.includes(key));
    const kind = keys.length === 1 ? KINDS[keys[0]] : undefined;
    if (!kind) {
      throw new Error(`the derived finding \`${row.id}\` is of a kind that has no second implementation (${keys.join(', ')}: "${row.formula}"); give it a line in derived.mjs`);
    }
    const data = row[keys[0]];
    return {
      id: row.id,
      kind: keys[0],
      data,
      type: kind.type,
      trees: kind.trees ? kind.trees(data, { ruleSet }) : [],
      value: (context) => kind.value(data, { ruleSet, ...context }),
    };
  });
}

/** The parts of `preprocessing` that this test has read; another one may change verdicts and has to be looked at. */
const READ = ['agents', 'suspicion', 'grades', 'checkFirst', 'scope', 'numbers', 'bounds', 'choices', 'order', 'folding', 'kinds'];

export function checkPreprocessing({ preprocessing }) {
  const unread = Object.keys(preprocessing).filter((key) => !READ.includes(key));
  if (unread.length > 0) throw new Error(`this test does not know \`preprocessing.${unread[0]}\`: ${JSON.stringify(preprocessing[unread[0]])}`);
}

export { suspicionOf, suspicionTrees, reaches, GRADES };
