// The element with its WebAssembly inside: this file becomes one classic script.
import 'nms-advisor/inline';

const advisor = document.querySelector('nms-advisor');
advisor.findings = { agents: ['haloperidol'], temperature: 41.3 };
advisor.addEventListener('nms-change', ({ detail }) => {
  document.querySelector('#heard').textContent = detail.assessment.severity.grade ?? 'no grade';
});
