// Cases by a seeded generator: every subset of answers from none to all, with numbers on and beside every threshold.

/** A small generator (mulberry32), so that a seed gives the same cases everywhere. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { next, below, chance: (share) => next() < share, pick: (list) => list[below(list.length)] };
}

const COMPARED = ['above', 'atLeast', 'below', 'atMost'];

/** Every threshold of the rule set, by finding: [id, [numbers]]. */
export function thresholds(ruleSet) {
  const found = new Map();
  const walk = (tree) => {
    if (Array.isArray(tree)) tree.forEach(walk);
    else if (tree && typeof tree === 'object') {
      for (const [key, part] of Object.entries(tree)) {
        if (COMPARED.includes(key) && Array.isArray(part)) found.set(part[0], [...new Set([...(found.get(part[0]) ?? []), part[1]])]);
        else walk(part);
      }
    }
  };
  walk(ruleSet);
  return found;
}

// at most three decimals, where doubles and exact decimals agree
const few = (value, places = 3) => Number(value.toFixed(places));

/** Pairs of answers that put a computed number on a threshold or one step beside it: `(step, threshold, draw) => [a, b]`. */
const PAIRS = {
  ratio: (step, limit, { below }) => { const b = 2 * (1 + below(200)); return [limit * b + step, b]; },
  percentAbove: (step, limit, { below }) => { const b = 4 * (1 + below(40)); return [b + (b * limit) / 100 + step, b]; },
  difference: (step, limit, { below }) => { const b = 40 + below(100); return [b + limit + step, b]; },
  meanPressure: (step, limit, { below }) => { const b = Math.max(10, Math.round(limit) - below(20)); return [3 * limit - 2 * b + step, b]; },
};

/** Answers that are likely to meet a condition in one of its ways; `near` puts a number on or beside a threshold. */
function meeting(ruleSet, draw, near) {
  const { pick, chance } = draw;
  const { suspicion } = ruleSet.preprocessing;
  const compare = ([id, limit], findings) => {
    const row = ruleSet.derived.find((one) => one.id === id);
    const kind = row && Object.keys(PAIRS).find((name) => name in row);
    if (!row) findings[id] = near(id, limit);
    else if (kind) PAIRS[kind](pick([-1, 0, 0, 1]), limit, draw).forEach((value, at) => { findings[row[kind][at]] = few(value); });
  };
  const option = ([id, chosen], findings) => { findings[id] = chosen; };
  const every = (parts, findings) => parts.forEach((part) => meet(part, findings));
  const oneOf = (parts, findings) => { if (parts.length > 0) meet(pick(parts), findings); };
  const ways = {
    present: (id, findings) => {
      const row = ruleSet.derived.find((one) => one.id === id);
      if (!row) findings[id] = true;
      else if (row.suspected) oneOf(suspicion.rows.filter(({ state }) => ['suspected', 'possible'].includes(state)).map((one) => one.when), findings);
      else if (row.toCheck) oneOf(suspicion.rows.filter(({ state }) => state === 'check').map((one) => one.when), findings);
      else if (row.gradeAtLeast ?? row.gradeOverAll) oneOf(ruleSet.severity.map((one) => one.when), findings);
      else oneOf([row.alternatives ?? row.raisedBy ?? row.established ?? row.ifAnswered ?? row.notRuledOut ?? row.limited?.slice(0, 1) ?? []].flat(), findings);
    },
    absent: (id, findings) => { if (id in findings) findings[id] = false; },
    is: option,
    atLeastGrade: option,
    above: compare,
    atLeast: compare,
    below: compare,
    atMost: compare,
    all: every,
    any: oneOf,
    atLeastOf: ([, parts], findings) => every(parts.filter(() => chance(0.6)), findings),
    definition: (id, findings) => meet(ruleSet.definitions.find((one) => one.id === id).when, findings),
  };
  /** Passes over what it does not know: the cases may be poorer for it, the comparison is not. */
  function meet(tree, findings) {
    const [key, part] = Object.entries(tree)[0];
    ways[key]?.(part, findings);
  }
  return meet;
}

