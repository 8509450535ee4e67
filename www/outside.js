// What comes from outside: texts and resources of a record. The reader of both is a module of its own, loaded on first use.
// No import and no export: the build puts this text before the element and the entries.

/**
 * The two functions that read from outside. Where the reader is there already, as in Node, they return at once; else a
 * promise. `await` does for both.
 * @param {() => Promise<Kit>} load Loads the reader.
 *
 * @typedef {object} Kit
 * @property {(text: string, options: string) => string} fromText Reads a text; options and result are JSON.
 * @property {(input: string, options: string) => string} fromFhir Reads resources as JSON.
 * @property {() => void} restart Has the next call find a fresh instance.
 */
function readers(load) {
  let kit = null;
  const call = (name, input, options) => {
    try {
      return JSON.parse(kit[name](input, options));
    } catch (error) {
      const message = String(error?.message ?? error);
      if (error instanceof TypeError && message.startsWith('nms-advisor')) throw Object.assign(error, { code: 'input' });
      kit.restart();
      throw fault('crash', SAID.causes.computation(message), { cause: error });
    }
  };
  const read = (name, input, options) => {
    const { data, fault: refused } = plainObject(options ?? {}, 'options');
    if (refused) throw refused;
    const given = JSON.stringify(data);
    if (kit) return call(name, input, given);
    return load().then((loaded) => {
      kit = loaded;
      return call(name, input, given);
    });
  };
  return {
    /** Has the functions return at once from now on. */
    async preload() { kit ??= await load(); },
    /** Reads what somebody typed or pasted. @see nms-advisor.d.ts */
    fromText(text, options) {
      if (typeof text !== 'string') throw notRead('fromText', 'a text');
      return read('fromText', text, options);
    },
    /** Reads FHIR resources. @see nms-advisor.d.ts */
    fromFhir(input, options) {
      const { now, windowHours } = options ?? {};
      if (Number.isNaN(windowHours)) throw notRead('fromFhir', '`windowHours` as a number above zero; this is NaN');
      return read('fromFhir', asJson(input), { ...options, now: instant(now) });
    },
  };
}

const notRead = (name, wanted) => Object.assign(new TypeError(`nms-advisor: \`${name}\` takes ${wanted}`), { code: 'input' });

/** Resources as a JSON text. */
function asJson(input) {
  if (typeof input === 'string') return input;
  let text;
  try {
    text = input !== null && typeof input === 'object' && typeof input.then !== 'function' ? JSON.stringify(input) : undefined;
  } catch {
    // circular, or an object that throws while it is read
  }
  if (text === undefined) throw notRead('fromFhir', 'a Bundle, a list of resources or one resource, as an object or as JSON');
  return text;
}

/** An instant as a text in the zone of this machine, in which a bare date is meant; no clock stands in where it is not given. */
function instant(now) {
  if (now instanceof Date && !Number.isNaN(now.getTime())) {
    const ahead = -now.getTimezoneOffset();
    const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
    const local = new Date(now.getTime() + ahead * 60_000).toISOString().replace('Z', '');
    return `${local}${ahead < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`;
  }
  if (typeof now === 'string') return now;
  throw notRead('fromFhir', '`now` in its options: an instant such as 2026-11-26T08:30:00Z, or a Date');
}

/** Whether a text is meant as FHIR. */
const isRecord = (text) => /^[\s\ufeff]*[[{]/.test(text) && text.includes('"resourceType"');
