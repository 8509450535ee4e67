// A server component: it computes where it is rendered, and the widget starts in the browser.
import init, { assess, type Findings } from 'nms-advisor/functions';
import { Advisor } from './advisor';

const CASE: Findings = { agents: ['haloperidol'], temperature: 41.3 };

export default async function Page() {
  await init();
  const { severity } = assess(CASE);
  return (
    <main>
      <h1>NMS Advisor in Next</h1>
      <p>By the server: <output id="computed">{severity.grade}</output></p>
      <Advisor findings={CASE} />
    </main>
  );
}
