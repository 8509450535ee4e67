// Host values as plain data, before they cross into the WebAssembly: what throws while it is read there leaves the module
// damaged. No import and no export: the build puts this text before the element and the entries.
//
// Only own, plain data count; anything else is named in `issues`. A computed property (a getter) is no data and is never
// called. Nothing here throws, whatever it is given.

const PLAIN = (() => {
  /** Most keys of an object, entries of a list, letters of a text, parts of an assessment, and lists in lists. */
  const KEYS = 300;
  const ENTRIES = 1000;
  const LETTERS = 10_000;
  const PARTS = 100_000;
  const DEPTH = 24;

  /** The members of a quantity; another one could change what the number means. */
  const QUANTITY = ['value', 'unit', 'system', 'code'];
  /** Those of a bound, in place of `value`. */
  const BOUNDS = ['atLeast', 'above', 'atMost', 'below'];

  // taken before a page can change them
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const sourceOf = Function.prototype.call.bind(Function.prototype.toString);
  const NATIVE = sourceOf(Object);

  /** What stands for a part that is no data. Only those made here count, so that a host's own object cannot pass for one. */
  const marks = new WeakSet();
  const mark = (what) => {
    const made = { unusable: what };
    marks.add(made);
    return made;
  };

  const UNREADABLE = 'a value that cannot be read';
  const COMPUTED = 'a computed property, which cannot be read here,';

  /** What such an object holds. */
  const HOLDS = { findings: ' with one entry for each answer', options: ' with one entry for each option', assessment: ', as `assess` returns it' };

  /** What came, and what its host can do about it. */
  const KINDS = {
    Promise: ['a promise', 'await it'],
    Map: ['a Map', 'Object.fromEntries makes an object of it'],
    URLSearchParams: ['a URLSearchParams', 'Object.fromEntries makes an object of it'],
    FormData: ['a FormData', 'Object.fromEntries makes an object of it'],
  };

  const put = (object, key, value) => defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });

  /** An own property, as far as it can be enumerated. */
  const own = (object, key) => {
    const found = getOwnPropertyDescriptor(object, key);
    return found?.enumerable ? found : undefined;
  };

  /** The name of what made an object, without calling anything of it. */
  function classOf(value) {
    let first = '';
    for (let at = value, steps = 0; at && steps < 10; at = getPrototypeOf(at), steps += 1) {
      const made = getOwnPropertyDescriptor(at, 'constructor')?.value;
      const name = typeof made === 'function' ? getOwnPropertyDescriptor(made, 'name')?.value : undefined;
      if (typeof name !== 'string' || !/^[\w$]{1,40}$/.test(name)) continue;
      if (Object.hasOwn(KINDS, name)) return name;
      first ||= name;
    }
    return first;
  }

  /** A value that is no plain data: what it is, and what to do. */
  function kind(value) {
    try {
      if (value === null) return ['null'];
      if (typeof value === 'string') return value === '[object Object]' ? ['the text "[object Object]"', 'an object was written as an attribute; set the property'] : ['a text'];
      if (typeof value === 'function') return ['a function'];
      if (typeof value !== 'object') return [value === undefined ? 'nothing' : typeof value === 'bigint' ? 'a BigInt' : `a ${typeof value}`];
      if (Array.isArray(value)) return ['a list'];
      if (isPlain(value)) return ['an object'];
      const name = classOf(value);
      if (Object.hasOwn(KINDS, name)) return KINDS[name];
      const what = name && name !== 'Object' ? `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}` : 'an object with a prototype of its own';
      return [what, 'copy its values into a plain object'];
    } catch {
      return ['an object that cannot be read', 'a proxy that was revoked or throws; copy its values into a plain object'];
    }
  }

  /** Whether an object has the prototype of a literal, of whatever realm, or none. */
  function isPlain(value) {
    const above = getPrototypeOf(value);
    if (above === null || above === Object.prototype) return true;
    if (getPrototypeOf(above) !== null) return false;
    const made = getOwnPropertyDescriptor(above, 'constructor')?.value;
    return typeof made === 'function' && sourceOf(made) === NATIVE && getOwnPropertyDescriptor(made, 'prototype')?.value === above;
  }

  /** A value that may stand alone: nothing, yes or no, a number, a text. Anything else is `undefined`, and so is nothing. */
  const isSimple = (value) => value === null || ['boolean', 'number', 'string', 'undefined'].includes(typeof value);

  function simple(value) {
    if (typeof value === 'string' && value.length > LETTERS) return mark(`a text of more than ${LETTERS.toLocaleString('en')} letters`);
    return value ?? null;
  }

  /** What an own property says, looked at once; `undefined` where there is none. */
  function member(object, key, read) {
    try {
      const found = own(object, key);
      if (!found) return undefined;
      return 'value' in found ? read(found.value) : mark(COMPUTED);
    } catch {
      return mark(UNREADABLE);
    }
  }

  /** One answer. Looks no deeper than a list or a quantity. */
  function answer(value) {
    if (isSimple(value)) return simple(value);
    try {
      if (typeof value !== 'object') return mark(kind(value)[0]);
      if (marks.has(value)) return value;
      if (Array.isArray(value)) return list(value);
      return isPlain(value) ? quantity(value) : mark(kind(value)[0]);
    } catch {
      return mark(UNREADABLE);
    }
  }

  const entry = (value) => (isSimple(value) ? simple(value) : marks.has(value) ? value : mark(kind(value)[0]));

  function list(value) {
    const length = Math.trunc(Number(getOwnPropertyDescriptor(value, 'length')?.value)) || 0;
    const entries = [];
    let holes = 0;
    // two more are no matter: a list that was cut has two marks, and is not cut again
    const cut = length > ENTRIES + 2;
    for (let at = 0; at < (cut ? ENTRIES : length); at += 1) {
      let there;
      try {
        there = getOwnPropertyDescriptor(value, at);
      } catch {
        there = { value: mark(UNREADABLE) };
      }
      if (there) entries.push('value' in there ? entry(there.value) : mark(COMPUTED));
      else holes += 1;
    }
    if (holes) entries.push(mark(holes > 1 ? `each of ${holes.toLocaleString('en')} holes` : 'a hole'));
    // first, where it is told however many others are left out
    if (cut) entries.unshift(mark(`whatever follows the first ${ENTRIES.toLocaleString('en')} entries`));
    return entries;
  }

  function quantity(value) {
    const parts = {};
    for (const key of ownKeys(value)) {
      const part = typeof key === 'string' ? member(value, key, entry) : undefined;
      const known = QUANTITY.includes(key) || BOUNDS.includes(key);
      // an absent comparator is often written as null
      if (part === undefined || (part === null && !known)) continue;
      if (!known) return mark(`an object with \`${key.slice(0, 40)}\``);
      put(parts, key, part);
    }
    return ['value', ...BOUNDS].some((key) => Object.hasOwn(parts, key)) ? parts : mark('an object without `value`');
  }

  function refuse(name, [what, mend]) {
    const message = `nms-advisor: \`${name}\` must be a plain object${HOLDS[name] ?? ''}; this is ${what}${mend ? `: ${mend}` : ''}`;
    return { data: null, fault: Object.assign(new TypeError(message), { code: name }) };
  }

  function object(value, name) {
    try {
      if (value === null || typeof value !== 'object' || Array.isArray(value) || !isPlain(value)) return refuse(name, kind(value));
      const data = {};
      const keys = ownKeys(value).filter((key) => typeof key === 'string');
      for (const key of keys.slice(0, KEYS)) {
        const said = member(value, key, answer);
        if (said !== undefined) put(data, key, said);
      }
      const more = keys.length - KEYS;
      if (more > 0) put(data, `… and ${more.toLocaleString('en')} more keys`, mark('more than can be read'));
      return { data, fault: null };
    } catch {
      return refuse(name, kind(value));
    }
  }

  /** Data as deep as an assessment is; what is none is left out. */
  function copy(value) {
    let parts = 0;
    const deeper = (from, depth) => {
      parts += 1;
      if (parts > PARTS || depth > DEPTH) return undefined;
      if (isSimple(from)) return from;
      if (typeof from !== 'object') return undefined;
      const many = Array.isArray(from);
      if (!many && !isPlain(from)) return undefined;
      const to = many ? [] : {};
      for (const key of ownKeys(from).slice(0, PARTS)) {
        if (typeof key !== 'string' || (many && key === 'length')) continue;
        const part = deeper(own(from, key)?.value, depth + 1);
        if (part === undefined) continue;
        if (many) to.push(part);
        else put(to, key, part);
      }
      return to;
    };
    try {
      return deeper(value, 0);
    } catch {
      return undefined;
    }
  }

  return { object, copy };
})();

