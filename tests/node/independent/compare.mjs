// Holds the engine of the package against the second engine, one case at a time.

/** What differs in one case, as lines; empty where both agree. */
export function differences(mine, theirs) {
  const lines = [];
  const compare = (what, one, other) => {
    const [left, right] = [one, other].map((value) => JSON.stringify(value ?? null));
    if (left !== right) lines.push(`${what}: NMS Advisor ${left}, cql-execution ${right}`);
  };
  const listed = new Map(mine.recommendations.map((one) => [one.id, [one.truth, one.status, one.pending, one.under, one.place]]));
  for (const id of new Set([...listed.keys(), ...theirs.rules.keys()])) compare(`rule ${id}`, listed.get(id), theirs.rules.get(id));
  compare('suspicion', mine.suspicion, theirs.suspicion);
  compare('grade', mine.severity.grade, theirs.grade);
  compare('grade over all bases', mine.severity.gradeOverAllBases, theirs.gradeOverAllBases);
  compare('severity criteria', mine.severity.criteria.map((one) => one.id), theirs.criteria);
  compare('conflicts', mine.conflicts.map((one) => one.problem), theirs.conflicts);
  // the article's view leaves these out
  if (mine.score) compare('score', [mine.score.known, mine.score.possible], [theirs.derived['consensusScoreKnown.low'], theirs.derived['consensusScorePossible.low']]);
  for (const { id, dosesShown } of mine.drugs ?? []) compare(`doses of ${id} shown`, dosesShown, theirs.doses[id]);
  for (const { id, truth } of mine.features ?? []) compare(`feature ${id}`, truth, theirs.features[id]);
  return lines;
}

/** Runs cases through both; `tally` counts what was seen, `failures` holds the first few disagreements as text. */
export async function run({ assess, second, next, count, most = 5 }) {
  const tally = { cases: 0, verdicts: 0, truths: {}, suspicion: {}, grade: {} };
  const failures = [];
  const add = (counts, key) => { counts[key] = (counts[key] ?? 0) + 1; };
  for (; tally.cases < count && failures.length < most; tally.cases += 1) {
    const findings = next();
    for (const basis of ['all', 'article']) {
      const mine = assess(findings, { verdicts: 'all', basis });
      const theirs = await second(findings, basis);
      const lines = differences(mine, theirs);
      if (lines.length > 0) failures.push(`${JSON.stringify(findings)} (basis ${basis})\n  ${lines.join('\n  ')}`);
      tally.verdicts += theirs.rules.size;
      for (const [id, [truth]] of theirs.rules) add((tally.truths[id] ??= {}), truth);
      add(tally.suspicion, theirs.suspicion);
      add(tally.grade, theirs.grade);
    }
  }
  return { tally, failures };
}
