import { useRef, useState } from 'react';
import { type Findings, NmsAdvisor, type NmsAdvisorElement } from 'nms-advisor/react';

export function App() {
  const advisor = useRef<NmsAdvisorElement>(null);
  const [findings, setFindings] = useState<Findings | null>({ agents: ['haloperidol'], temperature: 41.3 });
  const [heard, setHeard] = useState('not heard of yet');
  const [shown, setShown] = useState('not known yet');
  const [ready, setReady] = useState(0);
  return (
    <main>
      <h1>NMS Advisor in React</h1>
      <p>
        The reader's plan: <output id="heard">{heard}</output>. On the screen: <output id="shown">{shown}</output>. Started:{' '}
        <output id="ready">{ready}</output>
      </p>
      <button type="button" id="clear" onClick={() => setFindings(null)}>Another patient</button>
      <button type="button" id="field" onClick={() => advisor.current?.focusField('temperature')}>To the temperature</button>
      <NmsAdvisor
        ref={advisor}
        findings={findings}
        theme="light"
        headingLevel={2}
        onReady={() => setReady((times) => times + 1)}
        onAssessment={({ detail }) => setShown(detail.assessment?.severity.grade ?? 'no grade')}
        onChange={({ detail }) => {
          setHeard(detail.assessment.severity.grade ?? 'no grade');
          setFindings(detail.findings);
        }}
      >
        <p slot="local-notes">Dantrolene: theatre 3, second fridge.</p>
      </NmsAdvisor>
    </main>
  );
}
