// The package as a set of files: what its manifests say is what the code does, both ways.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';

const at = (path) => new URL(`../../${path}`, import.meta.url);
const read = (path) => readFileSync(at(path), 'utf8');
const names = (rows) => rows.map((row) => row.name).sort();
const unique = (texts) => [...new Set(texts)].sort();
/** Every file below a folder, by its path from there. */
const filesIn = (path) =>
  readdirSync(at(path), { recursive: true }).filter((name) => statSync(new URL(name, at(`${path}/`))).isFile());

const manifest = JSON.parse(read('dist/npm/custom-elements.json'));
const [module] = manifest.modules;
const declared = module.declarations.find((one) => one.customElement);
const element = read('www/element.js');
const style = filesIn('www/style').map((name) => read(`www/style/${name}`)).join('\n');
const types = read('dist/npm/nms-advisor.d.ts');

// as a server would: whatever a page has is looked for here, and watched
const looked = [];
const PAGE = ['document', 'window', 'location', 'HTMLElement', 'CSSStyleSheet'];
for (const name of PAGE) Object.defineProperty(globalThis, name, { configurable: true, get() { looked.push(name); } });
const onServer = await import('../../dist/npm/nms-advisor.js?server');
for (const name of PAGE) delete globalThis[name];

test('on a server it touches no document and defines nothing', () => {
  assert.deepEqual(looked, []);
  assert.equal(typeof onServer.default, 'function');
});

// the class itself, defined in a registry of our own
globalThis.HTMLElement = class {};
const registry = new Map();
globalThis.customElements = { get: (name) => registry.get(name), define: (name, one) => registry.set(name, one) };
const entry = await import('../../dist/npm/nms-advisor.js?element');

test('the manifest names the element and the exports of the module', () => {
  assert.deepEqual([...registry.keys()], [declared.tagName]);
  assert.equal(registry.get(declared.tagName).name, declared.name);
  const js = module.exports.filter((one) => one.kind === 'js');
  assert.deepEqual(names(js), Object.keys(entry).sort());
  for (const one of js) assert.ok(module.declarations.some((row) => row.name === one.declaration.name), one.name);
  for (const one of module.declarations.filter((row) => row.kind === 'function')) {
    assert.ok(js.some((row) => row.declaration.name === one.name), one.name);
  }
});