/**
 * A host's object as fresh, plain data. Never throws.
 * @param {unknown} value
 * @param {string} [name] What it is, for the message; also the code of the fault.
 * @returns {{ data: object, fault: null } | { data: null, fault: TypeError }} The fault says what came instead.
 */
const plainObject = (value, name = 'findings') => PLAIN.object(value, name);

/** What a host gives back as an assessment, as data; what is none is left out. Never throws. */
const plainCopy = (value) => PLAIN.copy(value);

/**
 * The rule set, from a module that is loaded when somebody asks. Each call gets an object of its own.
 * @param {() => Promise<string>} load Its JSON text.
 */
function ruleSetIn(load) {
  let text = null;
  return {
    /** Has it read at once from now on. */
    async preload() { text ??= await load(); },
    read() {
      return text === null ? this.preload().then(() => JSON.parse(text)) : JSON.parse(text);
    },
  };
}

/**
 * The functions of the contract. What a host gives crosses as plain data; what stops the computation all the same leaves a
 * damaged instance, so the next call finds a fresh one.
 * @param {() => object | null} glueOf The glue, once it is there.
 * @param {(message: string) => void} stopped Hears of an instance that has come to its end.
 * @param {{ read: () => object | Promise<object> }} rules The rule set, which is no part of the WebAssembly.
 */
function contract(glueOf, stopped, rules) {
  const call = (name, ...given) => {
    const glue = glueOf();
    try {
      return glue[name](...given);
    } catch (error) {
      const message = String(error?.message ?? error);
      if (error instanceof TypeError && message.startsWith('nms-advisor')) throw error;
      glue.restart();
      stopped(message);
      throw fault('crash', SAID.causes.computation(message), { cause: error });
    }
  };
  const initialised = () => {
    if (!glueOf()) throw new Error(SAID.causes.notInitialised);
  };
  const plain = (value, name) => {
    const { data, fault: refused } = plainObject(value, name);
    if (refused) throw refused;
    return data;
  };
  return {
    /** Assesses findings. Pure and synchronous. @see nms-advisor.d.ts */
    assess(findings, options) {
      initialised();
      return call('assess', plain(findings, 'findings'), options === undefined ? undefined : plain(options, 'options'));
    },
    /** The bundled rule set as JSON, or a promise of it. @see nms-advisor.d.ts */
    ruleSet() {
      initialised();
      return rules.read();
    },
    /** CDS Hooks cards of an assessment. @see nms-advisor.d.ts */
    toCdsHooksCards(assessment) {
      initialised();
      const data = plainCopy(assessment);
      if (data === undefined) plain(assessment, 'assessment'); // says what came instead
      return call('toCdsHooksCards', data);
    },
  };
}
