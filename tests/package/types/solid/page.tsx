// The element in the JSX of Solid.
import 'nms-advisor/solid';

export const right = () => <nms-advisor theme="dark" prop:findings={{ temperature: 39 }} on:nms-change={(event) => event.detail.assessment.severity.grade} />;
// @ts-expect-error a theme that is none
export const theme = () => <nms-advisor theme="blue" />;
// @ts-expect-error a finding that is none
export const finding = () => <nms-advisor prop:findings={{ temprature: 39 }} />;
