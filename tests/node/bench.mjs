// `assess` through the JavaScript contract, beside a baseline of the same run: as many plain if-rules in straight-line
// JavaScript, without explanations and without a notion of unknown. With the folder of another build of the package
// (`node tests/node/bench.mjs FOLDER`) also beside that one, call by call in turn.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import init, { assess, ruleSet } from '../../dist/npm/nms-advisor.js';

await init();
const count = (await ruleSet()).rules.length;
const [folder] = process.argv.slice(2);
const other = folder && (await import(pathToFileURL(resolve(folder, 'nms-advisor.js'))));
await other?.default();

const CASES = {
  empty: {},
  mild: { dopamineAntagonist: true, temperature: 37.4, rigidity: 'mild', mentalStatus: 'confused' },
  moderate: { agents: ['haloperidol'], temperature: 39, rigidity: 'severe', creatineKinase: 4200, heartRate: 112 },
  severe: {
    agents: ['haloperidol'], temperature: 41.3, rigidity: 'severe', mentalStatus: 'stuporous', creatineKinase: 28900,
    rhabdomyolysis: true, acuteRenalFailure: true, oxygenSaturation: 93, potassium: 6.1,
  },
};

// the baseline: as many rules as the rule set has, each two comparisons
const straightLine = new Function('f', `const out = []; ${Array.from({ length: count }, (_, at) =>
  `if (f.temperature > ${38 + (at % 40) / 10} && f.creatineKinase > ${at * 100}) out.push(${at});`).join('\n')} return out;`);

/** Microseconds of a call of each, the median of many rounds in which they take turns. */
function medians(calls, turns) {
  const runs = calls.map(() => []);
  for (let round = 0; round < 101; round += 1) {
    for (const [at, call] of calls.entries()) {
      const start = process.hrtime.bigint();
      for (let turn = 0; turn < turns; turn += 1) call();
      runs[at].push(Number(process.hrtime.bigint() - start) / 1000 / turns);
    }
  }
  return runs.map((times) => times.sort((a, b) => a - b)[50]);
}

console.table(Object.entries(CASES).map(([name, findings]) => {
  const [baseline] = medians([() => straightLine(findings)], 50);
  const [whole, alone, text] = medians([() => assess(findings), () => assess(findings, { explanations: 'none' }), () => JSON.stringify(assess(findings))], 5);
  return {
    case: name, rules: count, 'straight-line JavaScript, µs': baseline.toFixed(2), 'assess with explanations, µs': whole.toFixed(1),
    'verdicts alone, µs': alone.toFixed(1), 'and as JSON text, µs': text.toFixed(1), ratio: (whole / baseline).toFixed(0),
  };
}));

if (other) {
  console.table(Object.entries(CASES).map(([name, findings]) => {
    const same = JSON.stringify(assess(findings)) === JSON.stringify(other.assess(findings));
    const [mine, theirs, alone] = medians([() => assess(findings), () => other.assess(findings), () => assess(findings, { explanations: 'none' })], 5);
    return { case: name, 'same JSON': same, 'assess, times the other build': (mine / theirs).toFixed(2), 'verdicts alone, times its assess': (alone / theirs).toFixed(2) };
  }));
}
