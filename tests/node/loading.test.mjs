// Where the WebAssembly comes from in Node, and what is said where it is not there or is another.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const dist = new URL('../../dist/npm/', import.meta.url);
const WASM = 'nms-advisor_bg.wasm';
const folder = mkdtempSync(join(tmpdir(), 'nms-advisor-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

const whole = readFileSync(new URL(WASM, dist));
// an empty custom section: valid WebAssembly that does the same, and is not what was published
const changed = Buffer.concat([whole, Buffer.from([0, 2, 1, 120])]);
const place = pathToFileURL(join(folder, WASM));
/** Takes away what all copies of one version share. */
const alone = () => {
  for (const key of Object.getOwnPropertySymbols(globalThis)) if (key.description.startsWith('nms-advisor ')) delete globalThis[key];
};
let turn = 0;
/** The module with its glue and, if it has one, a WebAssembly beside it, in a folder of their own: nothing of an earlier one runs. */
const fresh = (beside = whole) => {
  const own = join(folder, String(turn += 1));
  mkdirSync(own);
  for (const name of ['nms-advisor.js', 'nms-advisor_glue.js']) copyFileSync(new URL(name, dist), join(own, name));
  if (beside) writeFileSync(join(own, WASM), beside);
  alone();
  return import(pathToFileURL(join(own, 'nms-advisor.js')));
};
const works = ({ assess }) => assert.equal(assess({ temperature: 41.3 }).severity.grade, 'severe');

test('a missing file is named, and trying again works', async () => {
  const module = await fresh(null);
  await assert.rejects(module.default(), (error) => error.code === 'missing' && error.message.includes(WASM) && /ENOENT/.test(error.message));
  writeFileSync(join(folder, String(turn), WASM), whole);
  await module.default();
  works(module);
});

/** Every way of giving bytes. */
const WAYS = {
  'a buffer': (bytes) => bytes,
  'an array buffer': (bytes) => Uint8Array.from(bytes).buffer,
  'a view of a part': (bytes) => new DataView(Uint8Array.from([0, ...bytes, 0]).buffer, 1, bytes.length),
  'a response': (bytes) => new Response(bytes),
  'a promise of a response': async (bytes) => new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } }),
  'a promise of bytes': async (bytes) => bytes,
};

test('a file leads to this version and no other', async () => {
  writeFileSync(place, changed);
  for (const options of [undefined, { wasm: place }, { wasm: Promise.resolve(place) }]) {
    const module = await fresh(changed);
    await assert.rejects(module.default(options), (error) => error.code === 'integrity' && error.message.includes(WASM));
  }
  const module = await fresh(null);
  await module.default({ wasm: place, unchecked: true });
  works(module);
});

test('bytes are those of this version, however they are given; a waiver takes others', async () => {
  for (const [name, give] of Object.entries(WAYS)) {
    const module = await fresh();
    await assert.rejects(module.default({ wasm: give(changed) }), { code: 'integrity' }, name);
    for (const unchecked of [false, 1, 'false', {}]) {
      await assert.rejects(module.default({ wasm: give(changed), unchecked }), { code: 'integrity' }, `${name} ${unchecked}`);
    }
    await module.default({ wasm: give(whole) });
    works(module);
    const waived = await fresh();
    await waived.default({ wasm: give(changed), unchecked: true });
    works(waived);
  }
});

test('what cannot be checked is refused with its remedy, and taken with the waiver', async () => {
  const compiled = new WebAssembly.Module(whole);
  for (const wasm of [compiled, Promise.resolve(compiled), {}, 41]) {
    await assert.rejects((await fresh()).default({ wasm }), (error) => error.code === 'unchecked' && /cannot be checked/.test(error.message));
  }
  const module = await fresh();
  await module.default({ wasm: compiled, unchecked: true });
  works(module);
});

test('a waiver holds for what the same call gives, and for nothing else', async () => {
  const module = await fresh();
  await assert.rejects(module.default({ wasm: changed, unchecked: false }), { code: 'integrity' });
  await assert.rejects(module.default({ dataInWasm: changed, unchecked: true }), { code: 'integrity' });
});

test('bytes that change after they were looked at are not what runs', async () => {
  const module = await fresh();
  const bytes = Uint8Array.from(whole);
  const { digest } = crypto.subtle;
  crypto.subtle.digest = (...all) => digest.apply(crypto.subtle, all).finally(() => bytes.fill(0));
  const ready = module.default({ wasm: bytes }).finally(() => { delete crypto.subtle.digest; });
  await ready;
  works(module);
});

test('Node 18 has no global crypto, and checks all the same', async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined });
  try {
    await assert.rejects((await fresh()).default({ wasm: changed }), { code: 'integrity' });
    await assert.rejects((await fresh(changed)).default(), { code: 'integrity' });
    const module = await fresh();
    await module.default();
    works(module);
  } finally {
    Object.defineProperty(globalThis, 'crypto', own);
  }
});

test('each byte of the WebAssembly counts', async () => {
  for (const at of [8, whole.length >> 1, whole.length - 1]) {
    const other = Buffer.from(whole);
    other[at] ^= 1;
    await assert.rejects((await fresh(other)).default(), { code: 'integrity' }, `byte ${at}`);
    await assert.rejects((await fresh()).default({ wasm: other }), { code: 'integrity' }, `byte ${at}`);
  }
});

test('what is given while the first attempt goes on is used where that fails', async () => {
  const module = await fresh(null);
  const first = module.default();
  await Promise.all([first, module.default({ wasm: whole })]);
  works(module);
});

test('a module that does not know its place says so, and starts where it is told', async () => {
  const text = readFileSync(new URL('nms-advisor.js', dist), 'utf8');
  await fresh();
  const script = join(folder, String(turn), 'script.js');
  writeFileSync(script, text.replaceAll('import.meta.url', '({}).url'));
  const module = await import(pathToFileURL(script));
  await assert.rejects(module.default(), (error) => error.code === 'format' && /was loaded from/.test(error.message));
  await module.default({ wasm: whole });
  works(module);
  alone();
  const blob = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  await assert.rejects(blob.default(), { code: 'format' });
});

test('the reader of texts is that of this version, beside the module and given', async () => {
  const part = (name) => new URL(`data-in/nms-advisor-data-in${name}`, dist);
  const reader = readFileSync(part('_bg.wasm'));
  const other = Buffer.concat([reader, Buffer.from([0, 2, 1, 120])]);
  const start = async (beside, options) => {
    const module = await fresh();
    const own = join(folder, String(turn), 'data-in');
    mkdirSync(own);
    for (const name of ['.js', '_glue.js']) copyFileSync(part(name), join(own, `nms-advisor-data-in${name}`));
    writeFileSync(join(own, 'nms-advisor-data-in_bg.wasm'), beside);
    await module.default(options);
    return module;
  };
  const read = async (...all) => (await (await start(...all)).fromText('T 41.3')).findings.temperature.value;
  await assert.rejects(read(other), { code: 'integrity' });
  await assert.rejects(read(reader, { dataInWasm: other }), { code: 'integrity' });
  assert.equal(await read(reader), 41.3);
  assert.equal(await read(other, { dataInWasm: reader }), 41.3);
  assert.equal(await read(reader, { dataInWasm: other, unchecked: true }), 41.3);
});

test('options that are nothing are no options', async () => {
  for (const options of [undefined, null, {}, { wasm: undefined }, { wasm: null }]) {
    const module = await fresh();
    await module.default(options);
    works(module);
  }
});
