// The release as a set of files: its digests, its bill of materials, its notices, and the map that a page carries.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';

const dist = new URL('../../dist/', import.meta.url);
const read = (path) => readFileSync(new URL(path, dist), 'utf8');
const files = readdirSync(dist, { recursive: true }).filter((name) => statSync(new URL(name, dist)).isFile());
const forms = ['npm', 'site', 'iframe', 'no-wasm'].filter((form) => existsSync(new URL(`${form}/`, dist)));
const ofFile = (path, algorithm, encoding) => createHash(algorithm).update(readFileSync(new URL(path, dist))).digest(encoding);

/** The digests as `sha256sum -c` reads them: a line that is none stops it. */
const sums = (text) => text.trimEnd().split('\n').map((line) => {
  const [, digest, name] = line.match(/^([0-9a-f]{64}) {2}(\S.*)$/) ?? assert.fail(`no digest: ${line}`);
  return [name, digest];
});

test('SHA256SUMS has every file but itself, and its digest', () => {
  const listed = sums(read('SHA256SUMS'));
  assert.deepEqual(listed.map(([name]) => name), files.filter((name) => name !== 'SHA256SUMS').sort());
  for (const [name, digest] of listed) assert.equal(digest, ofFile(name, 'sha256', 'hex'), name);
});

test('one changed byte in any file of the release has another digest', () => {
  for (const [name, digest] of sums(read('SHA256SUMS'))) {
    const bytes = readFileSync(new URL(name, dist));
    bytes[bytes.length >> 1] ^= 1;
    assert.notEqual(createHash('sha256').update(bytes).digest('hex'), digest, name);
  }
});

test('every form has the licences, the notices and the bill of materials, and they are the same', () => {
  assert.ok(forms.length >= 3);
  for (const form of forms) {
    for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'LICENSE-CONTENT.md', 'THIRD-PARTY.md', 'sbom.cdx.json']) {
      assert.equal(read(`${form}/${name}`), read(`npm/${name}`), `${form}/${name}`);
    }
  }
});

const bill = JSON.parse(read('npm/sbom.cdx.json'));
const crates = bill.components.filter((one) => one.purl.startsWith('pkg:cargo/'));

test('the bill of materials names each crate as the lock file has it', () => {
  assert.deepEqual([bill.bomFormat, bill.specVersion, bill.version], ['CycloneDX', '1.5', 1]);
  assert.equal(bill.metadata.component.version, JSON.parse(read('npm/package.json')).version);
  const lock = readFileSync(new URL('../../Cargo.lock', import.meta.url), 'utf8');
  const locked = Object.fromEntries(lock.split('[[package]]').slice(1).map((block) => {
    const text = (key) => block.match(new RegExp(`^${key} = "([^"]+)"`, 'm'))?.[1];
    return [`${text('name')} ${text('version')}`, text('checksum')];
  }));
  assert.ok(crates.length > 40, `${crates.length} crates`);
  for (const one of crates) {
    assert.deepEqual(one.hashes, [{ alg: 'SHA-256', content: locked[`${one.name} ${one.version}`] }], one.purl);
    assert.equal(one.purl, `pkg:cargo/${one.name}@${one.version}`);
    assert.match(one.licenses[0].expression, /^[\w.+() -]+$/, one.purl);
  }
  for (const name of ['yew', 'wasm-bindgen', 'serde', 'qrcodegen', 'js-sys', 'web-sys']) {
    assert.ok(crates.some((one) => one.name === name), `${name} is in it`);
  }
  // what runs while compiling or testing is not shipped
  for (const name of ['yew-macro', 'serde_derive', 'proptest', 'anyhow']) assert.ok(!crates.some((one) => one.name === name), name);
});

