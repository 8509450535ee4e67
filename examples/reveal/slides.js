import Reveal from './reveal/reveal.mjs';

// not centred: the widget grows after the slide was laid out
new Reveal({ center: false, hash: false }).initialize();

document.querySelector('nms-advisor').addEventListener('nms-change', ({ detail }) => {
  document.querySelector('#heard').textContent = detail.assessment.severity.grade ?? 'no grade';
});
