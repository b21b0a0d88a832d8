/** Runs in the page, and stands alone there: when something is on the screen, and what held the thread. */

/** Something that is to be seen: an element of the selector that is as it says. */
export type Sight = {
  readonly selector: string;
  readonly text?: string;
  /** One of these texts. */
  readonly any?: readonly string[];
  /** Nothing but the text. */
  readonly isWhole?: boolean;
  readonly not?: string;
  /** The digits in it are a number within these. */
  readonly between?: readonly [least: number, most: number];
  /** Its pictures, at least one, are drawn. */
  readonly hasPictures?: boolean;
  /** At least so many such elements. */
  readonly many?: number;
  /** Within the window. */
  readonly isInSight?: boolean;
  /** Or this instead. */
  readonly or?: Sight;
};
export type Sights<Name extends string> = Readonly<Record<Name, Sight>>;
/** Milliseconds since 1970, as painted. */
export type Seen<Name extends string> = Readonly<Record<Name, number>>;
export type Block = { readonly at: number; readonly ms: number };

export type Watch = {
  /** What of it stands there already. */
  readonly expect: (
    sights: Sights<string>,
    freshOnly: boolean,
    patienceMs: number,
  ) => readonly string[];
  readonly seen: () => Promise<Seen<string>>;
  readonly blocks: (from: number) => readonly Block[];
  /** Of every key that wrote into a field: from its own time stamp to the paint, which is waited for. */
  readonly typed: () => Promise<readonly number[]>;
  /** What the application itself has measured under this name since the last call. */
  readonly measured: (name: string) => readonly number[];
  /** Milliseconds between one frame and the next, from here to `framesEnd`. */
  readonly framesBegin: () => void;
  readonly framesEnd: () => readonly number[];
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a global merges only as an interface
  interface Window {
    benchWatch?: Watch;
  }
}

export function installWatch(): void {
  if (window.benchWatch) return;
  const now = () => performance.timeOrigin + performance.now();
  const blocks: Block[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      blocks.push({ at: performance.timeOrigin + startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });

  const measures = new Map<string, number[]>();
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      measures.set(name, [...(measures.get(name) ?? []), duration]);
  }).observe({ type: 'measure' });

  const channel = new MessageChannel();
  const painted: (() => void)[] = [];
  channel.port1.addEventListener('message', () => painted.shift()?.());
  channel.port1.start();
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      painted.push(then);
      channel.port2.postMessage(null);
    });

  const isAs = (element: Element, sight: Sight) => {
    const { text, any, not, between } = sight;
    const found = element.textContent ?? '';
    if (any && !any.some((one) => found.includes(one))) return false;
    if (not !== undefined && found.includes(not)) return false;
    const number = Number(found.replaceAll(/\D/g, ''));
    if (between && (number < between[0] || number > between[1])) return false;
    if (sight.hasPictures) {
      const pictures = [...element.querySelectorAll('img')];
      const isDrawn = pictures.every((one) => one.complete && one.naturalWidth > 0);
      if (pictures.length === 0 || !isDrawn) return false;
    }
    if (sight.isInSight) {
      const { top, bottom } = element.getBoundingClientRect();
      if (top < -1 || bottom > window.innerHeight + 1) return false;
    }
    if (text !== undefined && !(sight.isWhole ? found.trim() === text : found.includes(text)))
      return false;
    // What stands in a place that is hidden is not to be seen.
    return element.checkVisibility();
  };
  const isThere = (sight: Sight): boolean => {
    let many = 0;
    for (const element of document.querySelectorAll(sight.selector)) {
      if (isAs(element, sight)) many += 1;
      if (many === (sight.many ?? 1)) return true;
    }
    return sight.or ? isThere(sight.or) : false;
  };

  let typed: Promise<number>[] = [];
  let pressedAt = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted) pressedAt = event.timeStamp;
    },
    { capture: true },
  );
  document.addEventListener(
    'input',
    () => {
      const from = pressedAt;
      typed.push(
        new Promise((resolve) => {
          afterPaint(() => resolve(performance.now() - from));
        }),
      );
    },
    { capture: true },
  );
  let frames: number[] | null = null;
  const eachFrame = (last: number) => (at: number) => {
    if (frames === null) return;
    frames.push(at - last);
    requestAnimationFrame(eachFrame(at));
  };

  let answer: Promise<Seen<string>> = Promise.resolve({});
  window.benchWatch = {
    expect(sights, freshOnly, patienceMs) {
      const times: Record<string, number> = {};
      const names = Object.keys(sights);
      const already = Object.entries(sights).flatMap(([name, one]) => (isThere(one) ? [name] : []));
      const old = new Set(freshOnly ? already : []);
      answer = new Promise((resolve, reject) => {
        const look = (isChange: boolean) => {
          for (const [name, sight] of Object.entries(sights)) {
            if (times[name] !== undefined) continue;
            if (!isThere(sight)) old.delete(name);
            else if (!old.has(name)) {
              times[name] = now();
              if (isChange)
                afterPaint(() => {
                  times[name] = now();
                });
            }
          }
          if (names.some((name) => times[name] === undefined)) return;
          end();
          afterPaint(() => resolve(times));
        };
        const onChange = () => look(true);
        const observer = new MutationObserver(onChange);
        const end = () => {
          observer.disconnect();
          document.removeEventListener('load', onChange, true);
          clearTimeout(timer);
        };
        const timer = setTimeout(() => {
          end();
          const missing = names.filter((name) => times[name] === undefined);
          reject(new Error(`not seen in time: ${missing.join(', ')}`));
        }, patienceMs);
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
          attributeFilter: [
            'data-tone',
            'data-online',
            'data-chosen',
            'aria-label',
            'aria-busy',
            'tabindex',
            'value',
          ],
        });
        // Pictures tell it to themselves alone.
        document.addEventListener('load', onChange, true);
        look(false);
      });
      answer.catch(() => undefined);
      return already;
    },
    seen: () => answer,
    blocks: (from) => blocks.filter(({ at, ms }) => at + ms >= from),
    typed() {
      const all = typed;
      typed = [];
      return Promise.all(all);
    },
    measured(name) {
      const all = measures.get(name) ?? [];
      measures.delete(name);
      return all;
    },
    framesBegin() {
      frames = [];
      requestAnimationFrame((at) => requestAnimationFrame(eachFrame(at)));
    },
    framesEnd() {
      const all = frames ?? [];
      frames = null;
      return all;
    },
  };
}
