/** Put into the page: when something stood on the screen, and how long the thread was blocked. */
import type { Page } from '@playwright/test';

/** Something that is to be seen: an element of the selector, with this text in it. */
export type Sight = {
  readonly selector: string;
  readonly text?: string;
  /** One of these texts. */
  readonly any?: readonly string[];
  /** Nothing but the text. */
  readonly isWhole?: boolean;
  /** The digits in it are a number within these. */
  readonly between?: readonly [least: number, most: number];
};
export type Sights<Name extends string> = Readonly<Record<Name, Sight>>;
/** Milliseconds since 1970, as painted. */
export type Seen<Name extends string> = Readonly<Record<Name, number>>;

type Block = { readonly at: number; readonly ms: number };

type Watch = {
  readonly expect: (sights: Sights<string>, freshOnly: boolean, patienceMs: number) => void;
  readonly seen: () => Promise<Seen<string>>;
  readonly blocks: (from: number) => readonly Block[];
};

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- a global merges only as an interface
  interface Window {
    benchWatch?: Watch;
  }
}

/** Again after each load of the page; a second time does nothing. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(installWatch);
}

/**
 * Waits for all of them. `act` runs between looking and waiting, so nothing it brings is missed;
 * with `freshOnly` what stood there before does not count until it has been drawn anew.
 */
export async function seenAfter<Name extends string>(
  page: Page,
  sights: Sights<Name>,
  act: () => Promise<unknown>,
  { freshOnly = false, patienceMs = 60_000 } = {},
): Promise<Seen<Name>> {
  const asked: { sights: Sights<string>; freshOnly: boolean; patienceMs: number } = {
    sights,
    freshOnly,
    patienceMs,
  };
  await page.evaluate(
    (given) => window.benchWatch?.expect(given.sights, given.freshOnly, given.patienceMs),
    asked,
  );
  await act();
  return (await page.evaluate(() => window.benchWatch?.seen())) as Seen<Name>;
}

export async function seen<Name extends string>(
  page: Page,
  sights: Sights<Name>,
  patienceMs = 300_000,
): Promise<Seen<Name>> {
  return await seenAfter(page, sights, async () => undefined, { patienceMs });
}

/** Everything over 50 ms that held the interface's thread since then. */
export async function blocksSince(page: Page, from: number): Promise<readonly Block[]> {
  return (await page.evaluate((since) => window.benchWatch?.blocks(since), from)) ?? [];
}

function installWatch(): void {
  if (window.benchWatch) return;
  const now = () => performance.timeOrigin + performance.now();
  const blocks: Block[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      blocks.push({ at: performance.timeOrigin + startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });

  const channel = new MessageChannel();
  const painted: (() => void)[] = [];
  channel.port1.addEventListener('message', () => painted.shift()?.());
  channel.port1.start();
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      painted.push(then);
      channel.port2.postMessage(null);
    });

  const fits = (found: string, { text, any, isWhole, between }: Sight) => {
    if (any && !any.some((one) => found.includes(one))) return false;
    const number = Number(found.replaceAll(/\D/g, ''));
    if (between && (number < between[0] || number > between[1])) return false;
    return text === undefined || (isWhole ? found.trim() === text : found.includes(text));
  };
  const isThere = (sight: Sight) => {
    for (const element of document.querySelectorAll(sight.selector))
      if (fits(element.textContent ?? '', sight)) return true;
    return false;
  };

  let answer: Promise<Seen<string>> = Promise.resolve({});
  window.benchWatch = {
    expect(sights, freshOnly, patienceMs) {
      const times: Record<string, number> = {};
      const old = new Set(
        Object.entries(sights).flatMap(([name, sight]) =>
          freshOnly && isThere(sight) ? [name] : [],
        ),
      );
      answer = new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          observer.disconnect();
          const missing = Object.keys(sights).filter((name) => times[name] === undefined);
          reject(new Error(`not seen in time: ${missing.join(', ')}`));
        }, patienceMs);
        const look = (isChange: boolean) => {
          for (const [name, sight] of Object.entries(sights)) {
            if (times[name] !== undefined) continue;
            if (!isThere(sight)) old.delete(name);
            else if (!old.has(name)) {
              times[name] = now();
              if (isChange) afterPaint(() => (times[name] = now()));
            }
          }
          if (Object.keys(sights).some((name) => times[name] === undefined)) return;
          observer.disconnect();
          clearTimeout(timer);
          afterPaint(() => resolve(times));
        };
        const observer = new MutationObserver(() => look(true));
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
          attributeFilter: ['data-tone', 'data-chosen', 'aria-label'],
        });
        look(false);
      });
      answer.catch(() => undefined);
    },
    seen: () => answer,
    blocks: (from) => blocks.filter(({ at, ms }) => at + ms >= from),
  };
}
