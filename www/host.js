// What the host page sets and hears. No import and no export: the build puts this text before the element.

/**
 * What a host may set: an object, the text of one, or nothing.
 * @param {unknown} value
 * @returns {{ data: object | null, fault?: TypeError }}
 */
function findingsFrom(value) {
  let read = value;
  if (typeof value === 'string') {
    if (!value.trim()) return { data: null };
    try {
      read = JSON.parse(value);
    } catch (error) {
      const instead = value.startsWith('[object ') ? SAID.causes.objectText(value === '[object Object]' ? value : '[object …') : /[“”„‟«»″]/.test(value) ? SAID.causes.curly : SAID.causes.notJson(placeIn(error.message));
      return { data: null, fault: Object.assign(new TypeError(`nms-advisor: ${instead}`), { code: 'findings' }) };
    }
  }
  return read === null || read === undefined ? { data: null } : plainObject(read);
}

/**
 * A table that a host sets as an object or as a list of objects, as the text of an attribute; what is no data stays as it is.
 * @param {unknown} value
 */
function jsonOf(value) {
  const data = value !== null && typeof value === 'object' ? plainCopy(value) : undefined;
  return data === undefined ? value : JSON.stringify(data);
}

/** Where a text stops being JSON. The browser's own sentence quotes the text, which is a case. */
const placeIn = (message) => /(at )?(line \d+ column \d+|position \d+)/.exec(message)?.[2] ?? '';

/**
 * The `detail` of an event: the case of a moment, worked out when it is first read, as most listeners read half of it.
 * @param {object} moment The case at the change; a later edit does not change it.
 * @param {() => boolean} lives Whether what made the moment can still be asked.
 */
function detailOf(moment, lives) {
  const lazily = (read) => {
    let known;
    return () => {
      if (known === undefined) known = lives() ? read() : null;
      return known;
    };
  };
  return Object.defineProperties({}, {
    findings: { enumerable: true, get: lazily(() => moment.findings()) },
    assessment: { enumerable: true, get: lazily(() => moment.assessment()) },
  });
}
