// The entry of the build without WebAssembly: the same functions and the same element, over plain JavaScript.

let started = null;
let glue = null;
let stopped = () => {}; // tells the element of an instance that has come to its end

/**
 * Loads and initialises the code. Safe to call more than once; takes no WebAssembly.
 * @returns {Promise<void>}
 */
export default function init() {
  started ??= import('./nms-advisor_glue.js')
    .catch((error) => { throw notImported('nms-advisor_glue.js', error); })
    .then((loaded) => {
      loaded.initSync({ module: new loaded.Module() });
      return typeof process !== 'undefined' && process.versions?.node
        ? Promise.allSettled([outside.preload(), rules.preload()]).then(() => loaded)
        : loaded;
    })
    .then((loaded) => {
      glue = loaded;
    })
    .catch((error) => {
      started = null;
      throw error;
    });
  return started;
}

// Written apart, because a bundler that reads a name written out makes a second copy of the part.
const here = () => import.meta.url;

function notImported(name, error) {
  try {
    const address = toldAddress(error) || new URL(name, here()).href;
    return fault('unreachable', SAID.causes.notImported(address, error.message), { address });
  } catch (cause) {
    return fault('format', SAID.causes.noPlace(import.meta.url), { cause });
  }
}

const outside = readers(async () => {
  const kit = await import('./data-in/nms-advisor-data-in_glue.js');
  kit.initSync({ module: new kit.Module() });
  return kit;
});
const rules = ruleSetIn(async () => (await import('./nms-advisor_rule-set.js')).default);

export const { assess, ruleSet, toCdsHooksCards } = contract(() => glue, (message) => stopped(message), rules);
export const { fromText, fromFhir } = outside;

if (typeof customElements !== 'undefined') {
  defineAdvisor({
    versions: { ...VERSIONS, digest: '' },
    needs: ['Window', 'adoptedStyleSheets'],
    start: () => init(),
    room: async () => { throw fault('no-room', SAID.causes.noRoom); },
    mount: (...args) => new glue.Advisor(...args),
    drawing: () => glue.drawing(),
    onCrash: (told) => {
      stopped = told;
      glue.onCrash(told);
    },
    restart: () => glue.restart(),
    guideline: async () => (await import('./nms-advisor_guideline.js')
      .catch((error) => { throw notImported('nms-advisor_guideline.js', error); })).default,
    css: STYLE_SHEET,
    outside,
  });
}
