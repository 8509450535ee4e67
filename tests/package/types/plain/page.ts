// The element without a framework: what is right is taken, and what is wrong is refused.
import 'nms-advisor/define';
import init, { assess, type Findings } from 'nms-advisor/functions';
import inlined from 'nms-advisor/inline';

const advisor = document.querySelector('nms-advisor')!;
advisor.view = 'case';
advisor.room = true;
advisor.findings = null;
advisor.contacts = { 'poison-centre': '1' };
const grade: string | null | undefined = advisor.assessment?.severity.grade;

advisor.addEventListener('nms-change', (event) => event.detail.findings.temperature);
document.addEventListener('nms-change', (event) => event.detail.findings.temperature);
window.addEventListener('nms-change', (event) => event.detail.findings.temperature);
document.body.addEventListener('nms-error', ({ detail }) => detail.error.code === 'findings' && detail.code);
document.addEventListener('nms-assessment', ({ detail }) => detail.assessment.severity.grade);

const findings: Findings = { temperature: { value: 106, unit: '[degF]' } };
await init({ wasm: new URL('https://example.org/a.wasm') });
await inlined();
export const told = [assess(findings).severity.grade, grade];

// @ts-expect-error a view that is none
advisor.view = 'pannel';
// @ts-expect-error a finding that is none
advisor.findings = { temprature: 39 };
// @ts-expect-error a code that is none
document.addEventListener('nms-error', ({ detail }) => detail.code === 'no-such-code');
// @ts-expect-error the assessment is read only
advisor.assessment = null;
