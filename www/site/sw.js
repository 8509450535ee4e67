// Keeps this version of the site on the device, so that it opens without a connection. The build puts above this line the
// version, what it says of itself (RELEASE), and the digest of every file.

// one cache a version, and one set of caches a place: another copy of the site on the same host is left alone
const PLACE = `nms-advisor ${self.registration.scope} `;
const CACHE = PLACE + VERSION;
/** Where a cache says which release it holds; no file of the site has this name. */
const HELD = `${self.registration.scope}this-release`;
const PATIENCE = 8000; // ms that a server has for a file in place of one that was lost here

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await others()) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('message', ({ data, ports }) => {
  // only the page may ask for the new version: exchanging it under a reader would mix two rule sets
  if (data === 'use this version') self.skipWaiting();
  if (data === 'which release') ports[0]?.postMessage(RELEASE);
});

self.addEventListener('fetch', (event) => {
  const file = named(event.request);
  if (file) event.respondWith(kept(file, event.request));
});

// the whole version or none of it, never an older one than is on the device; what fails is said and leaves nothing
async function install() {
  const before = await caches.has(CACHE);
  try {
    await refuseOlder();
    await fetchAll();
  } catch (error) {
    if (!before) await caches.delete(CACHE);
    await tell({ nmsAdvisor: 'not kept', why: error.message, older: Boolean(error.older) });
    throw error;
  }
}

async function refuseOlder() {
  for (const name of await others()) {
    const held = await (await (await caches.open(name)).match(HELD))?.json();
    if (held?.order > RELEASE.order) {
      const why = `the server offers an older version, built on ${RELEASE.built}; the one on this device was built on ${held.built}`;
      throw Object.assign(new Error(why), { older: true });
    }
  }
}

// only with the digest that belongs to this version: no half of an update is ever kept. Past the browser's own cache,
// where a file that the page is still loading would be waited for
async function fetchAll() {
  const answers = [];
  // one after the other, so that the page, which loads the same files now, is never kept waiting
  for (const file of Object.keys(FILES)) answers.push([file, await fetched(file)]);
  const cache = await caches.open(CACHE);
  await cache.put(HELD, new Response(JSON.stringify(RELEASE)));
  await Promise.all(answers.map(([file, answer]) => cache.put(address(file), answer)));
}

async function fetched(file, signal) {
  const answer = await fetch(address(file), { cache: 'reload', integrity: FILES[file], signal });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return renewed(answer, await answer.arrayBuffer());
}

// a page may not be opened from an answer that was redirected, which some hosts do to `.html`: so it is a new one,
// with the headers of the old, policies included, but for those that say how it was packed on the way
function renewed(answer, bytes) {
  const headers = new Headers(answer.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(bytes, { headers });
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(PLACE) && name !== CACHE);
}

async function tell(message) {
  for (const page of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    if (page.url.startsWith(self.registration.scope)) page.postMessage(message);
  }
}

function address(file) {
  return new URL(file, self.registration.scope).href;
}

// which of our files a request is for; what follows `?` and `#` is none of our business and is kept nowhere
function named(request) {
  if (request.method !== 'GET') return undefined;
  const { origin, pathname } = new URL(request.url);
  const place = origin + pathname;
  if (!place.startsWith(self.registration.scope)) return undefined;
  const file = place.slice(self.registration.scope.length) || 'index.html';
  return Object.hasOwn(FILES, file) ? file : undefined;
}

// what lay on the device is looked at each time: a disk can spoil it, and whoever reaches the disk can change it
async function kept(file, request) {
  const cache = await caches.open(CACHE);
  const answer = await cache.match(address(file));
  if (answer) {
    const bytes = await answer.arrayBuffer();
    if (await digestOf(bytes) === FILES[file]) return renewed(answer, bytes);
    await cache.delete(address(file));
  }
  // the browser may have thrown it away to make room, too; a file of another version does not stand in for it
  try {
    const again = await fetched(file, AbortSignal.timeout(PATIENCE));
    await cache.put(address(file), again.clone());
    return again;
  } catch (error) {
    if (request.mode !== 'navigate') return Response.error();
    return new Response(INCOMPLETE, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}

const INCOMPLETE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>NMS Advisor: incomplete</title><h1>The copy on this device is damaged</h1>
<p>A file of NMS Advisor was changed or lost on this device, and its server did not have the right one. So nothing is shown.</p>
<p>With a connection, open this page again in a minute. If it stays like this, clear the data of this site in the browser.</p></html>`;
