// The entry of the build without WebAssembly: the same functions and the same element, over plain JavaScript.

let started = null;
let glue = null;

/**
 * Loads and initialises the code. Safe to call more than once; takes no WebAssembly.
 * @returns {Promise<void>}
 */
export default function init() {
  started ??= import('./nms-advisor_glue.js')
    .catch((error) => {
      const address = new URL('./nms-advisor_glue.js', import.meta.url).href;
      throw fault('unreachable', SAID.causes.notImported(address, error.message), { address });
    })
    .then((loaded) => {
      loaded.initSync({ module: new loaded.Module() });
      glue = loaded;
    })
    .catch((error) => {
      started = null;
      throw error;
    });
  return started;
}

const whenReady = (name) => (...args) => {
  if (!glue) throw new Error(SAID.causes.notInitialised);
  return glue[name](...args);
};

/** Assesses findings. Pure and synchronous. @see nms-advisor.d.ts */
export const assess = whenReady('assess');
/** The bundled rule set as JSON. @see nms-advisor.d.ts */
export const ruleSet = whenReady('ruleSet');
/** CDS Hooks cards of an assessment. @see nms-advisor.d.ts */
export const toCdsHooksCards = whenReady('toCdsHooksCards');

if (typeof customElements !== 'undefined') {
  defineAdvisor({
    needs: ['adoptedStyleSheets'],
    start: init,
    room: async () => { throw fault('no-room', SAID.causes.noRoom); },
    mount: (...args) => new glue.Advisor(...args),
    drawing: () => glue.drawing(),
    onCrash: (told) => glue.onCrash(told),
    restart: () => glue.restart(),
    guideline: async () => (await import('./nms-advisor_guideline.js')).default,
    css: STYLE_SHEET,
  });
}
