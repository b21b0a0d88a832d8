import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { demoToday, type ExpectedReturn } from '../../e2e/demoReturns.ts';
import { enrol, expectJoined, signIn } from '../../e2e/driver/signIn.ts';
import { type ElectronStation, openStation } from '../../e2e/electronStation.ts';
import { scan } from '../../e2e/scan.ts';

const { expected, worker } = demoToday();
export const dock = worker('NQ4107');

/** A parcel the demo announces, of one article, to be scanned again and again. */
export const parcel: ExpectedReturn = expected[1] ?? missing();

const article = `]C101${parcel.order.article.gtin}${parcel.order.lot ? `10${parcel.order.lot}` : ''}`;

export type StationOptions = Parameters<typeof openStation>[0];

/** Opens a new station, enrols it, and waits until it knows what is expected. */
export async function enrolledStation(options: StationOptions): Promise<ElectronStation> {
  const station = await openStation(options);
  await enrol(station.page);
  return await signedInAtDock(station);
}

/** Opens one that has joined before. */
export async function joinedStation(options: StationOptions): Promise<ElectronStation> {
  const station = await openStation(options);
  await expectJoined(station.page);
  return await signedInAtDock(station);
}

async function signedInAtDock(station: ElectronStation): Promise<ElectronStation> {
  await signIn(station.page, dock);
  await expectKnown(station.page);
  return station;
}

/** From the sign-in screen to the parcel, where every further scan of its article is one save. */
export async function goToParcel(page: Page): Promise<void> {
  await signIn(page, dock);
  await openParcel(page);
}

export async function openParcel(page: Page): Promise<void> {
  await expectKnown(page);
  await scan(page, parcel.tracking);
  // Another station may have received it before.
  const answer = page.getByRole('status').or(page.getByRole('alert'));
  const received = answer.filter({ hasText: /Received|Here already/ });
  await expect(received.first()).toBeVisible();
  await expect(page.getByRole('heading', { name: parcel.case.rma ?? '' })).toBeVisible();
}

/** Its papers have come from central, and with them all that came before. */
export async function expectKnown(page: Page): Promise<void> {
  const isKnown = async () => {
    const { isParcelKnown, wasRebuilt } = await inDatabase(page);
    return isParcelKnown && !wasRebuilt;
  };
  await expect.poll(isKnown).toBe(true);
}

export function scanOnce(page: Page): Promise<void> {
  return scan(page, article);
}

/** Scans the parcel's article, and waits until each is among what is not sent, or sent. */
export async function scanPieces(page: Page, pieces: number): Promise<void> {
  const saved = async () => {
    const { outbox, accepted } = await inDatabase(page);
    return Math.max(0, ...outbox, ...accepted);
  };
  for (let before = await saved(), piece = 1; piece <= pieces; piece += 1) {
    await scan(page, article);
    await expect.poll(saved).toBe(before + piece);
  }
}

/**
 * Scans the parcel's article over and over as a scanner would, faster than a hand could, until
 * stopped. What the page then says is saved is its own.
 */
export function scanOnAndOn(page: Page): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const scanning = (async () => {
    const session = await page.context().newCDPSession(page);
    while (!ending.signal.aborted) await burst(session, article);
  })().catch(() => {
    // The station was killed in the middle: what this is for.
  });
  return {
    async stop() {
      ending.abort();
      await scanning;
    },
  };
}

type Session = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>;

/** Key events carry their own time: three milliseconds apart, whatever the machine is doing. */
async function burst(session: Session, text: string): Promise<void> {
  const start = Date.now() / 1000;
  const keys = text.split('').map((key) => ({ key, text: key }));
  const sent = [...keys, { key: 'Enter', text: '\r' }].flatMap((key, index) => {
    const timestamp = start + index * 0.003;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
      session.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        timestamp: timestamp + 0.001,
        key: key.key,
      }),
    ];
  });
  await Promise.all(sent);
  const pastMs = (start + keys.length * 0.003) * 1000 + 60 - Date.now();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, pastMs)));
}

export type Saved = { readonly most: () => number };

