// What is put out of sight while nobody is there. No import and no export: the build puts this text before the element.

/** What a reader does; what a script does in their place does not count. */
const PRESENCE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove', 'input', 'focusin'];

/**
 * Counts the time without a reader, by the clock: a timer stands still while a machine sleeps.
 * @param {HTMLElement} element Where a reader would be.
 * @param {() => boolean} busy Whether it goes on without one.
 * @param {() => void} over Hears of the end of the time, once.
 */
function presenceIn(element, busy, over) {
  let [limit, last, timer, counts] = [0, 0, 0, false];
  const look = () => {
    clearTimeout(timer);
    if (!counts || !limit) return;
    const now = Date.now();
    // a clock that was set back counts anew
    if (busy() || last > now) last = now;
    const left = last + limit - now;
    if (left > 0) {
      timer = setTimeout(look, left);
      return;
    }
    counts = false;
    over();
  };
  const seen = ({ isTrusted }) => {
    if (!isTrusted || watch.hosted || !counts) return;
    // who comes back too late does not stop it any more
    if (Date.now() - last >= limit) look();
    else last = Date.now();
  };
  const begin = () => {
    [last, counts] = [Date.now(), true];
    look();
  };
  const watch = {
    /** Whether the host moves the focus just now. */
    hosted: false,
    /** Sets the time, in ms; 0 is never. The same again changes nothing. */
    limit(ms) {
      if (ms === limit) return;
      const change = ms ? 'addEventListener' : 'removeEventListener';
      if (!ms !== !limit) for (const type of PRESENCE) element[change](type, seen, { capture: true, passive: true });
      limit = ms;
      begin();
    },
    begin,
    look,
    /** Stops until the next look. */
    rest() { clearTimeout(timer); },
  };
  return watch;
}

/** Minutes and what happens then, of the text of the attribute as the widget has read it. */
function idleOf(text) {
  const [minutes, word] = text.split(' ');
  return { minutes: Number(minutes), clears: word === 'clear' };
}

/**
 * The cover; what stands behind it in the same root is not shown, read out or printed.
 * @param {number} minutes
 * @param {() => void} show
 * @param {() => void} clear
 */
function drawCover(minutes, show, clear) {
  const cover = drawNote('group', [], [[SAID.showCase, show], [SAID.clearCase, clear]]);
  cover.classList.add('nms-cover');
  cover.setAttribute('aria-label', SAID.coveredShort);
  cover.tabIndex = -1;
  const status = make('p');
  status.setAttribute('role', 'status');
  cover.prepend(status);
  // a status that is there when its text comes is read out
  setTimeout(() => { status.textContent = SAID.covered(minutes); });
  return cover;
}

/** Whether a root holds a text that somebody entered, or something that was read for them. */
const holdsText = (root) => [...root.querySelectorAll('input[type="text"], textarea')].some((field) => field.value) ||
  root.querySelector('.chips, .record, .handed, [data-role="offered"]') !== null;