export function generator(ruleSet, seed) {
  const draw = random(seed);
  const { next, below, chance, pick } = draw;
  const limits = thresholds(ruleSet);
  const pairs = ruleSet.derived.flatMap((row) => {
    const kind = Object.keys(PAIRS).find((name) => name in row);
    return kind && limits.has(row.id) ? [{ make: PAIRS[kind], ids: row[kind], limits: limits.get(row.id) }] : [];
  });
  const computedFrom = new Set(ruleSet.derived.flatMap((row) => Object.keys(PAIRS).flatMap((kind) => row[kind] ?? [])));
  const names = ruleSet.agents.flatMap((agent) => [agent.id, ...agent.brands]);
  // those that a derived finding asks for by name, which would seldom be drawn from hundreds
  const asked = ruleSet.derived.flatMap((row) => (row.names ? [row.names[1]] : []));
  const harmless = ruleSet.agents.filter((agent) => !agent.impliesExposure).map((agent) => agent.id);

  function plain(finding) {
    const [from, to] = chance(0.7) ? finding.plausible : finding.hard;
    // whole numbers where something is computed from them, so that quotients are exact where it matters
    const places = computedFrom.has(finding.id) ? 0 : below(3);
    const near = limits.get(finding.id);
    if (!near || chance(0.3)) return few(from + next() * (to - from), places);
    return few(pick(near) + pick([-1, 0, 0, 1]) * (places === 0 ? 1 : 10 ** -places));
  }

  /** A bound, now and then none that can be used. What is computed from a bound that leaves its number out may round otherwise here. */
  function bound(finding, value) {
    const sides = computedFrom.has(finding.id) ? ['atLeast', 'atMost'] : ['atLeast', 'atMost', 'above', 'below'];
    if (chance(0.05)) return pick([{ atLeast: value, atMost: value + 1 }, { value, above: value }, { below: finding.hard[0] }, { atLeast: finding.hard[0] }, { above: 'high' }]);
    return { [pick(sides)]: value };
  }

  function number(finding) {
    const value = plain(finding);
    if (chance(0.1)) return bound(finding, value);
    if (chance(0.02)) return pick([finding.hard[1] + 1, finding.hard[0] - 1, 'high', { value, unit: 'furlong' }]);
    if (chance(0.85)) return value;
    const unit = pick(finding.units);
    const sent = (value * unit.denominator) / unit.numerator + unit.offset;
    const member = chance(0.1) ? pick(['atLeast', 'atMost']) : 'value';
    return { [member]: few(unit.perWeight ? sent * (40 + below(60)) : sent), unit: unit.code };
  }

  const inAnyCase = (name) => pick([name, name.toUpperCase(), name[0].toUpperCase() + name.slice(1)]);
  const some = (list, most) => Array.from({ length: below(most + 1) }, () => pick(list));
  const answers = {
    boolean: () => (chance(0.01) ? pick(['yes', 1]) : chance(0.45)),
    choice: ({ choices }) => (chance(0.01) ? 'unheard of' : pick(choices).id),
    number,
    // lists without an antagonist are as frequent as lists with one, which a random draw would seldom give
    agents: () => (chance(0.5) ? some([...harmless, 'aspirin'], 2) : some(chance(0.2) ? asked : names, 3)).map(inAnyCase),
    rules: () => some(ruleSet.rules.map((rule) => rule.id), 3),
    date: () => `20${10 + below(20)}-0${1 + below(9)}-1${below(10)}`,
  };

  const draws = (finding) => {
    const answer = answers[finding.kind];
    if (!answer) throw new Error(`this test cannot answer findings of kind \`${finding.kind}\`; teach it to cases.mjs`);
    return answer(finding);
  };

  const meet = meeting(ruleSet, draw, (id, limit) => {
    const places = computedFrom.has(id) ? 0 : below(3);
    return few(limit + pick([-1, 0, 0, 1]) * 10 ** -places);
  });
  const { rules, severity, definitions, conflicts } = ruleSet;
  const rows = [...rules, ...severity, ...definitions, ...conflicts];
  const reasons = rows.flatMap((row) => [row.when, row.contraindicatedBy, row.checkFirstIf]).filter(Boolean);

  /** Hardly anything is the matter but what one condition asks for, so that its last threshold decides. */
  function oneReason() {
    const findings = {};
    const share = pick([0.3, 0.9, 1]);
    for (const { id, kind, choices } of ruleSet.findings) {
      if (!chance(share)) continue;
      if (kind === 'boolean') findings[id] = false;
      if (kind === 'choice') findings[id] = choices[0].id;
    }
    meet(pick(reasons), findings);
    if (chance(0.7)) findings.dopamineAntagonist = true;
    return findings;
  }

  function anything() {
    const findings = {};
    // most questions answered with no, or the first option: otherwise, with many answers, everything is met and little
    // is told apart; and that nobody has a sign at all would never be drawn
    const no = pick([0, 0, 0, 0.9, 0.98]);
    const share = pick(no > 0.95 ? [0.9, 1] : [0, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9]);
    for (const finding of ruleSet.findings) {
      if (!chance(share)) continue;
      findings[finding.id] = draws(finding);
      if (chance(no)) {
        if (finding.kind === 'boolean') findings[finding.id] = false;
        if (finding.kind === 'choice') findings[finding.id] = finding.choices[0].id;
      }
      if (chance(0.01)) findings[finding.id] = null;
    }
    if (share > 0 && no < 0.95 && chance(0.6)) {
      const { make, ids, limits: near } = pick(pairs);
      make(pick([-1, 0, 0, 1]), pick(near), draw).forEach((value, at) => { findings[ids[at]] = few(value); });
    }
    return findings;
  }

  return () => (chance(0.5) ? oneReason() : anything());
}