test('what needs what names parts of the bill, each once, and reaches every part', () => {
  const known = [bill.metadata.component, ...bill.components].map((one) => one['bom-ref']);
  assert.equal(new Set(known).size, known.length);
  assert.deepEqual(bill.dependencies.map((one) => one.ref).sort(), [...known].sort());
  const reached = new Set();
  const walk = (ref) => {
    if (reached.has(ref)) return;
    reached.add(ref);
    bill.dependencies.find((one) => one.ref === ref).dependsOn.forEach(walk);
  };
  walk(bill.metadata.component['bom-ref']);
  assert.deepEqual([...reached].sort(), [...known].sort());
});

test('the notices have a line for each crate and the text of every licence that one brings', () => {
  const single = read('nms-advisor.html');
  const short = single.slice(single.indexOf('id="third-party">'), single.lastIndexOf('</script>'));
  for (const [page, mark, texts] of [
    [read('npm/THIRD-PARTY.md'), '- ', ['MIT', 'Apache-2.0', 'Unicode-3.0', 'BSL-1.0', 'Unlicense']],
    [short, '', ['MIT', 'Unicode-3.0', 'BSL-1.0']],
  ]) {
    for (const one of crates) {
      const line = page.split('\n').find((text) => text.startsWith(`${mark}${one.name} ${one.version}, ${one.licenses[0].expression}: `));
      assert.match(line ?? '', /: .*\p{L}{3}/u, one.purl);
    }
    const body = {
      MIT: 'Permission is hereby granted, free of charge',
      'Apache-2.0': 'TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION',
      'Unicode-3.0': 'UNICODE LICENSE V3',
      'BSL-1.0': 'Boost Software License - Version 1.0',
      Unlicense: 'This is free and unencumbered software',
    };
    for (const text of texts) assert.ok(page.includes(body[text]), text);
    assert.match(page, /Rust's standard library/);
  }
  assert.ok(short.length < 20_000, `${short.length} bytes in the single file`);
});

test('the import map has the digest of every module, and its own for a policy', () => {
  const text = read('npm/importmap.json');
  assert.doesNotMatch(text, /\n|<\//, 'it stands in a page as it is');
  const map = JSON.parse(text);
  // what imports a name instead of an address is for bundlers
  const modules = files.filter((name) => /^npm\/.*\.js$/.test(name) && !name.endsWith('react.js')).map((name) => name.replace('npm/', ''));
  assert.deepEqual(Object.keys(map.integrity).sort(), modules.map((name) => `/nms-advisor/${name}`).sort());
  for (const name of modules) assert.equal(map.integrity[`/nms-advisor/${name}`], `sha384-${ofFile(`npm/${name}`, 'sha384', 'base64')}`, name);
  // a policy takes a digest of this kind for what stands in the page itself
  assert.equal(JSON.parse(read('npm/integrity.json'))['importmap.json'], `sha384-${ofFile('npm/importmap.json', 'sha384', 'base64')}`);
});

test('the digests of the frame leave out the page that every site changes', () => {
  const digests = JSON.parse(read('iframe/integrity.json'));
  const inside = files.filter((name) => name.startsWith('iframe/')).map((name) => name.replace('iframe/', ''));
  assert.deepEqual(Object.keys(digests).sort(), inside.filter((name) => !['index.html', 'integrity.json'].includes(name)).sort());
  for (const [name, digest] of Object.entries(digests)) assert.equal(digest, `sha384-${ofFile(`iframe/${name}`, 'sha384', 'base64')}`, name);
});

test('what comes from npm has a digest and one version, and no lock file names a host', () => {
  const folder = new URL('../../tests/', import.meta.url);
  const locks = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('package-lock.json') && !name.includes('node_modules'));
  assert.ok(locks.length >= 5, locks.join());
  for (const name of locks) {
    const { packages } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const own = packages[''];
    for (const [what, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, `${name}: ${what}`);
    }
    for (const [place, one] of Object.entries(packages).filter(([key]) => key !== '')) {
      assert.match(one.integrity ?? '', /^sha512-/, `${name}: ${place}`);
      assert.equal(one.resolved, undefined, `${name}: ${place}`);
    }
  }
});
