// From what a host page sends to what is known about each finding, by the findings, units and agents of the rule set.
//
// Numbers are doubles here and exact decimals in the engine. The cases have few decimals, so that rounding to nine
// places gives the same number; a case made of many decimals could differ here without either being wrong.

import { high, low } from './elm.mjs';

export const nine = (value) => Math.round(value * 1e9) / 1e9;

/** The generic names behind a list, by id or brand, in any case; what is not known is passed over. */
export function agentsOf(ruleSet) {
  const byName = new Map();
  for (const agent of ruleSet.agents) {
    for (const name of [agent.id, ...agent.brands]) byName.set(name.toLowerCase(), agent);
  }
  return (names) => names.map((name) => byName.get(String(name).toLowerCase())).filter(Boolean);
}

/** What each member leaves of the values between the limits. */
const MEMBERS = {
  value: (number) => [number, number],
  atLeast: (number, [, most]) => [number, most],
  above: (number, [, most]) => [nine(number + 1e-9), most],
  atMost: (number, [least]) => [least, number],
  below: (number, [least]) => [least, nine(number - 1e-9)],
};

/** The smallest and the greatest number that an answer may mean; null where it is unknown. */
function number(finding, sent, weight) {
  const { unit: code = finding.units[0].code, ...members } = typeof sent === 'object' ? sent : { value: sent };
  const [[member, value], more] = Object.entries(members);
  const unit = finding.units.find((one) => one.code === code);
  if (more || typeof value !== 'number' || !unit) return null;
  const whole = nine(((value - unit.offset) * unit.numerator) / unit.denominator);
  if (unit.perWeight && weight === null) return null;
  const stored = unit.perWeight ? nine(whole / weight) : whole;
  if (stored < finding.hard[0] || stored > finding.hard[1]) return null;
  const [from, to] = MEMBERS[member](stored, finding.hard);
  const everything = from === finding.hard[0] && to === finding.hard[1];
  return from > to || (everything && member !== 'value') ? null : [from, to];
}

/** How each kind of finding is read into parameters; every parameter is set, with null for what is unknown. */
const KINDS = {
  boolean: {
    parameters: ({ id }) => [[id, 'Boolean']],
    read: ({ id }, sent) => ({ [id]: typeof sent === 'boolean' ? sent : null }),
  },
  choice: {
    parameters: ({ id }) => [[low(id), 'Integer'], [high(id), 'Integer']],
    read: ({ id, choices }, sent) => {
      const place = (option) => choices.findIndex((one) => one.id === option);
      const chosen = choices[place(sent)];
      const [from, to] = chosen ? (chosen.spans ?? [chosen.id, chosen.id]).map(place) : [null, null];
      return { [low(id)]: from, [high(id)]: to };
    },
  },
  number: {
    parameters: ({ id }) => [[low(id), 'Decimal'], [high(id), 'Decimal']],
    read: (finding, sent, { weight }) => {
      const [from, to] = (sent == null ? null : number(finding, sent, weight)) ?? [null, null];
      return { [low(finding.id)]: from, [high(finding.id)]: to };
    },
  },
  // no criterion reads these; what is derived from a list of agents looks at the list itself
  agents: { parameters: () => [], read: () => ({}) },
  rules: { parameters: () => [], read: () => ({}) },
  date: { parameters: () => [], read: () => ({}) },
};

const kindOf = (finding) => {
  const kind = KINDS[finding.kind];
  if (!kind) throw new Error(`this test does not know findings of kind \`${finding.kind}\` (\`${finding.id}\`); teach it to reading.mjs`);
  return kind;
};

export const parametersOf = (finding) => kindOf(finding).parameters(finding);

/** Every parameter of the askable findings. */
export function read(ruleSet, sent) {
  const weighed = ruleSet.findings.find((one) => one.id === 'weight');
  const weights = weighed && sent.weight != null ? number(weighed, sent.weight, null) : null;
  const weight = weights && weights[0] === weights[1] ? weights[0] : null;
  const parts = ruleSet.findings.map((finding) => kindOf(finding).read(finding, sent[finding.id], { weight }));
  return Object.assign({}, ...parts);
}