/** The highest "… not sent" the page has shown since: what people were told is saved. */
export async function watchSaved(page: Page): Promise<Saved> {
  let most = 0;
  await page.exposeFunction('shownUnsent', (count: number) => {
    most = Math.max(most, count);
  });
  await page.evaluate(() => {
    const look = () => {
      const text = document.querySelector('header')?.textContent ?? '';
      const shown = /(\d+) not sent/.exec(text)?.[1];
      const tell: unknown = Reflect.get(window, 'shownUnsent');
      if (shown !== undefined && typeof tell === 'function')
        Reflect.apply(tell, null, [Number(shown)]);
    };
    const options = { subtree: true, childList: true, characterData: true };
    new MutationObserver(look).observe(document.body, options);
    look();
  });
  return { most: () => most };
}

const Rows = z.object({
  outbox: z.array(z.number()),
  facts: z.array(z.object({ sequence: z.number(), acceptance: z.string() })),
  runs: z.array(z.object({ from: z.number(), through: z.number() })),
  values: z.object({ resyncing: z.boolean().optional() }).optional(),
  photos: z.array(z.object({ state: z.string() })),
  parcelKey: z.union([z.string(), z.number()]).optional(),
});

export type InDatabase = {
  /** Sequences of what waits to be sent. */
  readonly outbox: readonly number[];
  /** Sequences of the own commands central has accepted. */
  readonly accepted: readonly number[];
  /** It was empty or behind at its last start, and central's part is still to come back. */
  readonly wasRebuilt: boolean;
  readonly isParcelKnown: boolean;
  /** Own photos, by how far each has come. */
  readonly photos: readonly string[];
};

/** What the page's database holds, read past the application. */
export async function inDatabase(page: Page): Promise<InDatabase> {
  const read = await page.evaluate(async (caseId): Promise<unknown> => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<unknown>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
      });
    const opening = indexedDB.open('quayside');
    await done(opening);
    const database = opening.result;
    try {
      const reading = database.transaction([
        'outbox',
        'facts',
        'answeredRuns',
        'meta',
        'cases',
        'casePages',
        'photos',
      ]);
      const own = reading.objectStore('facts').index('envelope.sequence');
      const [outbox, facts, runs, values, parcelKey, photos] = await Promise.all([
        done(reading.objectStore('outbox').getAllKeys()),
        done(own.getAll(IDBKeyRange.lowerBound(1))),
        done(reading.objectStore('answeredRuns').getAll()),
        done(reading.objectStore('meta').get('station')),
        Promise.all([
          done(reading.objectStore('cases').getKey(caseId)),
          done(reading.objectStore('casePages').index('ids').getKey(caseId)),
        ]).then(([apart, onPage]) => apart ?? onPage),
        done(reading.objectStore('photos').getAll()),
      ]);
      return { outbox, facts, runs, values, parcelKey, photos };
    } finally {
      database.close();
    }
  }, parcel.case.id);
  const { outbox, facts, runs, values, parcelKey, photos } = Rows.parse(read);
  const isAnswered = (n: number) => runs.some((run) => run.from <= n && n <= run.through);
  const accepted = facts.filter(
    (row) =>
      row.acceptance === 'accepted' || (row.acceptance === 'here' && isAnswered(row.sequence)),
  );
  return {
    outbox,
    accepted: accepted.map((row) => row.sequence),
    wasRebuilt: values?.resyncing === true,
    isParcelKnown: parcelKey !== undefined,
    photos: photos.map((photo) => photo.state),
  };
}

/** How many cases the page's database has papers of; one that lies twice counts twice. */
export async function knownCases(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
      });
    const database = await done(indexedDB.open('quayside'));
    try {
      const reading = database.transaction(['cases', 'casePages']);
      const [apart, together] = await Promise.all([
        done(reading.objectStore('cases').count()),
        done(reading.objectStore('casePages').index('ids').count()),
      ]);
      return apart + together;
    } finally {
      database.close();
    }
  });
}

/** The sequences after `from`, up to `to`, that are missing. */
export function missingBetween(
  from: number,
  to: number,
  present: readonly number[],
): readonly number[] {
  const there = new Set(present);
  return Array.from({ length: to - from }, (_, index) => from + index + 1).filter(
    (sequence) => !there.has(sequence),
  );
}

/** Where Chromium keeps the page's database, in a station's folder. */
export function databaseFolder(folder: string): string {
  return path.join(folder, 'station/IndexedDB/app_quayside_0.indexeddb.leveldb');
}

function missing(): never {
  throw new Error('The demo announces nothing to receive');
}
