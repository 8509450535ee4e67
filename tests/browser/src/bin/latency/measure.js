// Puts `measureEdits` into a page with the widget or with the counter: it makes edits as the browser tells of them and
// times what follows each.
const root = document.querySelector('nms-advisor')?.shadowRoot ?? document;
const panel = root.querySelector('[data-role="panel"]') ?? root.querySelector('output');
const PATIENCE = 5000;

// what would change the plan is worked out when the typing pauses; the pause itself is no work
const later = window.setTimeout;
let began = 0;
window.setTimeout = (call, after, ...given) => later(after > 0 ? () => {
  began = performance.now();
  call(...given);
} : call, after);

const sleep = (time) => new Promise((resolve) => { later(resolve, time); });
const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
const busy = () => root.querySelector('[data-role="missing"]')?.getAttribute('aria-busy') === 'true';

// resolves with the time at which the panel has changed, once `holds`; Yew draws in one go, before observers are told
const changed = (holds) => new Promise((resolve) => {
  const end = (time) => {
    observer.disconnect();
    clearTimeout(timer);
    resolve(time);
  };
  const observer = new MutationObserver(() => { if (holds()) end(performance.now()); });
  observer.observe(panel, { subtree: true, childList: true, attributes: true, characterData: true });
  const timer = later(end, PATIENCE, null);
});

const make = {
  text(field, value) {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value.slice(-1), inputType: 'insertText' }));
  },
  select(field, value) {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  },
  press(field) {
    field.click();
  },
};

async function measure({ control, selector, value }) {
  const field = root.querySelector(selector);
  field.focus();
  await frame();
  await frame();
  // at any moment of a frame, as a hand does
  await sleep(Math.random() * 17);
  const drawn = changed(() => true);
  const start = performance.now();
  make[control](field, value);
  const shown = await drawn;
  if (shown === null) return null;
  const settled = busy() ? changed(() => !busy()) : null;
  await frame();
  await frame();
  const painted = performance.now();
  let later = 0;
  if (settled) {
    const end = await settled;
    if (end === null) return null;
    later = end - began;
    await frame();
  }
  return [shown - start, painted - start, later];
}

window.measureEdits = async (edits) => {
  const found = [];
  for (const edit of edits) found.push(await measure(edit));
  return found;
};
