// Every artefact is read for ways to reach out or to keep something: those that there are, are counted and have a reason.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { unzip } from './zip.mjs';

const dist = new URL('../../dist/', import.meta.url);
const files = readdirSync(dist, { recursive: true }).filter((name) => statSync(new URL(name, dist)).isFile());
const read = (name) => readFileSync(new URL(name, dist), 'utf8');

/** What a browser can be asked with, by how it is written. */
const WAYS = {
  fetch: /\bfetch\s*\(/g,
  import: /\bimport\s*\(/g,
  request: /\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|BroadcastChannel|sendBeacon|PaymentRequest)\b/g,
  worker: /\b(?:serviceWorker|SharedWorker|importScripts)\b|\bnew\s+Worker\b/g,
  element: /\bnew\s+(?:Image|Audio|FontFace)\b|\.(?:src|action|srcset|data)\s*=(?!=)/g,
  place: /\bwindow\.open\s*\(|\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:assign|replace)\s*\(/g,
  message: /\bpostMessage\s*\(/g,
  store: /\b(?:localStorage|indexedDB|cookieStore)\b|\bcaches\s*\.|document\.cookie/g,
  tab: /\bsessionStorage\b/g,
};

/** How often each stands in a file, by the end of its name, and why; what is not named here has none. */
const ALLOWED = [
  // its own WebAssembly, and a second look at a file that did not come; its own glue, guideline, rule set,
  // teaching room and reader; and an empty window for the wall of a run, where somebody asks for it
  [/^(?:npm|site|iframe)\/nms-advisor\.js$/, { fetch: 2, import: 6, place: 1 }],
  [/^npm\/nms-advisor-functions\.js$/, { fetch: 2, import: 4 }],
  // for an address that is given to `init`, and for Node
  [/^npm\/nms-advisor-inline-functions\.js$/, { fetch: 2, import: 1 }],
  [/^npm\/nms-advisor-inline\.js$/, { fetch: 2, import: 1, place: 1 }],
  // written by wasm-bindgen, for an address; it is given the response or the bytes, so it is never reached
  [/(?:nms-advisor|teaching|data-in)_glue\.js$/, { fetch: 1 }],
  // a run is kept in the tab, by whoever says yes to it; other tabs of the site are asked whose it is, by its id alone
  [/nms-advisor-teaching_glue\.js$/, { fetch: 1, tab: 1, request: 1, message: 1 }],
  [/^nms-advisor\.html$/, { fetch: 2, tab: 1, request: 1, message: 1, place: 1 }],
  [/^(?:npm\/)?no-wasm\/nms-advisor\.js$/, { import: 4, place: 1 }],
  // to the page around, if it is on the list
  [/^iframe\/frame\.js$/, { message: 1 }],
  // an example that a reader copies
  [/^site\/embed\.html$/, { message: 1 }],
  // the copy for offline use, of the site's own files: taken, held against its digest, and removed where the site was
  // withdrawn; the page asks its own worker which release it is, and its own server whether the site is still there
  [/^site\/site\.js$/, { fetch: 1, worker: 7, message: 3, store: 2 }],
  [/^site\/sw\.js$/, { fetch: 1, message: 2, store: 7 }],
  // takes the copies of a withdrawn site off the device, and tells its open pages
  [/^withdrawn\/sw\.js$/, { message: 1, store: 2 }],
];

const counts = (text) => {
  const found = Object.entries(WAYS).map(([way, pattern]) => [way, (text.match(pattern) ?? []).length]);
  return Object.fromEntries(found.filter(([, count]) => count > 0));
};

test('code has the ways out that are named here, and no other', () => {
  const code = files.filter((name) => /\.(?:js|html)$/.test(name));
  assert.ok(code.length > 15, `${code.length} files`);
  for (const name of code) {
    const allowed = ALLOWED.findLast(([pattern]) => pattern.test(name))?.[1] ?? {};
    assert.deepEqual(counts(read(name)), allowed, name);
  }
});

test('the package for learning platforms has none of its own, beside those of the single file', () => {
  const packed = unzip(readFileSync(new URL('nms-advisor-scorm12.zip', dist)));
  const code = packed.filter(({ name }) => /\.(?:js|html|css)$/.test(name) && name !== 'nms-advisor.html');
  assert.equal(code.length, 3);
  for (const { name, bytes } of code) assert.deepEqual(counts(String(bytes)), {}, name);
});

test('what is imported stands beside it, or is of Node', () => {
  for (const name of files.filter((file) => file.endsWith('.js'))) {
    for (const [, what] of read(name).matchAll(/\bimport\s*\((?:\s*\/\*[^*]*\*\/)*\s*([^)]*)\)/g)) {
      // what is of Node alone is put together, so that no bundler for browsers looks for it
      if (what === 'part') assert.ok(read(name).includes("const part = ['node', name].join(':');"), name);
      else assert.match(what, /^'\.\.?\/[\w./-]+'$/, name);
    }
    assert.doesNotMatch(read(name), /['"`]node:/, name);
    for (const [, what] of read(name).matchAll(/^\s*import\s[^'"(]*['"]([^'"]+)['"]/gm)) {
      assert.match(what, /^(?:\.\/|react$)/, name);
    }
  }
});

test('no page loads anything from elsewhere, and no style has an address', () => {
  for (const name of files.filter((file) => file.endsWith('.html'))) {
    // what is shown as an example is no element
    const page = read(name);
    for (const [tag] of page.matchAll(/<(?:script|link|img|iframe|source|video|audio|object|embed|form|base|use|image)\b[^>]*>/g)) {
      assert.doesNotMatch(tag, /\s(?:src|href|data|action|srcset)\s*=\s*["']?\s*(?:https?:|\/\/)/, `${name}: ${tag.slice(0, 200)}`);
    }
  }
  for (const name of files.filter((file) => /\.(?:css|js|html)$/.test(file))) {
    assert.doesNotMatch(read(name), /@import\s|\burl\(\s*["']?(?!data:)[a-zA-Z/.]/, name);
  }
});

test('the WebAssembly asks for nothing but what its glue gives', () => {
  const binaries = files.filter((name) => name.endsWith('.wasm'));
  assert.ok(binaries.length >= 2);
  for (const name of binaries) {
    const wanted = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(new URL(name, dist))));
    assert.deepEqual([...new Set(wanted.map((one) => one.module))].length, 1, name);
    for (const one of wanted) assert.doesNotMatch(one.name, /fetch|request|socket|beacon|worker|cookie|local_?storage/i, name);
  }
});
