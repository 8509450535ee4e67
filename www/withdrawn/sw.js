// Takes a withdrawn site off the devices that keep it: removes its copies, tells the pages that are open, and then itself.
// The build puts above this line why (WITHDRAWN).

const PLACE = `nms-advisor ${self.registration.scope} `;
const ANSWER = 5000; // ms that a page has to say that it heard

// at once, and not only when the old worker gives way: a browser may let that take a while
self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(clear().then(tellAll));
});

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await clear();
  await self.clients.claim();
  const deaf = await tellAll();
  // a page that knows nothing of this message is opened anew, by its server, which says that it was withdrawn
  await Promise.all(deaf.map((page) => page.navigate(page.url).catch(() => {})));
  await self.registration.unregister();
})()));

async function clear() {
  for (const name of await caches.keys()) if (name.startsWith(PLACE)) await caches.delete(name);
}

/** Tells every page; gives those that did not answer. */
async function tellAll() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = pages.filter(({ url }) => url.startsWith(self.registration.scope));
  const heard = await Promise.all(own.map(tell));
  return own.filter((_, at) => !heard[at]);
}

function tell(page) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    setTimeout(() => resolve(false), ANSWER);
    port1.onmessage = () => resolve(true);
    page.postMessage({ nmsAdvisor: 'withdrawn', ...WITHDRAWN }, [port2]);
  });
}
