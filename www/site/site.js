// Every page of the site: keeps it on the device for use without a connection, and says when a newer version is there.

const line = document.querySelector('[data-role="offline"]');

// the page's policy trusts no address of a script but this one
const worker = new URL('sw.js', document.baseURI).href;
const trusted = globalThis.trustedTypes?.createPolicy('nms-advisor-site', {
  createScriptURL(address) {
    if (address !== worker) throw new TypeError(`not the worker of this site: ${address}`);
    return address;
  },
});

function say(text, ...more) {
  const words = document.createElement('span');
  words.textContent = text;
  line.replaceChildren(words, ...more);
}

function offer(waiting) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Use it now';
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    waiting.postMessage('use this version');
  });
  say('A newer version is ready. It starts when the site is next opened; now, what is entered would be lost.', button);
}

async function keep() {
  const registration = await navigator.serviceWorker.register(trusted ? trusted.createScriptURL(worker) : worker, { updateViaCache: 'none' });
  const look = () => {
    if (registration.waiting && registration.active) offer(registration.waiting);
    else if (registration.active) say('This site is on your device and opens without a connection.');
  };
  const follow = (installing) => installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  look();
  // the first worker may have come to rest before anybody followed it
  await navigator.serviceWorker.ready;
  look();
}

// absent without a secure connection: then the site needs its server each time, and all else is the same
if ('serviceWorker' in navigator) {
  keep().catch((error) => say(`This site could not be kept for use without a connection: ${error.message}`));
}
