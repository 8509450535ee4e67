// What is said of failures that no test can bring about in a browser, and that every fault has its sentences.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = readFileSync(new URL('../../www/failure.js', import.meta.url), 'utf8');
const { explain, fault, lacking, tellVersions, FAULTS } = new Function('location', `${source}; return { explain, fault, lacking, tellVersions, FAULTS };`)({ protocol: 'file:' });
const online = new Function('location', `${source}; return explain;`)({ protocol: 'https:' });

const address = 'https://intranet.example/nms-advisor_bg.wasm';

test('a page that was opened as a file is told to open the single file', () => {
  const said = explain(fault('unreachable', 'no', { address }), []);
  assert.equal(said.code, 'file');
  assert.match(said.mend, /Open nms-advisor\.html/);
});

test('without a connection it says so, and names the address', () => {
  const said = online(fault('unreachable', 'no', { address }), []);
  assert.equal(said.code, 'unreachable');
  assert.match(said.what, /intranet\.example/);
  assert.match(said.mend, /connection/);
});

test('the words in which other engines refuse WebAssembly are understood', () => {
  for (const words of ['call to WebAssembly.instantiateStreaming() blocked by CSP', "Refused to create a WebAssembly object because 'unsafe-eval' is not allowed"]) {
    assert.equal(online(new WebAssembly.CompileError(words), []).code, 'policy');
  }
  assert.equal(online(new WebAssembly.CompileError('unexpected end'), []).code, 'integrity');
});

test('what is not known is an error of its own, with its words', () => {
  const said = online(new TypeError('x is not a function'), []);
  assert.deepEqual([said.code, said.cause], ['crash', 'x is not a function']);
});

test('what stands in for a browser lacks its window', () => {
  const needs = ['Window', 'WebAssembly', 'adoptedStyleSheets'];
  assert.equal(lacking(needs), 'Window and no adoptedStyleSheets');
  // what libraries for tests add to the globals of Node: names, and not the object itself
  globalThis.Window = class {};
  globalThis.window = { __proto__: Window.prototype };
  globalThis.Document = class { get adoptedStyleSheets() { return []; } };
  globalThis.CSSStyleSheet = class { replaceSync() {} };
  try {
    assert.equal(lacking(needs), 'Window');
    globalThis.window = globalThis;
    assert.equal(lacking(needs), 'Window');
  } finally {
    for (const name of ['Window', 'window', 'Document', 'CSSStyleSheet']) delete globalThis[name];
  }
});

test('two versions on one page are told with both, and one version twice is not', () => {
  const said = [];
  const { error } = console;
  console.error = (line) => said.push(line);
  const one = { code: '0.1.0', rules: '0.2.0', digest: 'sha384-aaaaaaaaaaaaaaaaaaaaaaaa' };
  try {
    tellVersions(one, { ...one });
    tellVersions(one, { ...one, digest: '' }); // another delivery of the same version
    assert.deepEqual(said, []);
    for (const other of [{ ...one, code: '0.9.9' }, { ...one, rules: '0.9.9' }, { ...one, digest: 'sha384-0.9.9' }]) {
      tellVersions(one, other);
      assert.match(said.pop(), /version 0\.1\.0 with rule set 0\.2\.0 \(sha384-a.*0\.9\.9.*Load one\.$/);
    }
    tellVersions(undefined, one); // before versions were told apart
    assert.match(said.pop(), /unknown.*0\.1\.0/);
  } finally {
    console.error = error;
  }
});

test('every fault says what happened and how to mend it, in short sentences', () => {
  for (const [code, words] of Object.entries(FAULTS)) {
    const said = words({ address, status: 404, type: 'text/html', wanted: 'application/wasm', lacks: 'WebAssembly' });
    assert.equal(said.length, 2, code);
    for (const text of said) {
      assert.match(text, /^[A-Z`“h].*\.$/, code);
      assert.ok(text.length < 170, `${code} is long: ${text.length}`);
      assert.doesNotMatch(text, /undefined|null/, code);
    }
  }
});

test('the table of the deliveries has every fault, and no other', () => {
  const page = readFileSync(new URL('../../docs/deliveries.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('## When it cannot start'), page.indexOf('## Sizes'));
  assert.deepEqual([...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((row) => row[1]).sort(), Object.keys(FAULTS).sort());
});
