// A case in a learning platform that speaks SCORM 1.2. The case is the single file in a frame; this script stands between it
// and the platform. Whatever the platform does, the case works, and a line says whether it is recorded.
(() => {
  'use strict';

  const SAID = {
    looking: 'Looking for the learning platform …',
    recorded: (place) => `Recorded by the learning platform: ${place}.`,
    begun: 'The learning platform records how far you are.',
    completed: 'Recorded by the learning platform: completed.',
    review: 'Review or preview: nothing of this visit is recorded.',
    stands: (status) => `The learning platform has this activity as ${status}; that stays.`,
    not: (why) => `Not recorded: ${why}. The case works all the same.`,
    missing: 'no learning platform was found around this page',
    foreign: 'what is around this page is no learning platform of SCORM 1.2',
    unreached: 'the browser keeps the case in the frame apart from this page',
    stopped: 'the case could not start',
    threw: (call) => `the learning platform failed at ${call}`,
    refused: (call, code, words) => `the learning platform refused ${call}${code ? ` (${code}${words ? `: ${words}` : ''})` : ''}`,
    closed: 'the learning platform has closed this visit; open the activity again',
    unread: (problems) => `What the platform kept could not be read completely: ${problems}`,
    stage: (title, stage, stages) => `stage ${stage} of ${stages} of “${title}”`,
    two: 'The platform was found late. It still has your earlier visit, and you have already begun again here. Which one is to count?',
    earlier: 'Go on with the earlier visit',
    anew: 'Keep what I have done now',
    about: 'What is recorded',
    lines: [
      'The platform gets: whether the activity is completed, how long you were here, at which stage you are, and your answers with the reasons that you wrote, so that you can go on later.',
      'The activity is completed when you have committed to an answer at the last stage and have compared it with the plan. There is no score.',
      'Write nothing of a real patient.',
    ],
  };

  const MOST = 4096; // letters of cmi.suspend_data
  const CALLS = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString'];
  const DEPTH = 12; // windows around each other
  const PATIENT = 3000; // ms that the case waits for the platform
  const LOOKING = 30_000; // ms until nobody looks any more
  const EACH = 250; // ms between two looks
  const DONE = ['completed', 'passed', 'failed'];

  const wanted = document.querySelector('meta[name="nms-case"]').content;
  const [frame, line, choice] = ['case', 'said', 'choice'].map((id) => document.getElementById(id));

  let api = null; // of the platform
  let visit = 'none'; // none, open, review, closed
  let foreign = false; // something of that name was there, and could not be it
  let advisor = null; // the element in the frame
  let kept = ''; // what the platform had of an earlier visit
  let written = null; // what it was given last
  let undecided = false; // which of two states is to be kept
  let done = false; // whether it counts as completed
  let settled = false; // whether the platform knows that
  let status = ''; // what the platform calls it
  let place = ''; // of the learner, for the platform
  let shown = ''; // the same in words
  let since = Date.now();

  function say(text, recorded = true) {
    line.textContent = text;
    line.dataset.recorded = recorded ? 'yes' : 'no';
    // what is not recorded is said at once
    line.setAttribute('role', recorded ? 'status' : 'alert');
  }

  const fail = (why) => say(SAID.not(why), false);

  // ── the platform

  /** Whether it has the calls of SCORM 1.2. What belongs to another origin throws when it is looked at. */
  function fits(found) {
    try {
      return CALLS.every((call) => typeof found[call] === 'function');
    } catch {
      return false;
    }
  }

  /** The windows around one, from the inside out; those of another origin are passed through. */
  function around(start) {
    const all = [];
    let one = start;
    while (one && all.length < DEPTH) {
      all.push(one);
      try {
        if (!one.parent || one.parent === one) break;
        one = one.parent;
      } catch {
        break;
      }
    }
    return all;
  }

  function openerOf(one) {
    try {
      return one.opener ?? null;
    } catch {
      return null;
    }
  }

  function find() {
    const inside = around(window);
    const opened = inside.map(openerOf).filter(Boolean);
    for (const one of new Set([...inside, ...opened.flatMap(around)])) {
      let found;
      try {
        found = one.API;
      } catch {
        continue;
      }
      if (found === undefined || found === null) continue;
      if (fits(found)) return found;
      foreign = true;
    }
    return null;
  }

  /** One call; what went wrong is thrown as a reason in words. */
  function call(name, ...values) {
    let answer;
    try {
      answer = api[name](...values);
    } catch {
      throw new Error(SAID.threw(name));
    }
    return answer;
  }

  /** Number and words of what went wrong last. */
  function wrong() {
    try {
      const code = String(api.LMSGetLastError() ?? '');
      return code && code !== '0' ? [code, String(api.LMSGetErrorString(code) ?? '').slice(0, 120)] : ['', ''];
    } catch {
      return ['', ''];
    }
  }

  function order(name, ...values) {
    if (String(call(name, ...values)) !== 'true') throw new Error(SAID.refused(name === 'LMSSetValue' ? `${name} ${values[0]}` : name, ...wrong()));
  }

  const read = (element) => String(call('LMSGetValue', element) ?? '');
  const write = (element, value) => order('LMSSetValue', element, value);

  /** Does it, or says why it could not. */
  function attempt(act) {
    try {
      act();
      return true;
    } catch (error) {
      fail(error.message);
      return false;
    }
  }

  /** Hours, minutes and seconds since the visit began. */
  function time() {
    const seconds = Math.max(0, Math.min((Date.now() - since) / 1000, 9999 * 3600));
    const two = (number) => String(Math.floor(number)).padStart(2, '0');
    return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two((seconds * 100) % 100)}`;
  }

  function begin() {
    order('LMSInitialize', '');
    since = Date.now();
    let mode = '';
    try {
      mode = read('cmi.core.lesson_mode');
    } catch {
      // a platform may not have it
    }
    const review = ['review', 'browse'].includes(mode);
    visit = review ? 'review' : 'open';
    status = read('cmi.core.lesson_status');
    settled = DONE.includes(status);
    done ||= settled;
    kept = read('cmi.suspend_data');
    written = kept;
    if (review) {
      say(SAID.review);
      return;
    }
    // left in the middle, it is gone on with
    write('cmi.core.exit', settled ? '' : 'suspend');
    if (!settled) write('cmi.core.lesson_status', 'incomplete');
    order('LMSCommit', '');
    say(settled ? stands() : SAID.begun);
  }

  /** What a platform says of an activity that is over. */
  const stands = () => (status === 'completed' ? SAID.completed : SAID.stands(status));

  /** What the learner has done, as far as the platform does not have it. */
  function keep() {
    const progress = advisor?.exportProgress() ?? '';
    // it is never longer: a platform that cuts would leave what nobody can read
    if (!progress || undecided || progress === written || progress.length > MOST) return;
    // another case that was looked at is not the activity
    if (wanted && !progress.startsWith(`nms-progress 1 ${wanted} `)) return;
    write('cmi.suspend_data', progress);
    written = progress;
  }

  /** What the platform calls done already stays as it calls it. */
  function complete() {
    if (!done || settled) return;
    write('cmi.core.lesson_status', 'completed');
    write('cmi.core.exit', '');
    [settled, status] = [true, 'completed'];
  }

  function record() {
    if (visit !== 'open') return;
    const well = attempt(() => {
      keep();
      complete();
      if (place) write('cmi.core.lesson_location', place);
      write('cmi.core.session_time', time());
      order('LMSCommit', '');
    });
    if (well) say(settled ? stands() : shown ? SAID.recorded(shown) : SAID.begun);
  }

  /** Once, whatever else the page does while it goes. */
  function finish() {
    if (visit !== 'open' && visit !== 'review') return;
    const recording = visit === 'open';
    visit = 'closed';
    if (recording) {
      // each for itself: what is refused keeps nothing else back
      for (const act of [keep, complete, () => write('cmi.core.session_time', time()), () => order('LMSCommit', '')]) attempt(act);
    }
    attempt(() => order('LMSFinish', ''));
  }

  // ── the case

  async function restore() {
    const problems = await advisor.restoreProgress(kept);
    if (problems.length) say(SAID.unread(problems.join(' ')), false);
  }

  /** Whether the learner has done anything here: a line of a stage that is not as it opens. */
  const began = () => advisor.exportProgress().split('\n').slice(1).some((stage) => !stage.endsWith(' hidden - - -,-,-'));

  /** The platform came when the learner had begun: nobody's work goes without a word. */
  function ask() {
    undecided = true;
    const button = (text, act) => {
      const one = document.createElement('button');
      one.type = 'button';
      one.textContent = text;
      one.addEventListener('click', () => {
        undecided = false;
        choice.hidden = true;
        choice.replaceChildren();
        act();
      });
      return one;
    };
    const said = document.createElement('p');
    said.textContent = SAID.two;
    choice.replaceChildren(said, button(SAID.earlier, restore), button(SAID.anew, record));
    choice.hidden = false;
  }

  function heard({ type, detail }) {
    if (wanted && detail.case !== wanted) return;
    if (type === 'nms-stage') {
      place = `${detail.case || 'own'}/${detail.stage}`;
      shown = SAID.stage(detail.title, detail.stage, detail.stages);
    } else {
      done = true;
    }
    record();
  }

  /** The element in the frame, ready; nothing where it cannot be reached. */
  async function reach() {
    let inside;
    try {
      inside = frame.contentDocument?.querySelector('nms-advisor');
    } catch {
      inside = null;
    }
    if (!inside) throw new Error(SAID.unreached);
    inside.setAttribute('view', 'cases');
    await frame.contentWindow.customElements.whenDefined('nms-advisor');
    await inside.ready.catch(() => { throw new Error(SAID.stopped); });
    return inside;
  }

  async function open() {
    const reached = await reach();
    for (const type of ['nms-stage', 'nms-case']) reached.addEventListener(type, heard);
    advisor = reached;
    if (kept) await restore();
    // what was kept may be of another case
    if (wanted && !advisor.exportProgress().startsWith(`nms-progress 1 ${wanted} `)) advisor.setAttribute('case', wanted);
  }

  // ── from now on

  const loaded = new Promise((resolve) => {
    if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.querySelector('nms-advisor')) resolve();
    else frame.addEventListener('load', resolve, { once: true });
  });

  function about() {
    const details = document.getElementById('about');
    const summary = document.createElement('summary');
    summary.textContent = SAID.about;
    details.append(summary, ...SAID.lines.map((text) => {
      const one = document.createElement('p');
      one.textContent = text;
      return one;
    }));
  }

  const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

  /** Looks until the platform is there, or it has become late. */
  async function look(until) {
    for (let waited = 0; waited <= until; waited += EACH) {
      api = find();
      if (api) return true;
      await pause(EACH);
    }
    return false;
  }

  async function start() {
    about();
    say(SAID.looking);
    const found = await look(PATIENT);
    if (found) attempt(begin);
    else fail(foreign ? SAID.foreign : SAID.missing);
    await loaded;
    try {
      await open();
    } catch (error) {
      fail(error.message);
    }
    if (found || !(await look(LOOKING - PATIENT)) || !attempt(begin)) return;
    if (!advisor) return;
    if (!began()) {
      if (kept) await restore();
    } else if (kept && visit === 'open') {
      ask();
    } else {
      record();
    }
  }

  // taken out of its frame, closed, or put aside: there may be no later
  addEventListener('pagehide', finish);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && visit === 'open' && advisor) attempt(() => { keep(); order('LMSCommit', ''); });
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || visit !== 'closed') return;
    visit = 'none';
    if (!attempt(begin)) fail(SAID.closed);
  });
  start();
})();
