// The element, where there is a DOM: the last part of the package's entry.

let room = null;

// the teaching room: only where an element asks for it
function loadRoom({ teachingWasm } = {}) {
  const page = { source: teachingWasm ?? named('nms-advisor-teaching-wasm') };
  room ??= import('./teaching/nms-advisor-teaching.js')
    .catch((error) => notImported('teaching/nms-advisor-teaching.js', error))
    .then(async (kit) => {
      await kit.start(take, shared.given.teachingWasm ?? page);
      return kit;
    })
    .catch((error) => {
      room = null;
      throw error;
    });
  return room;
}

if (typeof customElements !== 'undefined') {
  defineAdvisor(runtimeOf({
    guideline: async () => (await import('./nms-advisor_guideline.js').catch((error) => notImported('nms-advisor_guideline.js', error))).default,
    room: loadRoom,
  }));
}
