'use client';
import { useState } from 'react';
import { type Findings, NmsAdvisor } from 'nms-advisor/react';

export function Advisor({ findings }: { findings: Findings }) {
  const [heard, setHeard] = useState('not heard of yet');
  return (
    <>
      <p>The reader's plan: <output id="heard">{heard}</output></p>
      <NmsAdvisor
        findings={findings}
        theme="light"
        onChange={({ detail }) => setHeard(detail.assessment.severity.grade ?? 'no grade')}
      />
    </>
  );
}
