// The component and the element in JSX.
import { NmsAdvisor, type NmsAdvisorElement } from 'nms-advisor/react';
import { createRef } from 'react';

const ref = createRef<NmsAdvisorElement>();
export const right = [
  <NmsAdvisor ref={ref} findings={null} room textSize="large" idle="15 clear" headingLevel={3} className="wide" onClick={() => {}} />,
  <NmsAdvisor onChange={({ detail }) => detail.assessment.severity.grade} onError={({ detail }) => detail.error.code} findings={undefined}>
    <p slot="local-notes">Second fridge.</p>
  </NmsAdvisor>,
  <nms-advisor view="run" heading-level={3} onnms-change={(event) => event.detail.findings.temperature} />,
];
// @ts-expect-error a theme that is none
export const theme = <NmsAdvisor theme="blue" />;
// @ts-expect-error a finding that is none
export const finding = <NmsAdvisor findings={{ temprature: 39 }} />;
// @ts-expect-error the attribute is written otherwise in JSX
export const level = <NmsAdvisor heading-level="9" headingLevel={9} />;