test('the manifest has every attribute, and no other', () => {
  // some are looked up when they are needed and not observed
  const looked = [...element.matchAll(/(?:\b(?:get|has)Attribute|#is)\('([a-z-]+)'\)/g)].map((found) => found[1]);
  const observed = registry.get('nms-advisor').observedAttributes;
  assert.deepEqual(names(declared.attributes), unique([...observed, ...looked]));
  assert.ok(looked.includes('fragment'), 'the text of the element is searched as it is written');
});

test('the manifest has every property and method, and no other', () => {
  const callbacks = ['constructor', 'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];
  // what is set there is passed over, so that spreading an object onto the element does not throw
  const passedOver = [...element.matchAll(/readOnly\('(\w+)'\)/g)].map((found) => found[1]);
  const own = Object.entries(Object.getOwnPropertyDescriptors(registry.get('nms-advisor').prototype));
  const found = own.filter(([name]) => !callbacks.includes(name)).map(([name, { get, set }]) => {
    const kind = get ? 'field' : 'method';
    return `${kind} ${name}${get && (!set || passedOver.includes(name)) ? ' read-only' : ''}`;
  });
  const said = declared.members.map((one) => `${one.kind} ${one.name}${one.readonly ? ' read-only' : ''}`);
  assert.deepEqual(said.sort(), found.sort());
});

test('the manifest has every event, and no other', () => {
  const raised = [...element.matchAll(/#dispatch\('([^']+)'/g)].map((found) => found[1]);
  assert.equal(raised.length, element.split('this.#dispatch(').length - 1, 'each event is raised by its name');
  assert.equal(element.split('CustomEvent(').length, 2, 'at one place');
  assert.deepEqual(names(declared.events), unique(raised));
});

test('the manifest has every custom property with its default, every part and every slot, and no other', () => {
  const host = style.slice(style.indexOf(':host {'), style.indexOf('\n}', style.indexOf(':host {')));
  const set = Object.fromEntries([...host.matchAll(/^\s+(--nms-[\w-]+): (.*);$/gm)].map((found) => [found[1], found[2]]));
  assert.deepEqual(Object.fromEntries(declared.cssProperties.map((one) => [one.name, one.default])), set);
  const used = unique([...style.matchAll(/--nms-[\w-]+/g)].map((found) => found[0]));
  assert.deepEqual(names(declared.cssProperties), used, 'a custom property that is used has a default on the host');

  const rust = readdirSync(at('src/widget'), { recursive: true }).filter((name) => name.endsWith('.rs'));
  assert.ok(rust.length > 5);
  const drawn = [element, ...rust.map((name) => read(`src/widget/${name}`))].join('\n');
  const parts = [...drawn.matchAll(/\bpart\s*=\s*"([^"]+)"/g)].flatMap((found) => found[1].split(/\s+/));
  assert.deepEqual(names(declared.cssParts), unique(parts));
  const slots = [...drawn.matchAll(/<slot(?:\s+name="([^"]*)")?|slot\.name = '([^']+)'/g)].map((found) => found[1] ?? found[2] ?? '');
  assert.deepEqual(names(declared.slots), unique(slots));
});

test('the types have the same attributes, properties, methods and events', () => {
  const block = (start) => {
    const from = types.indexOf(start);
    assert.notEqual(from, -1, start);
    return types.slice(from, types.indexOf('\n}', from));
  };
  const attributes = [...block('interface NmsAdvisorAttributes').matchAll(/^  '?([\w-]+)'?\??:/gm)].map((found) => found[1]);
  assert.deepEqual(attributes.sort(), names(declared.attributes));
  const members = [...block('interface NmsAdvisorElement').matchAll(/^  (?:readonly |get )?(\w+)[(:]/gm)].map((found) => found[1]);
  // `focus` is that of every HTMLElement
  assert.deepEqual(members.sort(), names(declared.members).filter((name) => name !== 'focus'));
  const events = [...block('interface NmsAdvisorEventMap').matchAll(/^  '(nms-[a-z]+)': CustomEvent/gm)].map((found) => found[1]);
  assert.deepEqual(events.sort(), names(declared.events));
});

test('each framework is told of the same events, and of a property for each attribute', () => {
  const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  // how each writes that it listens
  const written = {
    react: (name) => `'on${name}'?:`,
    svelte: (name) => `'on${name}'?:`,
    preact: (name) => `'on${name}'?:`,
    solid: (name) => `'on:${name}'?:`,
    vue: (name) => `${camel(`on-${name}`)}?:`,
  };
  for (const [name, write] of Object.entries(written)) {
    const text = read(`dist/npm/nms-advisor-${name}.d.ts`);
    for (const event of names(declared.events)) assert.ok(text.includes(write(event)), `${name}: ${write(event)}`);
  }
  const component = read('dist/npm/nms-advisor-react.js');
  const listed = component.slice(component.indexOf('const ATTRIBUTES'), component.indexOf('const EVENTS'));
  // these two are those of any element
  const left = names(declared.attributes).filter((name) => name !== 'findings' && name !== 'lang');
  for (const name of left) assert.ok(listed.includes(`'${name}'`), `the component of React: ${name}`);
  const props = read('dist/npm/nms-advisor-react.d.ts').match(/interface NmsAdvisorComponentProps[^]*?\n}/)[0];
  for (const name of left) assert.ok(props.includes(`  ${camel(name)}?:`), `its types: ${name}`);
  for (const event of names(declared.events)) assert.ok(component.includes(`'${event}'`), `its events: ${event}`);
});

test('the types have a key for each finding of the rule set, and its options', () => {
  const block = types.slice(types.indexOf('interface Findings {'), types.indexOf('\n}', types.indexOf('interface Findings {')));
  const keys = new Map([...block.matchAll(/^  (\w+)\?: (.*);$/gm)].map(([, id, type]) => [id, type]));
  const { findings } = JSON.parse(read('dist/rule-set.json'));
  assert.deepEqual([...keys.keys()], findings.map((one) => one.id));
  const choices = findings.filter((one) => one.choices?.length > 0);
  assert.ok(choices.length > 5);
  for (const one of choices) assert.equal(keys.get(one.id), [...one.choices.map((option) => `'${option.id}'`), 'null'].join(' | '), one.id);
});

test('functions define nothing, inlined ones need no file, and all of one version are one', async () => {
  const before = [...registry.keys()];
  const apart = await import('../../dist/npm/nms-advisor-functions.js');
  const inlined = await import('../../dist/npm/nms-advisor-inline-functions.js');
  assert.deepEqual([...registry.keys()], before);
  for (const one of [apart, inlined]) assert.deepEqual(Object.keys(one).sort(), Object.keys(entry).sort());
  await inlined.default();
  const { severity } = inlined.assess({ temperature: 41.3 });
  assert.equal(severity.grade, 'severe');
  assert.deepEqual((await inlined.fromText('haloperidol')).findings, { agents: ['haloperidol'] });
  assert.equal((await inlined.ruleSet()).id, 'nms');
  // what one has started, the others have
  assert.deepEqual(apart.assess({ temperature: 41.3 }).severity, severity);
});

test('the inlined modules name no file and no address', () => {
  for (const name of ['nms-advisor-inline.js', 'nms-advisor-inline-functions.js', 'nms-advisor-inline-teaching.js', 'nms-advisor-inline-react.js']) {
    assert.doesNotMatch(read(`dist/npm/${name}`), /import\.meta|import\(['"]\.|\.wasm['"]/, name);
  }
});

test('a part that could not be imported is looked for under no name that a bundler would copy', () => {
  for (const name of filesIn('dist/npm').filter((file) => file.endsWith('.js'))) {
    assert.doesNotMatch(read(`dist/npm/${name}`), /new URL\(['"`][^'"`]*\.js['"`]/, name);
  }
});

test('the module knows the digest of its WebAssembly and takes no other', () => {
  const [, digest] = read('dist/npm/nms-advisor.js').match(/const WASM_DIGEST = '([^']+)'/);
  assert.equal(digest, JSON.parse(read('dist/npm/integrity.json'))['nms-advisor_bg.wasm']);
});

test('the digests are those of every file but their own', () => {
  const digests = JSON.parse(read('dist/npm/integrity.json'));
  const files = filesIn('dist/npm').filter((name) => name !== 'integrity.json');
  assert.deepEqual(Object.keys(digests).sort(), files.sort());
  for (const name of files) {
    const digest = createHash('sha384').update(readFileSync(at(`dist/npm/${name}`))).digest('base64');
    assert.equal(digests[name], `sha384-${digest}`, name);
  }
});

test('package.json lists every file and exports only files that are there', () => {
  const pack = JSON.parse(read('dist/npm/package.json'));
  const files = filesIn('dist/npm');
  assert.deepEqual([...pack.files, 'package.json'].sort(), files.sort());
  for (const [name, one] of Object.entries(pack.exports)) {
    // a bundler for browsers takes `default`, and none of what it takes names a module of Node
    if (typeof one !== 'string') assert.deepEqual(Object.keys(one).filter((key) => key !== 'node'), ['types', 'default'], name);
  }
  assert.equal(pack['web-types'], './web-types.json');
  for (const field of ['repository', 'homepage', 'bugs']) {
    assert.equal(field in pack, /^(?:repository|homepage) = /m.test(read('Cargo.toml').split('[workspace.lints')[0]), field);
  }
  const targets = Object.values(pack.exports).flatMap((one) => (typeof one === 'string' ? one : Object.values(one)));
  for (const path of [...targets, ...pack.sideEffects, pack.main, pack.types, pack.customElements]) {
    const [start, end] = path.replace('./', '').split('*');
    assert.ok(files.some((file) => (end === undefined ? file === start : file.startsWith(start) && file.endsWith(end))), path);
  }
});
