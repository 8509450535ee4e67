// The custom element, in plain JavaScript because WebAssembly cannot subclass HTMLElement. No import and no export:
// the build puts this text between the generated glue and an entry, for the package and for the single file alike.

/**
 * What the element needs from the module that carries it.
 * @typedef {object} Runtime
 * @property {{ code: string, rules: string, digest: string }} versions Of the package, of its rule set, and the digest of its WebAssembly.
 * @property {string[]} needs What it needs of a browser.
 * @property {(page: { wasm?: string }) => Promise<void>} start Loads and initialises the WebAssembly; safe to call again after a failure.
 * @property {(root: Element, options: object, onChange: (moment: object, byReader: boolean, assessment: boolean) => void, keep: (kept: object) => void, openScreen: (title?: string, gone?: () => void) => HTMLElement | null) => object} mount
 *   Mounts a widget. `onChange` gets the case of that moment, whether the reader made the change, and whether the assessment
 *   may differ; `keep` gets everything entered after each change, before it is drawn; `openScreen` opens a window to draw in.
 * @property {() => boolean} drawing Whether the widget itself is drawing; nodes that change otherwise are another's work.
 * @property {(told: (message: string) => void) => void} onCrash Asks to be told of a crash; the next call after a crash
 *   finds a fresh instance, which has to be asked anew.
 * @property {() => void} restart Has the next call find a fresh instance.
 * @property {() => Promise<Array>} guideline The guideline as data.
 * @property {string} css The style sheet.
 * @property {ReturnType<typeof readers>} outside Reads texts and records.
 * @property {(page: { teachingWasm?: string }) => Promise<Room>} room Loads and initialises the teaching room, which comes apart from the widget.
 *
 * The teaching room: it mounts, crashes and restarts like the widget.
 * @typedef {Pick<Runtime, 'mount' | 'onCrash' | 'restart' | 'drawing' | 'css'>} Room
 */

/**
 * Defines `<nms-advisor>`, once; a second definition is passed over, aloud if it is of another version.
 * @param {Runtime} runtime
 */
