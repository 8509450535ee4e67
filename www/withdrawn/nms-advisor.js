// Stands where the package stood that was withdrawn: every page that loads it says so, and no advice is given. The build puts
// above this line why (WITHDRAWN) and the sentence that says it (SENTENCE).

function refusal() {
  return Object.assign(new Error(`nms-advisor: ${SENTENCE}`), { code: 'withdrawn', ...WITHDRAWN });
}

function refuse() {
  throw refusal();
}

export default () => Promise.reject(refusal());
export { refuse as assess, refuse as ruleSet, refuse as toCdsHooksCards };
export const fromText = async () => refuse();
export const fromFhir = async () => refuse();

if (typeof customElements !== 'undefined' && !customElements.get('nms-advisor')) {
  customElements.define('nms-advisor', class NmsAdvisor extends HTMLElement {
    static versions = { code: 'withdrawn', rules: 'withdrawn', digest: '' };

    #ready = Promise.reject(refusal());

    constructor() {
      super();
      this.#ready.catch(() => {}); // whoever awaits `ready` hears of it; nobody has to
      const said = document.createElement('p');
      said.setAttribute('role', 'alert');
      said.textContent = SENTENCE;
      // what the page put into the element, the static guideline too, is not shown
      this.attachShadow({ mode: 'open' }).append(said);
    }

    connectedCallback() {
      const error = refusal();
      queueMicrotask(() => this.dispatchEvent(new CustomEvent('nms-error', { bubbles: true, composed: true, detail: { error, code: error.code } })));
    }

    get ready() { return this.#ready; }
    get assessment() { return null; }
    get findings() { return {}; }
    set findings(_) {}
    reset() {}
    focusField() { return false; }
    exportNote() { return refuse(); }
    async takeFhir() { return refuse(); }
    exportProgress() { return ''; }
    async restoreProgress() { return refuse(); }
  });
}
