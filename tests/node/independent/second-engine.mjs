// The second engine: the rule set as JSON, evaluated by cql-execution, with the derived findings of derived.mjs.

import { GRADES, checkPreprocessing, derivations, reaches, suspicionOf, suspicionTrees } from './derived.mjs';
import { high, library, list, low, translator } from './elm.mjs';
import { agentsOf, parametersOf, read } from './reading.mjs';

const TRUTH = new Map([[true, 'met'], [null, 'unknown'], [false, 'not-met']]);

/** Never a verdict by accident: what is neither true, false nor null was not computed. */
function truth(value, name) {
  if (!TRUTH.has(value)) throw new Error(`cql-execution gave ${String(value)} for ${name}`);
  return value;
}

/** `{ when, contraindicated, check }` to a status, by `preprocessing.checkFirst`. */
function status({ when, contraindicated, check }) {
  if (when === false) return ['not-indicated', null];
  if (when === null) return ['check-first', 'indication'];
  if (contraindicated === true) return ['withheld', null];
  if (contraindicated === null || check === true) return ['check-first', 'contraindication'];
  return ['advised', null];
}

/** `cql` is the module cql-execution. Returns `async (findings, basis) => verdicts`. */
export function secondEngine(ruleSet, cql) {
  checkPreprocessing(ruleSet);
  const steps = derivations(ruleSet);
  const optionsOf = (id) => (ruleSet.findings.find((one) => one.id === id)?.choices ?? []).map((one) => one.id);
  const elm = translator(optionsOf);
  const parameters = [...ruleSet.findings.flatMap(parametersOf), ...steps.flatMap(({ id, type }) => (type === 'Decimal' ? [[low(id), type], [high(id), type]] : [[id, type]]))];
  const definitions = ruleSet.definitions.map(({ id, when }) => [`definition ${id}`, elm(when)]);
  const build = (id, expressions) => new cql.Library(library(id, parameters, expressions));
  const derivedLibrary = build('Derived', [...definitions, ...steps.map((step) => [step.id, list(step.trees.map(elm))])]);
  const rules = ruleSet.rules.map((rule) => ({ ...rule, names: { when: `when ${rule.id}`, contraindicated: `contraindicated ${rule.id}`, check: `check ${rule.id}` } }));
  // definitions come first: the library keeps the value of an expression that was already evaluated
  const verdictLibrary = build('Verdicts', [
    ...definitions,
    ...rules.flatMap(({ names, when, contraindicatedBy, checkFirstIf }) => [
      [names.when, elm(when)],
      [names.contraindicated, elm(contraindicatedBy)],
      [names.check, elm(checkFirstIf)],
    ]),
    ...rules.flatMap(({ id, foldsUnder }) => foldsUnder.map(({ when }, at) => [`fold ${id} ${at}`, elm(when)])),
    ['aftercare', elm(ruleSet.aftercareShownIf)],
    ['suspicion', list(suspicionTrees(null, { ruleSet }).map(elm))],
    ['severity', list(ruleSet.severity.map((row) => elm(row.when)))],
    ['features', list((ruleSet.features ?? []).map((row) => elm(row.when)))],
    ['doses', elm(ruleSet.dosesShownIf ?? { always: true })],
    ['conflicts', list(ruleSet.conflicts.map((row) => elm(row.when)))],
  ]);
  const resolve = agentsOf(ruleSet);
  const codes = new cql.CodeService({});
  const now = cql.DateTime.parse('2020-01-01T00:00:00.000+00:00');
  const patient = { id: () => 'one', getId: () => 'one', findRecords: () => [] };

  /** A source of the one patient: the executor asks until there is none left. */
  const source = () => {
    let left = [patient];
    return { currentPatient: () => left[0], nextPatient: () => ((left = []), undefined) };
  };

  // both bases ask for the same case one after the other, and most parameters are the same in both
  const remembered = new Map();
  async function evaluate(lib, name, values) {
    const key = `${name} ${JSON.stringify(values)}`;
    if (!remembered.has(key)) {
      if (remembered.size > 200) remembered.clear();
      const executor = new cql.Executor(lib, codes, values);
      const result = await (name === '' ? executor.exec(source(), now) : executor.exec_expression(name, source(), now));
      remembered.set(key, result.patientResults.one);
    }
    return remembered.get(key);
  }

  async function derive(sent, basis) {
    const values = read(ruleSet, sent);
    // a parameter that is left out would count as true, so that those still to come are null as well
    const put = ({ id, type }, found) => {
      if (type === 'Decimal') [values[low(id)], values[high(id)]] = found ?? [null, null];
      else values[id] = found;
    };
    for (const step of steps) put(step, null);
    const range = (id) => (values[low(id)] === null ? null : [values[low(id)], values[high(id)]]);
    const context = { basis, range, agents: (id) => resolve(Array.isArray(sent[id]) ? sent[id] : []) };
    for (const step of steps) {
      let truths = [];
      if (step.trees.length > 0) {
        const found = await evaluate(derivedLibrary, step.id, values);
        truths = found[step.id].map((value) => truth(value, step.id));
      }
      put(step, step.value({ ...context, truths }));
    }
    return values;
  }

  return async (sent, basis) => {
    const values = await derive(sent, basis);
    const found = await evaluate(verdictLibrary, '', values);
    const get = (name) => truth(found[name], name);
    const inScope = rules.filter((rule) => basis === 'all' || rule.basis === 'article' || rule.safety);
    const stands = new Map(inScope.map((rule) => {
      const parts = Object.fromEntries(Object.entries(rule.names).map(([part, name]) => [part, get(name)]));
      return [rule.id, status(parts)];
    }));
    const inPlan = (id) => stands.has(id) && (stands.get(id)[0] === 'advised' || stands.get(id)[1] === 'contraindication');
    const shown = (id) => inPlan(id) || stands.get(id)?.[0] === 'withheld';
    const underOf = (rule) => !shown(rule.id) ? null : rule.foldsUnder.find(({ under, advisedOnly }, at) =>
      inPlan(under)
      && (!advisedOnly || stands.get(under)[0] === 'advised')
      && get(`fold ${rule.id} ${at}`) === true
      && underOf(rules.find((over) => over.id === under)) === null)?.under ?? null;
    const placeOf = (rule) => rule.section === 'background' || (rule.section === 'aftercare' && get('aftercare') !== true) ? 'drawer' : 'screen';
    const met = found.severity.map((value) => truth(value, 'severity'));
    // a choice and a number stand in two parameters, and are known if either is
    const known = ruleSet.severityDomains.some((id) => (values[id] ?? values[`${id}.low`] ?? null) !== null);
    const grade = (over) => {
      const reached = GRADES.slice(1).filter((one) => {
        const rows = met.filter((_, at) => GRADES.indexOf(ruleSet.severity[at].grade) >= GRADES.indexOf(one));
        return reaches(one, rows, { ruleSet, basis: over }) === true;
      });
      return reached.at(-1) ?? (known ? GRADES[0] : null);
    };
    return {
      rules: new Map(
        inScope.map((rule) => {
          const parts = Object.fromEntries(Object.entries(rule.names).map(([part, name]) => [part, get(name)]));
          return [rule.id, [TRUTH.get(parts.when), ...status(parts), underOf(rule), placeOf(rule)]];
        }),
      ),
      suspicion: suspicionOf(found.suspicion.map((value) => truth(value, 'suspicion')), { ruleSet }),
      grade: grade(basis),
      gradeOverAllBases: grade('all'),
      criteria: ruleSet.severity
        .filter((row, at) => met[at] === true && row.grade === grade(basis) && (basis === 'all' || row.basis === 'article'))
        .map((row) => row.id),
      doses: Object.fromEntries((ruleSet.drugs ?? []).map(({ id, doses }) => [id, doses.length > 0 && get('doses') === true])),
      features: Object.fromEntries((ruleSet.features ?? []).map(({ id }, at) => [id, TRUTH.get(truth(found.features[at], id))])),
      conflicts: ruleSet.conflicts.filter((_, at) => truth(found.conflicts[at], 'conflicts') === true).map((row) => row.problem),
      derived: values,
    };
  };
}
