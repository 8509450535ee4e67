// A learning platform around an activity: scorm-again behind a list of the calls, with the faults that a test wants.
// What was committed stays in the tab, so that the next visit finds it.

const wish = window.wish = Object.fromEntries(new URLSearchParams(location.search));
const CALLS = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'];
window.calls = [];

function platform() {
  const inner = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = JSON.parse(sessionStorage.getItem('cmi') ?? '{}');
  inner.loadFromJSON({ ...kept, core: { ...kept.core, lesson_mode: wish.mode ?? 'normal' } }, 'cmi');
  const api = {};
  for (const name of CALLS) {
    api[name] = (...values) => {
      window.calls.push([name, ...values]);
      if (wish.throws === name) throw new Error('the platform has a fault');
      if (wish.refuses === name || wish.refuses === values[0]) return 'false';
      const answer = inner[name](...values);
      if (name === 'LMSCommit') {
        const { suspend_data, core } = inner.renderCommitCMI(true).cmi;
        const { lesson_status, lesson_location, exit } = core;
        sessionStorage.setItem('cmi', JSON.stringify({ suspend_data, core: { lesson_status, lesson_location, entry: exit === 'suspend' ? 'resume' : '' } }));
      }
      return answer;
    };
  }
  return api;
}

window.appear = () => { window.API = platform(); };
if (wish.api === 'foreign') window.API = { LMSInitialize: 'yes', version: 2 };
else if (wish.api !== 'missing' && wish.api !== 'late') window.appear();

const activity = document.createElement('iframe');
activity.id = 'activity';
activity.title = 'The activity';
activity.src = 'activity/index.html';
activity.style.cssText = 'inline-size: 100%; block-size: 90vh';
document.body.append(activity);

/** What is inside: the page of the activity, the element, and what stands in it. */
window.page = () => activity.contentDocument;
window.advisor = () => page()?.getElementById('case')?.contentDocument?.querySelector('nms-advisor');
window.inside = (selector) => advisor()?.shadowRoot?.querySelector(selector) ?? null;

const turn = () => new Promise((resolve) => { setTimeout(resolve); });

/** The learner answers the stage: one thing after the other, until all of it has arrived. */
window.answer = async (grade, action, reason = '') => {
  window.answered = false;
  const set = (selector, type, put) => {
    const field = inside(selector);
    put(field);
    field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  for (;;) {
    const [head, ...stages] = advisor().exportProgress().split('\n');
    const here = stages.find((stage) => stage.startsWith(`${head.split(' ').at(-1)} `)) ?? '';
    if (!here.includes(` ${grade} `)) set(`#nms-commit-grade-${grade}`, 'change', (field) => { field.checked = true; });
    else if (!here.includes(` ${action},`)) set('#nms-commit-0', 'change', (field) => { field.value = action; });
    else if (!here.includes(reason.slice(0, 10))) set('#nms-commit-reason', 'input', (field) => { field.value = reason; });
    else break;
    await turn();
  }
  window.answered = true;
};

/** What the platform was told of an element of its model, in order. */
window.told = (element) => calls.filter(([name, what]) => name === 'LMSSetValue' && what === element).map(([, , value]) => value);
window.count = (name) => calls.filter(([call]) => call === name).length;
window.leave = () => activity.remove();
