// What is said of failures that no test can bring about in a browser, and that every fault has its sentences.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const source = readFileSync(new URL('../../www/failure.js', import.meta.url), 'utf8');
const { explain, fault, FAULTS } = new Function('location', `${source}; return { explain, fault, FAULTS };`)({ protocol: 'file:' });
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
