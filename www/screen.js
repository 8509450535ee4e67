// A window of its own for the wall, to be put on another screen. No import and no export: the build puts this text before the
// element.

/**
 * Opens an empty window with these styles. It closes with the page, and belongs to whoever opened it.
 * @param {{ css: string }[]} kits
 * @param {string} title
 * @param {() => void} gone Hears, once, that it was closed, by whomever.
 * @returns {{ box: HTMLElement, close: () => void } | null} What to draw in; null where the browser opens no window.
 */
function openScreen(kits, title, gone) {
  let other = null;
  try {
    other = window.open('', '', 'popup,width=1280,height=720');
  } catch {
    // a sandbox may throw instead of answering nothing
  }
  const page = other?.document;
  if (!page?.body) return null;
  page.title = title;
  page.documentElement.lang = document.documentElement.lang || 'en';
  page.body.style.margin = '0';
  const host = page.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = kits.map((kit) => sheetOf(kit, page));
  const box = document.createElement('div');
  box.translate = false;
  root.append(unrecorded(box));
  page.body.replaceChildren(host);

  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    window.removeEventListener('pagehide', close);
    other.close();
    gone();
  };
  other.addEventListener('pagehide', close);
  window.addEventListener('pagehide', close);
  // a remote control presses keys where nothing has the focus
  page.addEventListener('keydown', (event) => {
    if (event.target !== page.body) return;
    const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
    const pressed = new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, composed: true, cancelable: true });
    // what the room uses does not scroll this window too
    if (box.firstElementChild?.dispatchEvent(pressed) === false) event.preventDefault();
  });
  return { box, close };
}
