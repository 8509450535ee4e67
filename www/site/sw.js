// Keeps this version of the site on the device, so that it opens without a connection. The build puts the version and
// the digest of every file above this line.

// one cache a version, and one set of caches a place: another copy of the site on the same host is left alone
const PLACE = `nms-advisor ${self.registration.scope} `;
const CACHE = PLACE + VERSION;

self.addEventListener('install', (event) => event.waitUntil(fetchAll()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PLACE) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

// only the page may ask for the new version: exchanging it under a reader would mix two rule sets
self.addEventListener('message', (event) => {
  if (event.data === 'use this version') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const file = named(event.request);
  if (file) event.respondWith(kept(file, event.request));
});

// all or nothing, and only with the digest that belongs to this version: no half of an update is ever kept. Past the
// browser's own cache, where a file that the page is still loading would be waited for
async function fetchAll() {
  const answers = [];
  // one after the other, so that the page, which loads the same files now, is never kept waiting
  for (const [file, integrity] of Object.entries(FILES)) {
    const answer = await fetch(address(file), { cache: 'reload', integrity });
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    // a page may not be opened from an answer that was redirected, which some hosts do to `.html`: so it is a new one,
    // with the headers of the old, policies included, but for those that say how it was packed on the way
    const headers = new Headers(answer.headers);
    for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
    answers.push([file, new Response(await answer.arrayBuffer(), { headers })]);
  }
  const cache = await caches.open(CACHE);
  await Promise.all(answers.map(([file, answer]) => cache.put(address(file), answer)));
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

async function kept(file, request) {
  const cache = await caches.open(CACHE);
  // the browser may have thrown the cache away to make room
  return (await cache.match(address(file))) ?? fetch(request);
}
