// The custom element, in plain JavaScript because WebAssembly cannot subclass HTMLElement. No import and no export:
// the build puts this text between the generated glue and an entry, for the package and for the single file alike.

/**
 * What the element needs from the module that carries it.
 * @typedef {object} Runtime
 * @property {string[]} needs What it needs of a browser.
 * @property {() => Promise<void>} start Loads and initialises the WebAssembly; safe to call again after a failure.
 * @property {(root: Element, options: object, onChange: (detail: object) => void, keep: (kept: object) => void) => object} mount
 *   Mounts a widget; `keep` gets everything entered after each change, before it is drawn.
 * @property {(told: (message: string) => void) => void} onCrash Asks to be told of a crash; the next call after a crash
 *   finds a fresh instance, which has to be asked anew.
 * @property {() => void} restart Has the next call find a fresh instance.
 * @property {() => Promise<Array>} guideline The guideline as data.
 * @property {string} css The style sheet.
 * @property {() => Promise<Room>} room Loads and initialises the teaching room, which comes apart from the widget.
 *
 * The teaching room: it mounts, crashes and restarts like the widget.
 * @typedef {Pick<Runtime, 'mount' | 'onCrash' | 'restart' | 'css'>} Room
 */

/**
 * Defines `<nms-advisor>`, once; a second definition is passed over.
 * @param {Runtime} runtime
 */
