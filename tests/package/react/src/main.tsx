// The element, its types, its events and the functions, as an app that has just installed the package uses them.
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import init, { assess, type Findings, type NmsAdvisorElement } from 'nms-advisor/react';

const SEVERE: Findings = { agents: ['haloperidol'], temperature: { value: 106, unit: '[degF]' } };

function App({ computed }: { computed: string }) {
  const advisor = useRef<NmsAdvisorElement>(null);
  const [heard, setHeard] = useState('');
  return (
    <main>
      <h1>A fresh app</h1>
      <output id="computed">{computed}</output>
      <output id="heard">{heard}</output>
      <button type="button" onClick={() => advisor.current?.reset()}>Clear</button>
      <nms-advisor
        ref={advisor}
        findings={SEVERE}
        theme="light"
        heading-level={2}
        onnms-change={(event) => setHeard(event.detail.assessment.severity.grade ?? 'none')}
      />
    </main>
  );
}

// what must not be accepted
// @ts-expect-error a theme that is none
export const wrongTheme = <nms-advisor theme="blue" />;
// @ts-expect-error a finding that is none
export const wrongFinding = <nms-advisor findings={{ temprature: 39 }} />;

await init();
const { severity } = assess(SEVERE);
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App computed={severity.grade ?? 'none'} />
  </StrictMode>,
);