function defineAdvisor(runtime) {
  const first = customElements.get('nms-advisor');
  if (first) {
    tellVersions(first.versions, runtime.versions);
    return;
  }

  const living = new Set(); // elements with a widget: a crash must take the advice off all of them
  let watched = false;
  let mounted = 0; // since the instance was fresh

  const OPTIONS = { basis: 'basis', lang: 'lang', theme: 'theme', view: 'view', units: 'units', 'text-size': 'textSize', idle: 'idle', fill: 'fill', 'heading-level': 'headingLevel', contacts: 'contacts', stock: 'stock', 'activity-base': 'activityBase' };
  const ROOM = ['cases', 'case', 'course', 'over-time', 'run', 'team-run', 'wall', 'wall-screen', 'debrief', 'build', 'write']; // the views of the teaching room
  // Yew leaves some 20 KB of a destroyed widget in memory that never shrinks; a fresh instance has none of it
  const MOST = 20;
  const LATE = 1000; // ms that a removed element stays alive, so that moving it in the page keeps what was typed
  const REDRAWN = 3; // times within ten seconds that the widget draws anew what somebody else changed in it
  const WHILE = 10_000; // ms
  let instance = 0; // of the module: what an earlier one made cannot be read any more

  class NmsAdvisor extends HTMLElement {
    /** The version of the package and of its rule set, and the digest of its WebAssembly. */
    static versions = runtime.versions;

    static observedAttributes = ['findings', 'room', 'case', ...Object.keys(OPTIONS)];
    static #said = new Set(); // what the console was told
    static #placed = new Set(); // every element that is in a page
    static #withdrawn = ''; // why this version gives no advice any more

    #widget = null;
    #kit = null; // what mounted it: the runtime, or the teaching room
    #waiting = null; // findings set before the widget is there
    #fault = null; // what was set before it is there and cannot be read
    #calls = 0; // of the widget that have not returned
    #told = []; // changes of the host that its listeners have not heard of
    #watch = null; // for nodes that somebody else changes
    #redrawn = [];
    #around = null; // the window, while it is in one
    #midnight = 0;
    #day = '';
    #aside = []; // what stood in the fields when the page was left
    #starting = false;
    #leaving = 0;
    #box = null;
    #kept = null; // everything entered, for the case of a crash
    #falls = 0; // crashes in this case
    #progress = ''; // of the case of the room
    #drawn = null; // a promise of the room
    #begun = () => {}; // settles it
    #there = false; // whether it has been drawn
    #presence = presenceIn(this, () => this.shadowRoot.querySelector('[data-running]') !== null, () => this.#over());
    #idle = { minutes: 0, clears: false };
    #covered = null; // what covers the case
    #screen = null; // the window with the wall
    #was = ''; // the id of what had the focus before
    #settle = {};
    #ready = null;
    #listens = {
      hashchange: () => this.#openFragment(),
      beforeprint: () => this.#look(),
      // a page that is put aside may lose what stands in its fields, and keep the answers
      pagehide: () => {
        const fields = this.shadowRoot.querySelectorAll('input:not([type="file"]), textarea');
        this.#aside = [...fields].map((field) => [field, field.value]);
      },
      pageshow: ({ persisted }) => {
        const [aside, entered] = [this.#aside, this.#kept?.case];
        this.#aside = [];
        // WebKit empties them after this event; a case that the page has taken away by then stays away
        setTimeout(() => {
          if (this.#kept?.case !== entered) return;
          for (const [field, value] of aside) if (!field.value) field.value = value;
        });
        this.#look();
        this.#presence.look();
        if (persisted) this.#call((widget) => widget.returned());
      },
    };
    #seen = () => {
      this.#look();
      this.#presence.look();
    };

    constructor() {
      super();
      // not `delegatesFocus`: a click on any text of the panel would then throw the focus into the first field
      this.attachShadow({ mode: 'open' });
      this.#promise();
      holdKeys(this.shadowRoot);
      // notes of the place: their box is there only with them
      this.shadowRoot.addEventListener('slotchange', ({ target }) => {
        if (target.name === 'local-notes') target.parentElement.hidden = !target.assignedElements().length;
      });
      // a file that is dropped beside a button would otherwise take the place of the page, and of the case
      this.addEventListener('dragover', (event) => this.#dropped(event));
      this.addEventListener('drop', (event) => this.#dropped(event));
    }

    #promise() {
      this.#ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
      this.#ready.catch(() => {}); // whoever awaits `ready` hears of it; nobody has to
    }

    connectedCallback() {
      clearTimeout(this.#leaving);
      NmsAdvisor.#placed.add(this);
      for (const name of ['findings', 'bare', 'fragment', 'room', 'case', 'wasm', 'teachingWasm', ...Object.values(OPTIONS)]) this.#upgrade(name);
      this.#around = this.ownerDocument.defaultView;
      for (const [type, listener] of Object.entries(this.#listens)) this.#around?.addEventListener(type, listener);
      this.ownerDocument.addEventListener('visibilitychange', this.#seen);
      if (!this.#widget && !this.#starting) this.#start();
      else this.#look();
      this.#presence.look();
    }

    disconnectedCallback() {
      for (const [type, listener] of Object.entries(this.#listens)) this.#around?.removeEventListener(type, listener);
      this.#around?.document.removeEventListener('visibilitychange', this.#seen);
      clearTimeout(this.#midnight);
      NmsAdvisor.#placed.delete(this);
      this.#presence.rest();
      this.#leaving = setTimeout(() => {
        if (this.isConnected || !this.#widget) return;
        this.#leave();
        this.#put();
        if (living.size || mounted < MOST) return;
        mounted = 0;
        instance += 1;
        this.#kit.restart();
      }, LATE);
    }

    // a sheet belongs to its document, and stays behind
    adoptedCallback() {
      if (this.#kit) this.#dress();
    }

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === 'findings') this.findings = after;
      else if (this.#widget && this.#kit === runtime && this.#asksForRoom()) this.#move();
      else if (name === 'case') this.#open();
      else if (name !== 'room') this.#choose(name, this.#option(name));
    }

    /** The usable answers, in contract form. @returns {object} */
    get findings() {
      return this.#widget ? this.#call((widget) => widget.findings(), {}) : { ...(this.#waiting ?? {}) };
    }

    /**
     * Puts findings in place of what is entered; what is read to the same value stays as it is. Nothing, null and an empty
     * text mean that nothing is known. What cannot be used is said in the widget, in `nms-error` and in `assessment.issues`.
     * @param {object | string | null | undefined} value
     */
    set findings(value) {
      const { data, fault } = findingsFrom(value);
      if (fault) this.#refuse(fault);
      else if (!this.#widget) [this.#waiting, this.#kept, this.#fault] = [data, null, null];
      else if (data) this.#report(this.#call((widget) => widget.setFindings(data)));
      else this.#call((widget) => widget.reset());
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

    /** How large the text is. @returns {string} */
    get textSize() { return this.getAttribute('text-size') ?? ''; }
    set textSize(value) { this.#reflect('text-size', value); }

    /** After how many minutes without a reader the case is covered, or cleared. @returns {string} */
    get idle() { return this.getAttribute('idle') ?? ''; }
    set idle(value) { this.#reflect('idle', value); }

    /** Whether the page belongs to the widget, which then fills it. @returns {boolean} */
    get fill() { return this.#is('fill'); }
    set fill(value) { this.toggleAttribute('fill', Boolean(value) && value !== 'false'); }

    /** A site's own telephone numbers, as JSON. @returns {string} */
    get contacts() { return this.getAttribute('contacts') ?? ''; }
    set contacts(value) { this.#reflect('contacts', jsonOf(value)); }

    /** The dantrolene of the site: places, vials and telephones, as JSON. @returns {string} */
    get stock() { return this.getAttribute('stock') ?? ''; }
    set stock(value) { this.#reflect('stock', jsonOf(value)); }

    /** The level of the widget's own headings. @returns {number} */
    get headingLevel() { return Number(this.getAttribute('heading-level')) || 2; }
    set headingLevel(value) { this.#reflect('heading-level', value); }

    /** Whether a case in the page's fragment is opened. @returns {boolean} */
    get fragment() { return this.#is('fragment'); }
    set fragment(value) { this.toggleAttribute('fragment', Boolean(value) && value !== 'false'); }

    /** Whether the bar has no menus. @returns {boolean} */
    get bare() { return this.#is('bare'); }
    set bare(value) { this.toggleAttribute('bare', Boolean(value) && value !== 'false'); }

    /** Where the WebAssembly is, if not beside the module. @returns {string} */
    get wasm() { return this.getAttribute('wasm') ?? ''; }
    set wasm(value) { this.#reflect('wasm', value); }

    /** Where the WebAssembly of the teaching room is. @returns {string} */
    get teachingWasm() { return this.getAttribute('teaching-wasm') ?? ''; }
    set teachingWasm(value) { this.#reflect('teaching-wasm', value); }

    /** Whether the teaching room is loaded. @returns {boolean} */
    get room() { return this.#is('room'); }
    set room(value) { this.toggleAttribute('room', Boolean(value) && value !== 'false'); }

    /** The bundled case of the teaching room that is opened, by its id. @returns {string} */
    get case() { return this.getAttribute('case') ?? ''; }
    set case(value) { this.#reflect('case', value); }

    /** Where activities are named in the statements for a learning record store. @returns {string} */
    get activityBase() { return this.getAttribute('activity-base') ?? ''; }
    set activityBase(value) { this.#reflect('activity-base', value); }

    /** The assessment of what is entered; null until the element is ready. Read only. @returns {object | null} */
    get assessment() {
      return this.#call((widget) => widget.assessment(), null);
    }

    // a host that spreads the detail of an event onto the element must not fall over it
    set assessment(_) { this.#warn(SAID.causes.readOnly('assessment')); }

    /** Settles when the widget is there, or cannot be. @returns {Promise<void>} */
    get ready() {
      return this.#ready;
    }

    set ready(_) { this.#warn(SAID.causes.readOnly('ready')); }

    /** Focuses the first field. @param {FocusOptions} [options] */
    focus(options) {
      const first = (selector) => [...this.shadowRoot.querySelectorAll(selector)].find((one) => one.getClientRects().length);
      this.#byHost(() => (first('.form :is(input, select, textarea)') ?? first('summary, button'))?.focus(options));
    }

    /** Clears every answer; nothing of the case can be brought back. */
    reset() {
      if (this.#widget) this.#call((widget) => widget.reset());
      else [this.#waiting, this.#kept, this.#fault] = [null, null, null];
    }

    /** Moves the focus to the field of a finding. @param {string} id @returns {boolean} whether there is such a field */
    focusField(id) {
      return typeof id === 'string' && this.#byHost(() => this.#call((widget) => widget.focusField(id), false));
    }

    // what the host does is no sign of a reader
    #byHost(act) {
      this.#presence.hosted = true;
      try {
        return act();
      } finally {
        this.#presence.hosted = false;
      }
    }

    /**
     * This version was withdrawn: every element of the page takes its advice and its guideline away and says why; none starts
     * again. What was entered can be saved. A site calls it when its server says so.
     * @param {string} reason A sentence for the reader.
     */
    static withdraw(reason) {
      NmsAdvisor.#withdrawn = String(reason ?? '').slice(0, 2000) || SAID.unknown;
      for (const one of NmsAdvisor.#placed) one.#withdraw();
    }

    #withdraw() {
      if (this.#widget) this.#leave();
      this.shadowRoot.replaceChildren();
      this.#fail(SAID.withdrawn, fault('withdrawn', NmsAdvisor.#withdrawn));
    }

    /**
     * Reads FHIR resources and shows what was found; nothing enters the form before the reader says so. By the page's clock,
     * unless `now` is given.
     * @param {object | string} input A Bundle, a list of resources or one resource.
     * @param {object} [options] As `fromFhir` takes them.
     * @returns {Promise<object>} What was read.
     */
    async takeFhir(input, options) {
      await this.ready;
      const read = await runtime.outside.fromFhir(input, { now: new Date(), ...options });
      this.#call((widget) => widget.offer({ origin: 'record', ...read }));
      return read;
    }

    // what the reader typed, pasted or opened
    async #read(text) {
      if (isRecord(text)) return { origin: 'record', ...(await runtime.outside.fromFhir(text, { now: new Date() })) };
      return { origin: 'line', ...(await runtime.outside.fromText(text, { units: this.units || 'si' })) };
    }

    /** The case as a note. @param {'text' | 'markdown' | 'sbar' | 'json'} format @returns {string} */
    exportNote(format = 'text') {
      if (!this.#widget) throw new Error(SAID.causes.notReady);
      return this.#widget.exportNote(typeof format === 'string' ? format : '');
    }

    /** How far the learner is in the case of the teaching room, at most 4,096 letters; empty where none is open. @returns {string} */
    exportProgress() {
      return this.#progress;
    }

    /**
     * Goes on with a case of the teaching room from what `exportProgress` returned.
     * @param {string} text
     * @returns {Promise<string[]>} What could not be read, in sentences.
     */
    async restoreProgress(text) {
      await this.ready;
      if (this.#kit === runtime) return [SAID.causes.notTaught];
      await this.#drawn;
      return this.#call((widget) => widget.restoreProgress(typeof text === 'string' ? text : ''), []);
    }

    // what is nothing is the default
    #reflect(name, value) {
      if (value === null || value === undefined || value === '' || value === false) this.removeAttribute(name);
      else if (['string', 'number', 'boolean'].includes(typeof value)) this.setAttribute(name, String(value));
      else this.#warn(SAID.causes.noText(name));
    }

    #is(name) {
      return this.hasAttribute(name) && this.getAttribute(name) !== 'false';
    }

    // a property that was set before the element was defined hides the accessor: take it over
    #upgrade(name) {
      if (!Object.hasOwn(this, name)) return;
      try {
        const value = this[name];
        delete this[name];
        this[name] = value;
      } catch {
        this.#warn(SAID.causes.noText(name));
      }
    }

    #asksForRoom() {
      return this.room || Boolean(this.case) || ROOM.includes(this.getAttribute('view'));
    }

    // the case that the host asks for
    #open() {
      if (!this.case || !this.#there) return;
      const problems = this.#call((widget) => widget.openCase(this.case), []);
      if (problems.length) this.#report(problems.map((problem) => ({ finding: 'case', problem, known: 'case' })), 'case');
    }

    // what stood in the room before, once it is drawn: where the learner was, or the case that the host asks for
    #enter() {
      const progress = this.#progress;
      this.#begun();
      this.#there = false;
      this.#drawn = new Promise((resolve) => { this.#begun = resolve; });
      this.#drawn.then(() => {
        if (progress && this.#there) this.#call((widget) => widget.restoreProgress(progress));
        else this.#open();
      });
    }

    // what the learner did in the room, and how far that is
    #hears(kind, detail) {
      if (kind === 'drawn') {
        this.#there = true;
        this.#begun();
      } else if (kind === 'progress') this.#progress = detail;
      else if (kind === 'stage') this.#dispatch('nms-stage', detail);
      else this.#dispatch('nms-case', detail);
    }

    // one option, and nothing else of what the reader chose; what is nothing is the default
    #choose(attribute, value) {
      if (this.#kept && ['basis', 'units', 'text-size', 'idle'].includes(attribute)) this.#kept[OPTIONS[attribute]] = value;
      const problem = this.#call((widget) => widget.setOptions({ [OPTIONS[attribute]]: value }));
      if (problem) this.#report([{ finding: attribute, problem, known: attribute }], attribute);
    }

    // from the widget into the teaching room, with everything entered
    #move() {
      this.#leave();
      this.#promise();
      this.#start();
    }

    // takes the widget out, whatever state it is in: no advice stays because something else fails
    #leave() {
      const widget = this.#widget;
      this.#screen?.close();
      this.#begun();
      this.#waiting = this.findings;
      this.#widget = null;
      this.#watch?.disconnect();
      living.delete(this);
      try {
        widget.unmount();
      } catch (error) {
        console.error(SAID.causes.stopped(error?.name, placeOf(error)));
      }
    }

    // the wall in a window of its own; without a title that window goes
    #openScreen(title, gone) {
      this.#screen?.close();
      if (title === undefined) return null;
      this.#screen = openScreen([runtime, this.#kit], title, () => {
        this.#screen = null;
        // after a crash there is nobody to hear it
        if (this.#widget) gone();
      });
      return this.#screen?.box ?? null;
    }

    // in place of what is shown, wherever it is shown; a cover stays
    #put(...nodes) {
      this.#screen?.close();
      this.shadowRoot.replaceChildren(...(this.#covered ? [this.#covered] : []), ...nodes);
    }

    #idleBy(text) {
      this.#idle = idleOf(text);
      this.#presence.limit(this.#idle.minutes * 60_000);
    }

    // nobody has been there for the time that was asked for
    #over() {
      const { minutes, clears } = this.#idle;
      if (!this.#kept?.case && !this.#waiting && !this.#falls && !holdsText(this.shadowRoot)) {
        this.#presence.begin();
      } else if (clears) {
        this.#clear();
        this.shadowRoot.prepend(drawNote('status', [SAID.cleared(minutes)], [[SAID.dismiss, (note) => note.remove()]]));
      } else {
        this.#screen?.close();
        const had = this.shadowRoot.activeElement;
        this.#was = had?.id ?? '';
        this.#covered = drawCover(minutes, () => this.#uncover(), () => this.#clear());
        this.shadowRoot.prepend(this.#covered);
        if (had) this.#byHost(() => this.#covered.focus({ preventScroll: true }));
      }
    }

    #uncover() {
      const inside = this.#covered?.contains(this.shadowRoot.activeElement);
      this.#covered?.remove();
      this.#covered = null;
      this.#presence.begin();
      // what had the focus has it again, as far as it is still there
      if (inside) (this.shadowRoot.getElementById(this.#was) ?? this.shadowRoot.querySelector('summary, button'))?.focus({ preventScroll: true });
    }

    // everything that was entered goes, and cannot be brought back; how it is displayed and a site's numbers stay
    #clear() {
      const { basis, units, textSize, idle, numbers } = this.#kept ?? {};
      const kept = this.#kept && { basis, units, textSize, idle, numbers };
      [this.#waiting, this.#fault, this.#falls, this.#aside, this.#progress] = [null, null, 0, [], ''];
      if (this.#widget) {
        this.#call((widget) => widget.reset());
        this.#leave();
        [this.#waiting, this.#kept] = [null, kept];
        this.#mount();
        this.#call((widget) => this.#changed(widget.moment(), true, true));
      } else {
        this.#kept = kept;
        if (this.isConnected && !this.#starting) this.#again();
      }
      this.#uncover();
    }

    #again() {
      this.#promise();
      this.#falls = 0;
      this.#start();
    }

    // of one that is there or not, whether it is
    #option(attribute) {
      if (attribute === 'fill') return this.fill ? 'fill' : '';
      return this.getAttribute(attribute) ?? '';
    }

    #options() {
      const options = {};
      for (const [attribute, option] of Object.entries(OPTIONS)) options[option] = this.#option(attribute);
      return options;
    }

    // what the widget is asked; nothing of it reaches the host as an exception, and listeners hear when it has returned
    #call(act, otherwise = undefined) {
      const kit = this.#kit;
      if (!this.#widget) return otherwise;
      this.#calls += 1;
      try {
        return act(this.#widget);
      } catch (error) {
        console.error(SAID.causes.stopped(error?.name, placeOf(error)));
        // what stops in the middle may leave anything behind: begin anew with what is kept
        kit.restart();
        NmsAdvisor.#crashed(kit, error.message);
        return otherwise;
      } finally {
        this.#calls -= 1;
        if (!this.#calls) for (const change of this.#told.splice(0)) this.#tell(...change);
      }
    }

    #changed(...change) {
      if (this.#calls) this.#told.push(change);
      else this.#tell(...change);
    }

    #tell(moment, byReader, assessment) {
      const born = instance;
      const detail = detailOf(moment, () => born === instance);
      if (byReader) this.#dispatch('nms-change', detail);
      if (assessment) this.#dispatch('nms-assessment', detail);
    }

    #dispatch(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
    }

    // only where the host says so: the part behind `#` belongs to the page
    #openFragment() {
      if (!this.fragment || !this.#around) return;
      const { location, history } = this.#around;
      // other things may stand before it, as the frame's own options do, and stay
      if (!this.#call((widget) => widget.openFragment(location.hash.replace(/^#.*?&(?=case=)/, '#')), false)) return;
      // once opened it leaves the address, and with it what Back, a reload and a copied address would bring
      setTimeout(() => {
        try {
          history.replaceState(history.state, '', location.pathname + location.search + location.hash.replace(/[#&]case=.*$/, ''));
        } catch {
          // a page without an address of its own has nothing to leave
        }
      });
    }

    #dropped(event) {
      if (!event.dataTransfer?.types.includes('Files') || event.defaultPrevented) return;
      event.preventDefault();
      if (event.type === 'dragover') event.dataTransfer.dropEffect = 'copy';
      else if (event.dataTransfer.files[0]) this.#call((widget) => widget.openFile(event.dataTransfer.files[0]));
    }

    // the day is that of looking, and there is a next one
    #look() {
      const now = new Date();
      // a page that moves the element about does not make it look at the clock each time
      if (now.toDateString() !== this.#day) this.#call((widget) => widget.look());
      this.#day = now.toDateString();
      clearTimeout(this.#midnight);
      const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
      this.#midnight = setTimeout(() => this.#look(), next - now + 1000);
    }

    // what the host sent is no case: said wherever one looks, and the case stays
    #refuse(error) {
      if (this.#widget) this.#call((widget) => widget.refuse(error.message.replace('nms-advisor: ', '')));
      else this.#fault = error;
      this.#warn(error.message);
      this.#raise(error, error.code);
    }

    // answers that the host sent and that are not used; their values stay out of what error trackers collect
    #report(issues, code = 'findings') {
      if (!issues) return;
      const known = new Set(issues.flatMap((row) => row.known ?? []));
      const message = SAID.causes.notUsed(known, issues.filter((row) => !row.known).length);
      this.#warn(message);
      const rows = issues.map(({ finding, problem }) => ({ finding, problem }));
      // for the host that asks; a tracker that is given the error takes what can be enumerated
      const error = Object.defineProperty(Object.assign(new TypeError(message), { code }), 'issues', { value: rows });
      this.#raise(error, code);
    }

    #warn(message) {
      if (NmsAdvisor.#said.has(message)) return;
      NmsAdvisor.#said.add(message);
      console.warn(message);
    }

    #raise(error, code) {
      this.#dispatch('nms-error', { error, code });
    }

    // on the next task: what the script that defines it goes on to say, such as where the WebAssembly is, comes first
    async #start() {
      this.#starting = true;
      const page = this.ownerDocument;
      const violations = [];
      const noted = (event) => violations.push(event);
      page.addEventListener('securitypolicyviolation', noted);
      try {
        if (NmsAdvisor.#withdrawn) throw fault('withdrawn', NmsAdvisor.#withdrawn);
        const lacks = lacking(runtime.needs);
        if (lacks) throw fault('old-browser', SAID.causes.lacks(lacks), { lacks });
        this.#kit = runtime;
        this.#dress();
        this.#put(drawNote('status', [SAID.loading]));
        await new Promise((resolve) => { setTimeout(resolve); });
        if (!this.isConnected) return;
        const [wasm, teachingWasm] = [this.wasm || undefined, this.teachingWasm || undefined];
        if (!this.#asksForRoom()) await runtime.start({ wasm });
        // it may have been asked for in the meantime
        if (this.#asksForRoom()) {
          this.#kit = await runtime.room({ teachingWasm });
          this.#dress();
        }
        NmsAdvisor.#hear(this.#kit);
        const fresh = !this.#kept;
        this.#mount();
        // said once, and where the reader has not chosen since
        for (const name of ['contacts', 'stock', 'text-size', 'idle']) if (fresh && this.hasAttribute(name)) this.#choose(name, this.#option(name));
        this.#settle.resolve();
        this.#dispatch('nms-ready', null);
        this.#call((widget) => this.#changed(widget.moment(), false, true));
      } catch (error) {
        this.#settle.reject(error);
        // a crash has been dealt with; where something else stands in for a browser, the page may have gone by now
        if (!this.#falls) await this.#fail(SAID.notStarted, error, violations).catch(() => {});
      } finally {
        this.#starting = false;
        page.removeEventListener('securitypolicyviolation', noted);
      }
    }

    // what happened, how to mend it, what was entered, and the whole guideline
    async #fail(headline, error, violations = []) {
      // a violation is reported a moment after what it stopped
      await new Promise((resolve) => { setTimeout(resolve); });
      const { code, what, mend, cause } = explain(error, violations);
      const final = code === 'withdrawn';
      const lines = [make('strong', final ? SAID.withdrawn : headline), what, mend, make('code', cause), SAID.copy(runtime.versions)];
      const again = () => {
        if (kept) this.#kept = null;
        this.#again();
      };
      // what stopped on this case would stop again; what was taken away because of others comes back
      const kept = code !== 'changed' && this.#kept?.case;
      const note = drawNote('alert', lines, final ? [] : [[kept ? SAID.startEmpty : SAID.tryAgain, again]]);
      note.dataset.code = code;
      if (kept) note.append(drawEntered(kept));
      this.#put(note, ...(final ? [] : [await this.#guideline()]));
      this.#raise(Object.assign(error, { code }), code);
    }

    #dress() {
      // a document without a window shows nothing
      const page = this.ownerDocument;
      if (page.defaultView) this.shadowRoot.adoptedStyleSheets = [...new Set([runtime, this.#kit])].map((kit) => sheetOf(kit, page));
    }

    // the page's own copy where it has one
    async #guideline() {
      if (this.querySelector(':scope > [slot="guideline"]')) {
        const slot = make('slot');
        slot.name = 'guideline';
        return slot;
      }
      const page = this.ownerDocument;
      const violations = [];
      const noted = (event) => violations.push(event);
      page.addEventListener('securitypolicyviolation', noted);
      try {
        return drawGuideline(await runtime.guideline(), Number(this.getAttribute('heading-level')) || 2);
      } catch (error) {
        // a violation is reported a moment after what it stopped
        await new Promise((resolve) => { setTimeout(resolve); });
        const { code, what, mend, cause } = explain(error, violations);
        const note = drawNote('note', [make('strong', SAID.noGuideline), what, mend, make('code', cause)]);
        note.dataset.code = code;
        return note;
      } finally {
        page.removeEventListener('securitypolicyviolation', noted);
      }
    }

    // an instance that crashed is followed by one that knows nothing of it: it has to be asked anew
    static #hear(kit) {
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
      instance += 1;
      const hit = [...living].filter((one) => one.#kit === kit);
      for (const one of hit) living.delete(one);
      for (const one of hit) one.#fall(fault('crash', message));
    }

    #fall(error) {
      this.#widget = null;
      this.#begun();
      this.#watch?.disconnect();
      this.#falls += 1;
      this.#put(drawNote('alert', [SAID.stopped]));
      // the instance has to come to its end first
      setTimeout(() => (this.#falls > 1
        ? this.#fail(SAID.stoppedTwice, error)
        : this.#rise(error)));
    }

    // once for each case: what stops it twice would stop it for ever
    #rise(error) {
      this.#raise(error, error.code);
      try {
        NmsAdvisor.#hear(this.#kit);
        this.#mount();
        const put = (note) => note.remove();
        this.#box.before(drawNote('alert', [SAID.restarted], [[SAID.checked, put]]));
        // the note asks for a look at the entries, once they are drawn
        setTimeout(() => this.shadowRoot.querySelector('[role="tab"][data-tab="findings"]')?.click());
      } catch (again) {
        if (living.has(this)) this.#fail(SAID.notRestarted, again);
      }
    }

    #mount() {
      // it may have been withdrawn while it was loaded, or came back after a crash
      if (NmsAdvisor.#withdrawn) throw fault('withdrawn', NmsAdvisor.#withdrawn);
      this.#box = document.createElement('div');
      // a translator that turns a *not* round would turn the advice round
      this.#box.translate = false;
      unrecorded(this.#box);
      this.#put(this.#box);
      const kept = this.#kept;
      let restoring = Boolean(kept); // step by step; what is kept is the whole
      living.add(this);
      mounted += 1;
      this.#calls += 1;
      try {
        this.#widget = this.#kit.mount(this.#box, this.#options(), (...change) => this.#changed(...change), (now) => {
          if (restoring) return;
          // a case that was cleared is another case
          if (this.#kept?.case && !now.case) this.#falls = 0;
          this.#kept = now;
          this.#idleBy(now.idle);
        }, (...asked) => this.#openScreen(...asked));
        this.#widget.onRead((text) => this.#read(text));
        this.#widget.onTold((kind, detail) => this.#hears(kind, detail));
        this.#enter();
        this.#observe();
        if (kept) this.#widget.restore(kept);
        else if (this.#waiting) this.#report(this.#widget.setFindings(this.#waiting));
        restoring = false;
        if (this.#fault) this.#widget.refuse(this.#fault.message.replace('nms-advisor: ', ''));
        this.#idleBy(this.#widget.idle());
        if (!kept) this.#openFragment();
      } finally {
        this.#calls -= 1;
        // who listens hears of the whole, once it is there
        this.#told = [];
      }
      [this.#waiting, this.#fault] = [null, null];
      this.#look();
    }

    #observe() {
      this.#watch?.disconnect();
      this.#watch = watchOthers(this.#box, () => Boolean(this.#widget && this.#kit.drawing()), () => { if (this.#widget) this.#redraw(); });
    }

    // the advice is drawn anew from the answers; whoever goes on changing it is named, and the advice taken away
    #redraw() {
      const now = performance.now();
      this.#redrawn = [...this.#redrawn.filter((at) => now - at < WHILE), now];
      const { id } = this.shadowRoot.activeElement ?? {};
      const { scrollX, scrollY } = window;
      this.#leave();
      if (this.#redrawn.length > REDRAWN) {
        this.#redrawn = [];
        this.#fail(SAID.changed, fault('changed', SAID.causes.changed));
        return;
      }
      this.#warn(SAID.causes.changed);
      this.#mount();
      setTimeout(() => {
        if (id) this.shadowRoot.getElementById(id)?.focus({ preventScroll: true });
        window.scrollTo(scrollX, scrollY);
      });
    }
  }

  customElements.define('nms-advisor', NmsAdvisor);
}