function defineAdvisor(runtime) {
  if (customElements.get('nms-advisor')) return;

  // one sheet for all instances; built on first use, so that importing the module touches no document
  const sheets = new Map();
  const sheetOf = ({ css }) => {
    if (!sheets.has(css)) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(css, sheet);
    }
    return sheets.get(css);
  };

  const living = new Set(); // elements with a widget: a crash must take the advice off all of them
  let watched = false;
  let mounted = 0; // since the instance was fresh

  const OPTIONS = { basis: 'basis', lang: 'lang', theme: 'theme', view: 'view', units: 'units', 'heading-level': 'headingLevel', contacts: 'contacts' };
  const ROOM = ['case', 'course', 'run', 'wall', 'debrief', 'build']; // the views of the teaching room
  // Yew leaves some 20 KB of a destroyed widget in memory that never shrinks; a fresh instance has none of it
  const MOST = 20;
  const LATE = 1000; // ms that a removed element stays alive, so that moving it in the page keeps what was typed

  const TEXT_KEYS = /^(.|Dead|Process|Unidentified|Backspace|Delete|Enter|Home|End|Arrow.*)$/su;
  const PRESSED = /^(Enter| )$/;

  // A page that takes single keys for itself cannot see that the focus is in a field in here. What the control with the
  // focus uses stays in here; what the browser or the system uses, and Escape and Tab, go on to the page.
  const usesKey = (target, event) => {
    const typed = event.isComposing || event.getModifierState('AltGraph') || (event.altKey && /[^\0-\x7f]/.test(event.key));
    if (!typed && (event.ctrlKey || event.metaKey || event.altKey)) return false;
    if (target.matches('select, textarea')) return TEXT_KEYS.test(event.key) || /^Page/.test(event.key);
    if (target.matches('[type="radio"]')) return event.key === ' ' || /^Arrow/.test(event.key);
    if (target.matches('button, summary, [type="checkbox"], [type="file"]')) return PRESSED.test(event.key);
    return target.matches('input') && TEXT_KEYS.test(event.key);
  };

  class NmsAdvisor extends HTMLElement {
    static observedAttributes = ['findings', 'room', ...Object.keys(OPTIONS)];

    #widget = null;
    #kit = null; // what mounted it: the runtime, or the teaching room
    #waiting = null; // findings set before the widget is there
    #starting = false;
    #leaving = 0;
    #box = null;
    #kept = null; // everything entered, for the case of a crash
    #falls = 0; // crashes in this case
    #settle = {};
    #ready = null;
    #hashed = () => this.#openFragment();

    constructor() {
      super();
      // not `delegatesFocus`: a click on any text of the panel would then throw the focus into the first field
      this.attachShadow({ mode: 'open' });
      this.#promise();
      this.#holdKeys();
      // notes of the place: their box is there only with them
      this.shadowRoot.addEventListener('slotchange', ({ target }) => {
        if (target.name === 'local-notes') target.parentElement.hidden = !target.assignedElements().length;
      });
    }

    // keys that something in here uses are not the page's: a slide show would turn the slide while one types
    #holdKeys() {
      const root = this.shadowRoot;
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

    #promise() {
      this.#ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
      this.#ready.catch(() => {}); // whoever awaits `ready` hears of it; nobody has to
    }

    connectedCallback() {
      clearTimeout(this.#leaving);
      for (const name of ['findings', 'fragment', ...Object.values(OPTIONS)]) this.#upgrade(name);
      if (!this.#widget && !this.#starting) this.#start();
      window.addEventListener('hashchange', this.#hashed);
    }

    disconnectedCallback() {
      window.removeEventListener('hashchange', this.#hashed);
      this.#leaving = setTimeout(() => {
        if (this.isConnected || !this.#widget) return;
        this.#waiting = this.#widget.findings();
        this.#widget.unmount();
        this.#widget = null;
        living.delete(this);
        this.shadowRoot.replaceChildren();
        if (living.size || mounted < MOST) return;
        mounted = 0;
        this.#kit.restart();
      }, LATE);
    }

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === 'findings') {
        if (after !== null) this.#fromAttribute(after);
      } else if (this.#widget && this.#kit === runtime && this.#asksForRoom()) {
        this.#move();
      } else {
        this.#widget?.setOptions(this.#options());
      }
    }

    /** The usable answers, in contract form. @returns {object} */
    get findings() {
      return this.#widget ? this.#widget.findings() : { ...(this.#waiting ?? {}) };
    }

    /** Puts findings in place of everything entered. @param {object} value */
    set findings(value) {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        throw new TypeError(SAID.causes.notPlain);
      }
      if (this.#widget) this.#widget.setFindings(value);
      else [this.#waiting, this.#kept] = [{ ...value }, null];
    }

    /** Whose statements are shown. @returns {string} */
    get basis() { return this.getAttribute('basis') ?? ''; }
    set basis(value) { this.#reflect('basis', value); }

    /** The colours. @returns {string} */
    get theme() { return this.getAttribute('theme') ?? ''; }
    set theme(value) { this.#reflect('theme', value); }

    /** Which parts are shown. @returns {string} */
    get view() { return this.getAttribute('view') ?? ''; }
    set view(value) { this.#reflect('view', value); }

    /** In which units the form starts. @returns {string} */
    get units() { return this.getAttribute('units') ?? ''; }
    set units(value) { this.#reflect('units', value); }

    /** A site's own telephone numbers, as JSON. @returns {string} */
    get contacts() { return this.getAttribute('contacts') ?? ''; }
    set contacts(value) { this.#reflect('contacts', value); }

    /** The level of the widget's own headings. @returns {number} */
    get headingLevel() { return Number(this.getAttribute('heading-level')) || 2; }
    set headingLevel(value) { this.#reflect('heading-level', value); }

    /** Whether a case in the page's fragment is opened. @returns {boolean} */
    get fragment() { return this.hasAttribute('fragment'); }
    set fragment(value) { this.toggleAttribute('fragment', Boolean(value)); }

    /** The assessment of what is entered; null until the element is ready. @returns {object | null} */
    get assessment() {
      return this.#widget ? this.#widget.assessment() : null;
    }

    /** Settles when the widget is there, or cannot be. @returns {Promise<void>} */
    get ready() {
      return this.#ready;
    }

    /** Focuses the first field. @param {FocusOptions} [options] */
    focus(options) {
      this.shadowRoot.querySelector('input, select, button')?.focus(options);
    }

    /** Clears every answer. */
    reset() {
      if (this.#widget) this.#widget.reset();
      else [this.#waiting, this.#kept] = [null, null];
    }

    /** Moves the focus to the field of a finding. @param {string} id @returns {boolean} whether there is such a field */
    focusField(id) {
      return this.#widget ? this.#widget.focusField(String(id)) : false;
    }

    /** The case as a note. @param {'text' | 'markdown' | 'sbar' | 'json'} format @returns {string} */
    exportNote(format = 'text') {
      if (!this.#widget) throw new Error(SAID.causes.notReady);
      return this.#widget.exportNote(format);
    }

    // what is nothing is the default
    #reflect(name, value) {
      if (value === null || value === undefined || value === '') this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    }

    // a property that was set before the element was defined hides the accessor: take it over
    #upgrade(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }

    #fromAttribute(text) {
      try {
        this.findings = JSON.parse(text);
      } catch (error) {
        const problem = error instanceof SyntaxError ? SAID.causes.notJson(error.message) : error.message;
        this.#raise(new TypeError(problem.startsWith('nms-advisor') ? problem : `nms-advisor: ${problem}`));
      }
    }

    #asksForRoom() {
      return this.hasAttribute('room') || ROOM.includes(this.getAttribute('view'));
    }

    // from the widget into the teaching room, with everything entered
    #move() {
      this.#waiting = this.#widget.findings();
      this.#widget.unmount();
      this.#widget = null;
      living.delete(this);
      this.#promise();
      this.#start();
    }

    #options() {
      const options = {};
      for (const [attribute, option] of Object.entries(OPTIONS)) {
        const value = this.getAttribute(attribute);
        // a removed attribute means the default, which an empty string selects
        options[option] = value ?? '';
      }
      return options;
    }

    // only where the host says so: the part behind `#` belongs to the page
    #openFragment() {
      if (this.hasAttribute('fragment')) this.#widget?.openFragment(location.hash);
    }

    #raise(error) {
      this.dispatchEvent(new CustomEvent('nms-error', { bubbles: true, composed: true, detail: { error } }));
    }

    // an action is a label and what it does
    #note(role, lines, actions = []) {
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

    async #start() {
      this.#starting = true;
      const violations = [];
      const noted = (event) => violations.push(event);
      document.addEventListener('securitypolicyviolation', noted);
      try {
        const lacks = lacking(runtime.needs);
        if (lacks) throw fault('old-browser', SAID.causes.lacks(lacks), { lacks });
        this.shadowRoot.adoptedStyleSheets = [sheetOf(runtime)];
        this.shadowRoot.replaceChildren(this.#note('status', [SAID.loading]));
        if (this.#asksForRoom()) {
          this.#kit = await runtime.room();
          this.shadowRoot.adoptedStyleSheets = [sheetOf(runtime), sheetOf(this.#kit)];
        } else {
          await runtime.start();
          this.#kit = runtime;
        }
        NmsAdvisor.#watch(this.#kit);
        this.#mount();
        this.#settle.resolve();
        this.dispatchEvent(new CustomEvent('nms-ready', { bubbles: true, composed: true }));
      } catch (error) {
        this.#settle.reject(error);
        // a crash has been dealt with
        if (!this.#falls) await this.#fail(SAID.notStarted, error, violations);
      } finally {
        this.#starting = false;
        document.removeEventListener('securitypolicyviolation', noted);
      }
    }

    // what happened, how to mend it, what was entered, and the whole guideline
    async #fail(headline, error, violations = []) {
      // a violation is reported a moment after what it stopped
      await new Promise((resolve) => { setTimeout(resolve); });
      const { code, what, mend, cause } = explain(error, violations);
      const lines = [make('strong', headline), what, mend, make('code', cause)];
      const again = () => {
        this.#promise();
        this.#falls = 0;
        this.#kept = null;
        this.#start();
      };
      const kept = this.#kept?.case;
      const note = this.#note('alert', lines, [[kept ? SAID.startEmpty : SAID.tryAgain, again]]);
      note.dataset.code = code;
      if (kept) note.append(this.#rescued(kept));
      this.shadowRoot.replaceChildren(note, await this.#guideline());
      this.#raise(Object.assign(error, { code }));
    }

    // the page's own copy where it has one
    async #guideline() {
      if (this.querySelector(':scope > [slot="guideline"]')) {
        const slot = make('slot');
        slot.name = 'guideline';
        return slot;
      }
      try {
        return drawGuideline(await runtime.guideline(), Number(this.getAttribute('heading-level')) || 2);
      } catch {
        return make('p', SAID.noGuideline);
      }
    }

    // nothing typed is lost: it can be copied, and the file opened again
    #rescued(text) {
      const area = make('textarea', text);
      area.readOnly = true;
      area.rows = 6;
      const link = make('a', SAID.save);
      link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
      link.download = 'nms-case.txt';
      return make('div', make('label', SAID.entered, area), link);
    }

    // an instance that crashed is followed by one that knows nothing of it: it has to be asked anew
    static #watch(kit) {
      kit.onCrash((message) => NmsAdvisor.#crashed(kit, message));
      if (watched) return;
      watched = true;
      // what stops without a word, such as memory that ran out; a panic has told of itself and emptied `living` by then
      window.addEventListener('error', ({ error }) => {
        if (!(globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) || !living.size || !/nms-advisor/.test(error.stack)) return;
        for (const kit of new Set([...living].map((one) => one.#kit))) {
          kit.restart();
          NmsAdvisor.#crashed(kit, error.message);
        }
      });
    }

    // stale advice must not survive: what is on the page is replaced before anything else happens
    static #crashed(kit, message) {
      const hit = [...living].filter((one) => one.#kit === kit);
      for (const one of hit) living.delete(one);
      for (const one of hit) one.#fall(fault('crash', message));
    }

    #fall(error) {
      this.#widget = null;
      this.#falls += 1;
      this.shadowRoot.replaceChildren(this.#note('alert', [SAID.stopped]));
      // the instance has to come to its end first
      setTimeout(() => (this.#falls > 1
        ? this.#fail(SAID.stoppedTwice, error)
        : this.#rise(error)));
    }

    // once for each case: what stops it twice would stop it for ever
    #rise(error) {
      this.#raise(error);
      try {
        NmsAdvisor.#watch(this.#kit);
        this.#mount();
        const put = (note) => note.remove();
        this.#box.before(this.#note('alert', [SAID.restarted], [[SAID.checked, put]]));
      } catch (again) {
        if (living.has(this)) this.#fail(SAID.notRestarted, again);
      }
    }

    #mount() {
      this.#box = document.createElement('div');
      this.shadowRoot.replaceChildren(this.#box);
      const kept = this.#kept;
      let restoring = Boolean(kept); // step by step; what is kept is the whole
      living.add(this);
      mounted += 1;
      this.#widget = this.#kit.mount(this.#box, this.#options(), (detail) => {
        this.dispatchEvent(new CustomEvent('nms-change', { bubbles: true, composed: true, detail }));
      }, (now) => {
        if (restoring) return;
        // a case that was cleared is another case
        if (this.#kept?.case && !now.case) this.#falls = 0;
        this.#kept = now;
      });
      if (kept) this.#widget.restore(kept);
      else if (this.#waiting) this.#widget.setFindings(this.#waiting);
      else this.#openFragment();
      restoring = false;
      this.#waiting = null;
    }
  }

  customElements.define('nms-advisor', NmsAdvisor);
}
