// Everything here runs as the page's own script. What a test evaluates from outside is allowed
// more than the page is, so each probe runs from a timer, when the test's call is over.

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a global merges only as an interface
  interface Window {
    probe: (name: string, given: string) => Promise<Probed>;
    textRan?: boolean;
    addedRan?: boolean;
    inlineRan?: boolean;
    handlerRan?: boolean;
  }
}

export type Probed = { readonly did: unknown } | { readonly failed: string };

window.probe = (name, given) =>
  new Promise((resolve) => {
    setTimeout(() => {
      Promise.resolve()
        .then(() => probes[name]?.(given))
        .then(
          (did) => resolve({ did }),
          (failure: unknown) => resolve({ failed: String(failure) }),
        );
    }, 0);
  });

function blocked(): Error {
  return new Error('blocked');
}

function load(element: HTMLElement): Promise<string> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve('loaded'));
    element.addEventListener('error', () => reject(blocked()));
    document.body.append(element);
  });
}

function made<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]>,
): HTMLElementTagNameMap[T] {
  return Object.assign(document.createElement(tag), properties);
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

function offered(): object {
  const found: unknown = Reflect.get(window, 'quayside');
  if (typeof found !== 'object' || found === null) throw new Error('nothing offered');
  return found;
}

/** By any name, with any input: more than the types of the application allow. */
async function ask(name: string, input: unknown): Promise<unknown> {
  const ability: unknown = Reflect.get(offered(), name);
  if (typeof ability !== 'function') throw new Error('no such ability');
  const answer: unknown = await Reflect.apply(ability, offered(), [input]);
  return answer;
}

const indirectEval: (text: string) => unknown = Reflect.get(globalThis, 'eval');
const setTimerText: (text: string, ms: number) => unknown = setTimeout;
const wasm = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const probes: Readonly<Record<string, (given: string) => unknown>> = {
  /** Everything gathers as it likes: the page's own frame, and one it makes. */
  async peer(given) {
    const [address, datagrams, streams] = given.split(' ');
    const as = { username: 'a', credential: 'b' };
    const servers = [
      { urls: `stun:${address}:${datagrams}` },
      { urls: `turn:${address}:${datagrams}?transport=udp`, ...as },
      { urls: `turn:${address}:${streams}?transport=tcp`, ...as },
      { urls: `turns:${address}:${streams}?transport=tcp`, ...as },
    ];
    const frame = made('iframe', {});
    document.body.append(frame);
    const inFrame: unknown =
      frame.contentWindow && Reflect.get(frame.contentWindow, 'RTCPeerConnection');
    const kinds = [Reflect.get(window, 'RTCPeerConnection'), inFrame].filter(
      (kind): kind is typeof RTCPeerConnection => typeof kind === 'function',
    );
    for (const Kind of kinds) {
      const peer = new Kind({ iceServers: servers });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 3000);
    });
    return kinds.length;
  },
  eval: () => indirectEval('1 + 1'),
  newFunction: () => typeof Reflect.construct(Function, ['return 1']),
  timerText: () =>
    new Promise((resolve, reject) => {
      setTimerText('window.textRan = true', 0);
      setTimeout(() => (window.textRan === true ? resolve('ran') : reject(blocked())), 20);
    }),
  addedInlineScript() {
    document.head.append(made('script', { textContent: 'window.addedRan = true' }));
    if (window.addedRan !== true) throw blocked();
  },
  dataScript: () => load(made('script', { src: 'data:text/javascript,1' })),
  blobScript: () => load(made('script', { src: addressOf('1') })),
  blobWorker: () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(addressOf('postMessage(1)'));
      worker.addEventListener('message', () => resolve('ran'));
      worker.addEventListener('error', () => reject(blocked()));
    }),
  addedStyleElement() {
    document.head.append(made('style', { textContent: 'body { font-size: 34px; }' }));
    if (getComputedStyle(document.body).fontSize !== '34px') throw blocked();
  },
  foreignFetch: (address) => fetch(address),
  foreignImage: (address) => load(made('img', { src: address })),
  foreignStyle: (address) => load(made('link', { rel: 'stylesheet', href: address })),
  foreignSocket: (address) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address.replace('http', 'ws'));
      socket.addEventListener('open', () => resolve('open'));
      socket.addEventListener('error', () => reject(blocked()));
    }),
  /** Asks that the way there be opened before anything is fetched. */
  async ahead(address) {
    for (const rel of ['preconnect', 'prefetch', 'dns-prefetch', 'modulepreload', 'prerender'])
      document.head.append(made('link', { rel, href: address, crossOrigin: 'anonymous' }));
    navigator.sendBeacon(address, 'x');
    await new Promise((resolve) => {
      setTimeout(resolve, 2000);
    });
  },
  async frame(address) {
    const frame = made('iframe', { src: address });
    await load(frame);
    if (frame.contentDocument?.URL !== address) throw blocked();
  },

  styleByScript() {
    const styled = document.querySelector<HTMLElement>('#styled');
    if (styled === null) throw blocked();
    styled.style.fontSize = '35px';
    return getComputedStyle(styled).fontSize;
  },
  webAssembly: async () => (await WebAssembly.compile(wasm)) instanceof WebAssembly.Module,
  ownFetch: async (path) => (await fetch(path)).status,
  async headers() {
    const { headers } = await fetch('/');
    return Object.fromEntries(headers.entries());
  },
  blobImage: () =>
    new Promise((resolve, reject) => {
      document.createElement('canvas').toBlob((blob) => {
        if (blob === null) reject(blocked());
        else load(made('img', { src: URL.createObjectURL(blob) })).then(resolve, reject);
      });
    }),

  camera: async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    return stream.getTracks().map((track) => track.kind);
  },
  microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
  cameraWithSound: () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
  screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
  geolocation: () =>
    new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('there'),
        () => reject(blocked()),
      );
    }),
  notifications: () => Notification.requestPermission(),
  readClipboard: () => navigator.clipboard.readText(),
  persist: () => navigator.storage.persist(),

  open: (address) => window.open(address) === null,
  navigate(address) {
    location.href = address;
  },
  clickEverything() {
    for (const it of document.querySelectorAll<HTMLElement>('a, button')) it.click();
  },

  /** Asks "name input", input as JSON in which `bytes` stands for so many bytes. */
  desktop: async (given) => {
    const [name = ''] = given.split(' ', 1);
    const input: unknown = JSON.parse(given.slice(name.length), (key, value: unknown) =>
      key === 'bytes' && typeof value === 'number' ? new Uint8Array(value) : value,
    );
    return await ask(name, input);
  },
  desktopNames: () => Object.keys(offered()).toSorted(),
  desktopChanged() {
    const original: unknown = Reflect.get(offered(), 'signIn');
    const changes = [
      Reflect.set(offered(), 'signIn', () => 'mine'),
      Reflect.set(offered(), 'more', 1),
      Reflect.deleteProperty(offered(), 'signIn'),
      Reflect.set(window, 'quayside', {}),
    ];
    return { changes, same: Reflect.get(offered(), 'signIn') === original };
  },
  async everythingReadable() {
    const said = [
      await ask('stationState', {}),
      await ask('signedIn', {}),
      await ask('demoCards', {}),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      await indexedDB.databases(),
      performance.getEntries(),
    ];
    return JSON.stringify(said);
  },
};
