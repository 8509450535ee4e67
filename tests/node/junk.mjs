// Values of every kind that JavaScript has and no finding can use. Holds no expectation.

/** A proxy whose handler was taken away, as a draft of Immer becomes after its recipe. */
export const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/** A proxy that throws in one trap. */
export const trap = (name, target = { temperature: 41.3 }) => new Proxy(target, { [name]() { throw new Error('boom'); } });

const circular = () => {
  const one = { unit: 'Cel' };
  one.value = one;
  return one;
};

const ring = () => {
  const one = [];
  one.push(one);
  return one;
};

const deep = () => {
  let one = {};
  for (let at = 0; at < 50_000; at += 1) one = { value: one };
  return one;
};

/** What is neither nothing nor of use, wherever it stands. */
export const JUNK = {
  'a promise': () => Promise.resolve(41.3),
  'a Map': () => new Map([['value', 41.3]]),
  'a Set': () => new Set(['haloperidol']),
  'a WeakMap': () => new WeakMap(),
  'a Date': () => new Date('2026-11-23'),
  'a Date that is none': () => new Date(NaN),
  'a RegExp': () => /severe/,
  'an Error': () => new Error('severe'),
  'a function': () => () => 41.3,
  'an async function': () => async () => 41.3,
  'a class': () => class Severe {},
  'an instance': () => new (class Reading { value = 41.3; unit = 'Cel'; })(),
  'an instance of a class without a name': () => new (class { value = 41.3; })(),
  'an object that inherits': () => Object.create({ value: 41.3, unit: 'Cel' }),
  'an object that inherits from one without a prototype': () => Object.create(Object.assign(Object.create(null), { value: 41.3 })),
  'a symbol': () => Symbol('severe'),
  'a BigInt': () => 41n,
  'a boxed number': () => new Number(41.3),
  'a boxed text': () => new String('severe'),
  'a boxed truth': () => new Boolean(true),
  'a typed array': () => new Float64Array([41.3]),
  'a buffer': () => new ArrayBuffer(8),
  'a nested list': () => [['haloperidol']],
  'a list in a list in itself': ring,
  'a list of holes': () => new Array(3),
  'a sparse list': () => Object.assign([], { length: 4_000_000_000 }),
  'an endless list': () => new Proxy([], { getOwnPropertyDescriptor: (_, key) => ({ value: key === 'length' ? Infinity : 'x', writable: true, configurable: key !== 'length' }) }),
  'a list of a length below nothing': () => new Proxy(['x', {}], { getOwnPropertyDescriptor: (_, key) => ({ value: key === 'length' ? 2 : {}, writable: true, configurable: key !== 'length' }) }),
  'a list that throws': () => trap('getOwnPropertyDescriptor', ['haloperidol']),
  'an empty object': () => ({}),
  'an object that holds itself': circular,
  'an object fifty thousand deep': deep,
  'an object with a computed value': () => ({ get value() { return 41.3; }, unit: 'Cel' }),
  'an object with a value that throws': () => ({ get value() { throw new Error('boom'); } }),
  'an object with toJSON': () => ({ toJSON: () => 41.3 }),
  'an object with valueOf': () => ({ valueOf: () => 41.3, toString: () => '41.3' }),
  'a thenable': () => ({ then: (resolve) => resolve(41.3) }),
  'a revoked object': () => revoked({ value: 41.3 }),
  'a revoked list': () => revoked(['haloperidol']),
  'a revoked function': () => revoked(() => {}),
  'a proxy that throws for its prototype': () => trap('getPrototypeOf'),
  'a proxy that throws for its keys': () => trap('ownKeys'),
  'a proxy that throws for its members': () => trap('getOwnPropertyDescriptor'),
  'an iterator': () => [1][Symbol.iterator](),
  'a generator': () => (function* all() { yield 41.3; })(),
  'the search of an address': () => new URLSearchParams('value=41.3'),
  'an address': () => new URL('https://example.org'),
  'the global object': () => globalThis,
  'an empty text': () => '',
  'an object as a text': () => '[object Object]',
  'a word': () => 'pending',
  'a text with NUL': () => 'severe\0',
  'half a letter': () => 'severe\ud800',
  'a text of a million letters': () => 'x'.repeat(1_000_000),
  'not a number': () => NaN,
  'an infinite number': () => -Infinity,
  'true': () => true,
};

/** What is no object with one entry for each answer. */
export const NO_OBJECT = {
  null: () => null,
  undefined: () => undefined,
  'a number': () => 41.3,
  'a list': () => [{ temperature: 41.3 }],
  ...Object.fromEntries(Object.entries(JUNK).filter(([, make]) => {
    const value = make();
    try {
      return typeof value !== 'object' || Array.isArray(value) || ![null, Object.prototype].includes(Object.getPrototypeOf(value)) || Reflect.ownKeys(value) === null;
    } catch {
      return true;
    }
  })),
};
