// The custom element, in plain JavaScript because WebAssembly cannot subclass HTMLElement. No import and no export:
// the build puts this text between the generated glue and an entry, for the package and for the single file alike.

/**
 * What the element needs from the module that carries it.
 * @typedef {object} Runtime
 * @property {() => Promise<void>} start Loads and initialises the WebAssembly; safe to call again after a failure.
 * @property {(root: Element, options: object, onChange: (detail: object) => void) => object} mount Mounts a widget.
 * @property {(told: (message: string) => void) => void} onCrash Asks to be told of a crash of the WebAssembly.
 * @property {string} css The style sheet.
 */

/**
 * Defines `<nms-advisor>`, once; a second definition is passed over.
 * @param {Runtime} runtime
 */
function defineAdvisor(runtime) {
  if (customElements.get('nms-advisor')) return;

  // one sheet for all instances; built on first use, so that importing the module touches no document
  let sheet;
  const sharedSheet = () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(runtime.css);
    }
    return sheet;
  };

  const living = new Set(); // elements with a widget: a crash must take the advice off all of them
  let watched = false;

  const OPTIONS = { basis: 'basis', lang: 'lang', theme: 'theme', view: 'view', units: 'units', 'heading-level': 'headingLevel', contacts: 'contacts' };
  const LATE = 1000; // ms that a removed element stays alive, so that moving it in the page keeps what was typed

  class NmsAdvisor extends HTMLElement {
    static observedAttributes = ['findings', ...Object.keys(OPTIONS)];

    #widget = null;
    #waiting = null; // findings set before the widget is there
    #starting = false;
    #leaving = 0;
    #box = null;
    #settle = {};
    #ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });

    constructor() {
      super();
      // not `delegatesFocus`: a click on any text of the panel would then throw the focus into the first field
      this.attachShadow({ mode: 'open' });
      this.#ready.catch(() => {}); // whoever awaits `ready` hears of it; nobody has to
    }

    connectedCallback() {
      clearTimeout(this.#leaving);
      for (const name of ['findings']) this.#upgrade(name);
      if (!this.#widget && !this.#starting) this.#start();
    }

    disconnectedCallback() {
      this.#leaving = setTimeout(() => {
        if (this.isConnected || !this.#widget) return;
        this.#waiting = this.#widget.findings();
        this.#widget.unmount();
        this.#widget = null;
        living.delete(this);
        this.shadowRoot.replaceChildren();
      }, LATE);
    }

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === 'findings') {
        if (after !== null) this.#fromAttribute(after);
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
        throw new TypeError('nms-advisor: `findings` must be a plain object with one entry for each answer');
      }
      if (this.#widget) this.#widget.setFindings(value);
      else this.#waiting = { ...value };
    }

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
      this.#waiting = null;
      this.#widget?.reset();
    }

    /** Moves the focus to the field of a finding. @param {string} id @returns {boolean} whether there is such a field */
    focusField(id) {
      return this.#widget ? this.#widget.focusField(String(id)) : false;
    }

    /** The case as a note. @param {'text' | 'markdown' | 'sbar' | 'json'} format @returns {string} */
    exportNote(format = 'text') {
      if (!this.#widget) throw new Error('nms-advisor: not ready yet; await `ready` first');
      return this.#widget.exportNote(format);
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
        const problem = error instanceof SyntaxError ? `the attribute \`findings\` is not JSON: ${error.message}` : error.message;
        this.#raise(new TypeError(problem.startsWith('nms-advisor') ? problem : `nms-advisor: ${problem}`));
      }
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

    #raise(error) {
      this.dispatchEvent(new CustomEvent('nms-error', { bubbles: true, composed: true, detail: { error } }));
    }

    #say(role, ...lines) {
      const note = document.createElement('div');
      note.className = 'nms-loader';
      note.setAttribute('role', role);
      for (const line of lines) {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        note.append(paragraph);
      }
      this.shadowRoot.replaceChildren(note);
    }

    async #start() {
      this.#starting = true;
      try {
        this.shadowRoot.adoptedStyleSheets = [sharedSheet()];
        this.#say('status', 'NMS Advisor is loading …');
        await runtime.start();
        if (!watched) runtime.onCrash(NmsAdvisor.#crashed);
        watched = true;
        this.#mount();
        this.#settle.resolve();
        this.dispatchEvent(new CustomEvent('nms-ready', { bubbles: true, composed: true }));
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        this.#say('alert', 'NMS Advisor could not start, so there is no advice here.', cause);
        this.#settle.reject(error);
        this.#raise(error);
      } finally {
        this.#starting = false;
      }
    }

    // stale advice must not survive: what is on the page is replaced before anything else happens
    static #crashed(message) {
      for (const one of living) {
        one.#widget = null;
        one.#say('alert', 'NMS Advisor has stopped because of an error of its own. Its advice has been removed.', 'Reload the page to start again.', message);
        one.#raise(new Error(message));
      }
      living.clear();
    }

    #mount() {
      this.#box = document.createElement('div');
      this.shadowRoot.replaceChildren(this.#box);
      this.#widget = runtime.mount(this.#box, this.#options(), (detail) => {
        this.dispatchEvent(new CustomEvent('nms-change', { bubbles: true, composed: true, detail }));
      });
      living.add(this);
      if (this.#waiting) this.#widget.setFindings(this.#waiting);
      this.#waiting = null;
    }
  }

  customElements.define('nms-advisor', NmsAdvisor);
}
