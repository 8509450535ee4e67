// What is drawn beside the widget, and who else draws in it. No import and no export: the build puts this text before the element.

// one for all instances in a document; built on first use, so that importing the module touches no document
const sheets = new WeakMap();
const sheetOf = ({ css }, page) => {
  if (!sheets.has(page)) sheets.set(page, new Map());
  const known = sheets.get(page);
  if (!known.has(css)) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  return known.get(css);
};

/**
 * A note in place of the advice, or above it.
 * @param {string} role
 * @param {(string | Node)[]} lines
 * @param {[string, (note: HTMLElement) => void][]} actions Each a label and what it does.
 */
function drawNote(role, lines, actions = []) {
  const note = make('div', ...lines.map((line) => make('p', line)));
  note.className = 'nms-loader';
  note.setAttribute('role', role);
  for (const [label, act] of actions) {
    const button = make('button', label);
    button.type = 'button';
    button.addEventListener('click', () => act(note));
    note.append(button, ' ');
  }
  return note;
}

/** What keeps recorders of sessions out, each by the name that its maker documents. */
function unrecorded(box) {
  const marks = { 'data-clarity-mask': 'true', 'data-dd-privacy': 'hidden', 'data-hj-suppress': '', 'data-private': '', 'data-sentry-block': '', 'data-sentry-mask': '' };
  for (const [name, value] of Object.entries(marks)) box.setAttribute(name, value);
  box.classList.add('fs-exclude', 'ph-no-capture', 'rr-block');
  return box;
}

/** What was entered: nothing typed is lost, it can be copied, and the file opened again. */
function drawEntered(text) {
  const area = make('textarea', text);
  area.readOnly = true;
  area.rows = 6;
  const quiet = { autocomplete: 'off', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no' };
  for (const [name, value] of Object.entries(quiet)) area.setAttribute(name, value);
  const link = make('a', SAID.save);
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = 'nms-case.txt';
  return unrecorded(make('div', make('label', SAID.entered, area), link));
}

/**
 * Watches for a translator, an extension or the page: what changes and was not drawn by the widget was changed by another.
 * @param {HTMLElement} box What holds the widget.
 * @param {() => boolean} drawing Whether the widget itself is drawing.
 * @param {() => void} told Hears of it.
 * @returns {MutationObserver}
 */
function watchOthers(box, drawing, told) {
  const theirs = new WeakSet();
  // a drawing takes nodes out and puts nodes in one by one, and moves them among their siblings only
  const foreign = (records) => records.some(({ target, addedNodes, removedNodes }) => (addedNodes.length && removedNodes.length) ||
    [...removedNodes].some((node) => node.parentNode && node.parentNode !== target && box.contains(node)));
  const watch = new MutationObserver((records) => {
    if (drawing()) {
      if (foreign(records)) told();
      return;
    }
    let ours = false;
    for (const { type, addedNodes, removedNodes } of records) {
      ours ||= type === 'characterData' || [...removedNodes].some((node) => !theirs.has(node));
      // only now: a node of ours that is wrapped is taken out first
      for (const node of addedNodes) theirs.add(node);
    }
    if (ours) told();
  });
  watch.observe(box, { childList: true, characterData: true, subtree: true });
  return watch;
}
