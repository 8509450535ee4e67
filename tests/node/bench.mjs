// `assess` through the JavaScript contract, beside a baseline of the same run: as many plain if-rules in straight-line
// JavaScript, without explanations and without a notion of unknown.
import init, { assess, ruleSet } from '../../dist/npm/nms-advisor.js';

await init();
const count = ruleSet().rules.length;

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

function median(call) {
  const runs = [];
  for (let round = 0; round < 41; round += 1) {
    const start = process.hrtime.bigint();
    for (let turn = 0; turn < 50; turn += 1) call();
    runs.push(Number(process.hrtime.bigint() - start) / 50_000);
  }
  return runs.sort((a, b) => a - b)[20];
}

const rows = Object.entries(CASES).map(([name, findings]) => {
  const baseline = median(() => straightLine(findings));
  const whole = median(() => assess(findings));
  const text = median(() => JSON.stringify(assess(findings)));
  return { case: name, rules: count, 'straight-line JavaScript, µs': baseline.toFixed(2), 'assess with explanations, µs': whole.toFixed(1), 'and as JSON text, µs': text.toFixed(1), ratio: (whole / baseline).toFixed(0) };
});
console.table(rows);
