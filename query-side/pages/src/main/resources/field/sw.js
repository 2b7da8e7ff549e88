// Keeps the page of the field on the phone: this version and the one before it. Whatever else is asked for goes to the network.

const BEFORE = 'soto-field-';
const OWN = BEFORE + VERSION;

self.addEventListener('install', (event) => {
    event.waitUntil(caches.open(OWN).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))));
});

// A later version waits until no page of this one is open, or one that has just been opened takes it.
self.addEventListener('message', (event) => {
    if (event.data === 'take') { self.skipWaiting(); }
});

self.addEventListener('activate', (event) => {
    event.waitUntil(caches.keys().then((names) => {
        const over = names.filter((name) => name.startsWith(BEFORE) && name !== OWN).slice(0, -1);
        return Promise.all(over.map((name) => caches.delete(name)));
    }).then(() => self.clients.claim()));
});

/** A page of this version; a file of whichever version asks for it. */
async function kept(path, request) {
    const found = PAGES.includes(path)
        ? await caches.open(OWN).then((cache) => cache.match(path, { ignoreVary: true }))
        : await caches.match(path, { ignoreVary: true });
    return found || fetch(request);
}

self.addEventListener('fetch', (event) => {
    const { pathname, origin } = new URL(event.request.url);
    const ours = origin === self.location.origin && event.request.method === 'GET';
    if (ours && (PAGES.includes(pathname) || /^\/assets\/[^/]+\/(field[a-z-]*\.(js|css)|icon\.svg)$/.test(pathname))) {
        event.respondWith(kept(pathname, event.request));
    }
});
