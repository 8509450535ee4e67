// Which keys stay in the element. No import and no export: the build puts this text before the element.

const TEXT_KEYS = /^(.|Dead|Process|Unidentified|Backspace|Delete|Enter|Home|End|Arrow.*)$/su;
const PRESSED = /^(Enter| )$/;

// A page that takes single keys for itself cannot see that the focus is in a field in here. What the control with the
// focus uses stays in here; what the browser or the system uses, and Escape and Tab, go on to the page.
function usesKey(target, event) {
  const typed = event.isComposing || event.getModifierState('AltGraph') || (event.altKey && /[^\0-\x7f]/.test(event.key));
  if (!typed && (event.ctrlKey || event.metaKey || event.altKey)) return false;
  if (target.matches('select, textarea')) return TEXT_KEYS.test(event.key) || /^Page/.test(event.key);
  if (target.matches('[type="radio"]')) return event.key === ' ' || /^Arrow/.test(event.key);
  if (target.matches('button, summary, [type="checkbox"], [type="file"]')) return PRESSED.test(event.key);
  return target.matches('input') && TEXT_KEYS.test(event.key);
}

/**
 * Keys that something in here uses are not the page's: a slide show would turn the slide while one types.
 * @param {ShadowRoot} root
 */
function holdKeys(root) {
  let escape = null;
  root.addEventListener('keydown', (event) => { if (event.key === 'Escape') escape = event; }, true);
  for (const kind of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(kind, (event) => {
      const target = event.composedPath()[0];
      // what a page has put into a slot is the page's
      if (!(target instanceof Element) || target.getRootNode() !== root) return;
      const menu = kind === 'keydown' && event.key === 'Escape' && !event.defaultPrevented && root.querySelector('details.menu[open]');
      if (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
        event.preventDefault();
      }
      // the first Escape closes what is open in here, its release included; the next one is the page's
      if (event.key === 'Escape' ? escape?.defaultPrevented : usesKey(target, event)) event.stopPropagation();
    });
  }
}
