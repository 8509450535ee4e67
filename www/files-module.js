// Where the parts of the module are: beside it. A bundler reads these lines: it follows each address that is written out.

const FILES = {
  glue: () => import('./nms-advisor_glue.js').catch((error) => notImported('nms-advisor_glue.js', error)),
  wasm: () => new URL('./nms-advisor_bg.wasm', import.meta.url),
  dataIn: () => import('./data-in/nms-advisor-data-in.js').catch((error) => notImported('data-in/nms-advisor-data-in.js', error)),
  ruleSet: async () => (await import('./nms-advisor_rule-set.js')).default,
};

/** An address beside this module, if the module knows where it was loaded from. */
function beside(address) {
  let found;
  try {
    found = address();
  } catch (error) {
    throw fault('format', SAID.causes.noPlace(import.meta.url), { cause: error });
  }
  if (found.protocol !== 'file:' || inNode() || location.protocol === 'file:') return found;
  throw fault('format', SAID.causes.noPlace(import.meta.url));
}

// Written apart, because bundlers read an address that is written out: they would make a second copy of the part, and this
// would look at that.
const here = () => import.meta.url;

async function notImported(name, error) {
  const told = toldAddress(error);
  if (told) return diagnose(told, error);
  const address = beside(() => new URL(name, here()));
  if (/\/nms-advisor(-functions)?\.js$/.test(new URL(here()).pathname)) return diagnose(address, error);
  throw fault('unreachable', SAID.causes.notImported(name, error?.message), { address: name, cause: error });
}
