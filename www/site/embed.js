// The live example: what is chosen becomes attributes of the widget, the markup to copy, and a log of its events.

const chooser = document.querySelector('#chooser');
const advisor = document.querySelector('#chosen');
const markup = document.querySelector('#markup');
const log = document.querySelector('#log');
const LINES = 8;

function show() {
  for (const { name, value } of chooser.querySelectorAll('select')) {
    if (value) advisor.setAttribute(name, value);
    else advisor.removeAttribute(name);
  }
  const attributes = [...advisor.attributes].filter(({ name }) => name !== 'id');
  markup.textContent = `<nms-advisor${attributes.map(({ name, value }) => ` ${name}="${value}"`).join('')}></nms-advisor>`;
}

function write(text) {
  const line = document.createElement('li');
  line.textContent = text;
  log.prepend(line);
  while (log.children.length > LINES) log.lastElementChild.remove();
}

chooser.addEventListener('input', show);
document.querySelector('#set').addEventListener('click', () => {
  advisor.findings = { agents: ['haloperidol'], temperature: { value: 106, unit: '[degF]' }, rigidity: 'severe' };
  write('findings set by the page: no event');
});
advisor.addEventListener('nms-ready', () => write('nms-ready'));
advisor.addEventListener('nms-error', ({ detail }) => write(`nms-error: ${detail.error.message}`));
advisor.addEventListener('nms-change', ({ detail: { findings, assessment } }) => {
  const answers = Object.keys(findings).length;
  write(`nms-change: ${answers} ${answers === 1 ? 'answer' : 'answers'}, ${assessment.suspicion}, grade ${assessment.severity.grade ?? 'none'}`);
});
show();
