// Every page of the site: keeps it on the device for use without a connection, says how old it is and when a newer version
// is there, and takes the advice away where the site was withdrawn.

const HOUR = 3_600_000; // ms
const ANSWER = 3000; // ms that a worker has to say which release it is

const foot = document.querySelector('[data-role="offline"]');
const copy = document.querySelector('[data-role="built"]');
const notices = {}; // at the top, by what they are about

// the page's policy trusts no address of a script but this one
const worker = new URL('sw.js', document.baseURI).href;
const trusted = globalThis.trustedTypes?.createPolicy('nms-advisor-site', {
  createScriptURL(address) {
    if (address !== worker) throw new TypeError(`not the worker of this site: ${address}`);
    return address;
  },
});

/** At the foot of the page, what is good to know. */
function say(text) {
  foot.textContent = text;
}

/** At the top of the page, what a reader has to see; nothing takes it away. */
function warn(about, role, text, ...more) {
  const words = document.createElement('span');
  words.textContent = text;
  notices[about] ??= document.createElement('p');
  Object.assign(notices[about], { className: 'site-notice' }).dataset.about = about;
  // a reader of a screen hears of what changes in a place that was there before
  notices[about].setAttribute('role', role);
  if (!notices[about].isConnected) document.body.prepend(notices[about]);
  notices[about].replaceChildren(words, ...more);
}

function clear(about) {
  notices[about]?.remove();
  delete notices[about];
}

function age() {
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  // the widget that fills its page says it itself
  if (document.querySelector('main.framed')) return;
  if (today >= copy.dataset.oldFrom) warn('age', 'status', `This copy is old: it was built on ${copy.dateTime}. Look for a newer one before you rely on it.`);
}

/** What a worker says of itself; nothing where it says nothing. */
function releaseOf(one) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, ANSWER);
    one.postMessage('which release', [port2]);
  });
}

/** Says that a newer version waits. One that is older than what is here, or does not say how old it is, is no newer one. */
async function offer({ active, waiting }) {
  const [here, there] = await Promise.all([active, waiting].map(releaseOf));
  if (!there || here?.order > there.order) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Use it now';
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    waiting.postMessage('use this version');
  });
  const what = there.urgent
    ? `Urgent: this version was corrected. ${there.urgent} The corrected one is ready.`
    : 'A newer version is ready.';
  warn('newer', there.urgent ? 'alert' : 'status', `${what} It starts when the site is next opened. Started now, it begins with an empty form: save what is entered first.`, button);
  notices.newer.toggleAttribute('data-urgent', Boolean(there.urgent));
}

/** The site's own server has no site any more. */
async function gone(status, registration) {
  if (status === 410) {
    await withdrawn({ reason: 'Its server says that it is gone for good (410).' }, registration);
  } else {
    warn('gone', 'alert', `This site is no longer at its address (${status}). You see the copy on this device, built on ${copy.dateTime}. It may have been withdrawn: ask whoever ran the site before you rely on it.`);
  }
}

/** No advice stays, on any page and on the device: the element says why, and what was entered can be saved. */
async function withdrawn({ reason, since, instead }, registration) {
  for (const about of Object.keys(notices)) clear(about);
  const day = since ? ` on ${since}` : '';
  const more = instead ? ` See ${instead}` : '';
  warn('withdrawn', 'alert', `NMS Advisor was withdrawn from this site${day}. ${reason}${more}`);
  customElements.whenDefined('nms-advisor').then((advisor) => advisor.withdraw?.(`${reason}${more}`));
  document.querySelectorAll('.nms-guideline').forEach((one) => one.remove());
  if (!registration) return;
  for (const name of await caches.keys()) if (name.startsWith(`nms-advisor ${registration.scope} `)) await caches.delete(name);
  await registration.unregister();
  say('The copy on this device was removed.');
}

async function look(registration) {
  age();
  try {
    await registration.update();
    clear('gone');
  } catch {
    // without a connection there is nobody to ask
    const answer = await fetch(worker, { cache: 'no-store' }).catch(() => null);
    if (answer && [404, 410].includes(answer.status)) await gone(answer.status, registration);
  }
}

async function keep() {
  let registration;
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (data?.nmsAdvisor === 'withdrawn') {
      ports[0]?.postMessage('done');
      withdrawn(data, registration);
    }
    if (data?.nmsAdvisor !== 'not kept') return;
    if (data.older) say(`An older version was not taken: ${data.why}.`);
    else say(`A version could not be kept for use without a connection, and nothing of it was: ${data.why}.`);
  });
  navigator.serviceWorker.startMessages();
  // the worker of an earlier visit goes on without its server
  const known = await navigator.serviceWorker.getRegistration();
  const own = known?.active && known.scope === new URL('.', worker).href;
  registration = own ? known : await navigator.serviceWorker
    .register(trusted ? trusted.createScriptURL(worker) : worker, { updateViaCache: 'none' });
  const here = () => {
    if (registration.active) say('This site is on your device and opens without a connection.');
    if (registration.waiting && registration.active) offer(registration);
  };
  const follow = (installing) => installing?.addEventListener('statechange', () => {
    if (installing.state !== 'redundant') here();
  });
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  here();
  setInterval(() => look(registration), HOUR);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(registration); });
  addEventListener('online', () => look(registration));
  if (own) look(registration);
  // the first worker may have come to rest before anybody followed it
  await navigator.serviceWorker.ready;
  here();
}

age();
// absent without a secure connection: then the site needs its server each time, and all else is the same
if ('serviceWorker' in navigator) {
  keep().catch((error) => say(`This site could not be kept for use without a connection: ${error.message}`));
}
