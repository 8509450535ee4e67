// The element in the JSX of Preact.
import 'nms-advisor/preact';

export const right = <nms-advisor theme="dark" findings={{ temperature: 39 }} onnms-change={(event) => event.detail.assessment.severity.grade} />;
// @ts-expect-error a theme that is none
export const theme = <nms-advisor theme="blue" />;
// @ts-expect-error a finding that is none
export const finding = <nms-advisor findings={{ temprature: 39 }} />;
