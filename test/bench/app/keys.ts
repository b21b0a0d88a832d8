/** Trusted keys and presses, each with the time it really was, so that a thread that comes late is seen. */
import type { CDPSession, Locator, Page } from '@playwright/test';
import { keyFor } from '../../e2e/scan.ts';

export type Keys = {
  /** A wedge's burst; milliseconds since 1970 of its Enter. */
  readonly scan: (text: string) => Promise<number>;
  /** One key by its name ("F2", "j", "Enter"), as a hand presses it; when it went down. */
  readonly press: (key: string, modifiers?: number) => Promise<number>;
  /** The pointer on what stands still there; when its button was let go, which is when it acts. */
  readonly click: (on: Locator) => Promise<number>;
};

const gap = 0.008;
/** Characters are sent this long before the Enter is due. */
const ahead = 0.05;
/** A driver that comes later than this would tear the burst apart (`usualScanner.maxKeyGapMs`). */
const mostLate = 0.04;
/** A finger stays on its key longer than a scanner does. */
const heldMs = 60;

export async function keysOf(page: Page): Promise<Keys> {
  const session = await page.context().newCDPSession(page);
  return {
    async scan(text) {
      const due = Date.now() / 1000 + ahead;
      const sent = text
        .split('')
        .map((character, index) =>
          stroke(session, keyFor(character), due - (text.length - index) * gap),
        );
      await delay((due - Date.now() / 1000) * 1000);
      const entered = Math.min(Math.max(due, Date.now() / 1000), due + mostLate);
      await Promise.all([...sent, stroke(session, keyFor('\r'), entered)]);
      return entered * 1000;
    },
    async press(key, modifiers = 0) {
      const at = Date.now() / 1000;
      const { text, ...up } = named(key, modifiers);
      const down = session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        timestamp: at,
        ...up,
        text,
      });
      await delay(heldMs);
      const timestamp = Date.now() / 1000;
      await Promise.all([
        down,
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...up }),
      ]);
      return at * 1000;
    },
    async click(on) {
      await on.scrollIntoViewIfNeeded();
      const box = await on.boundingBox();
      if (!box) throw new Error(`nothing to press: ${String(on)}`);
      const where = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', timestamp: number) =>
        session.send('Input.dispatchMouseEvent', {
          type,
          timestamp,
          ...where,
          ...(type !== 'mouseMoved' && { button: 'left', clickCount: 1 }),
        });
      await send('mouseMoved', Date.now() / 1000);
      const down = send('mousePressed', Date.now() / 1000);
      await delay(heldMs);
      const at = Date.now() / 1000;
      await Promise.all([down, send('mouseReleased', at)]);
      return at * 1000;
    },
  };
}

type Key = ReturnType<typeof keyFor>;

function stroke(session: CDPSession, key: Key, timestamp: number): Promise<unknown> {
  const { text: _, ...up } = key;
  return Promise.all([
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + 0.003, ...up }),
  ]);
}

function named(key: string, modifiers: number): Key {
  const number = /^F(\d+)$/.exec(key)?.[1];
  if (number === undefined) return { ...keyFor(key === 'Enter' ? '\r' : key), modifiers };
  return { key, code: key, windowsVirtualKeyCode: 111 + Number(number), text: '', modifiers };
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
