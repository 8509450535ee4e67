// The element where everything is inlined; the teaching room comes from `nms-advisor/inline-teaching`, if that is imported.

import guideline from './nms-advisor_guideline.js';

if (typeof customElements !== 'undefined') {
  defineAdvisor(runtimeOf({
    needs: ['Window', 'WebAssembly', 'adoptedStyleSheets', 'DecompressionStream'],
    guideline: async () => guideline,
    room: async () => {
      if (!shared.room) throw fault('no-room', SAID.causes.noInlineRoom);
      return shared.room(unpacked, take, shared.given.teachingWasm);
    },
  }));
}
