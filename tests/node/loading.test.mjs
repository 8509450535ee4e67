// Where the WebAssembly comes from in Node, and what is said where it is not there or is another.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const dist = new URL('../../dist/npm/', import.meta.url);
const WASM = 'nms-advisor_bg.wasm';
const folder = mkdtempSync(join(tmpdir(), 'nms-advisor-'));
after(() => rmSync(folder, { recursive: true }));
for (const name of ['nms-advisor.js', 'nms-advisor_glue.js']) copyFileSync(new URL(name, dist), join(folder, name));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

const whole = readFileSync(new URL(WASM, dist));
// an empty custom section: valid WebAssembly that does the same, and is not what was published
const changed = Buffer.concat([whole, Buffer.from([0, 2, 1, 120])]);
const place = pathToFileURL(join(folder, WASM));
let turn = 0;
const fresh = () => import(`${pathToFileURL(join(folder, 'nms-advisor.js'))}?${turn += 1}`);
const works = ({ assess }) => assert.equal(assess({ temperature: 41.3 }).severity.grade, 'severe');

test('a missing file is named, and trying again works', async () => {
  const module = await fresh();
  await assert.rejects(module.default(), (error) => error.code === 'missing' && error.message.includes(WASM) && /ENOENT/.test(error.message));
  writeFileSync(place, whole);
  await module.default();
  works(module);
});

test('an address leads to this version and no other; bytes are taken as they are', async () => {
  writeFileSync(place, changed);
  await assert.rejects((await fresh()).default(), { code: 'integrity' });
  await assert.rejects((await fresh()).default({ wasm: place }), { code: 'integrity' });
  const module = await fresh();
  await module.default({ wasm: changed });
  works(module);
  writeFileSync(place, whole);
});

test('what is given while the first attempt goes on is used where that fails', async () => {
  rmSync(place);
  const module = await fresh();
  const first = module.default();
  await Promise.all([first, module.default({ wasm: whole })]);
  works(module);
  writeFileSync(place, whole);
});

test('a module that does not know its place says so, and starts where it is told', async () => {
  const text = readFileSync(new URL('nms-advisor.js', dist), 'utf8');
  writeFileSync(join(folder, 'script.js'), text.replaceAll('import.meta.url', '({}).url'));
  const module = await import(pathToFileURL(join(folder, 'script.js')));
  await assert.rejects(module.default(), (error) => error.code === 'format' && /was loaded from/.test(error.message));
  await module.default({ wasm: whole });
  works(module);
  const blob = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  await assert.rejects(blob.default(), { code: 'format' });
});

test('options that are nothing are no options', async () => {
  for (const options of [undefined, null, {}, { wasm: undefined }, { wasm: null }]) {
    const module = await fresh();
    await module.default(options);
    works(module);
  }
});
