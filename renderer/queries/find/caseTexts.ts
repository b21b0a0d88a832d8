import { foldedText, soughtOf } from '../../../shared/facts/foldedText.ts';
import { nextTask } from '../../storage/nextTask.ts';
import { listRowsIn, packedRowsBy, readInSlices } from '../../storage/packed/packedRows.ts';
import { nobodyWaits } from '../../storage/peopleFirst.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';

/** By which of its words a case was found. */
export type NamedBy = 'rma' | 'client' | 'goods';
export type NamedCase = { readonly caseId: string; readonly by: NamedBy };

/** What a case is called, folded: its number, whose it is and what it brings. */
type CaseText = {
  readonly caseId: string;
  readonly text: string;
  /** Where in it the client's name begins, and where the goods do. */
  readonly client: number;
  readonly goods: number;
  /** Whose days run come first, then what ended, the latest first, then what is expected. */
  readonly place: number;
};
type Texts = {
  known: Map<string, CaseText> | null;
  behind: Set<string> | null;
  working: Promise<ReadonlyMap<string, CaseText>> | null;
  /** How many wait for it; while nobody does, whatever people do goes before it. */
  waiting: number;
  hurry: () => void;
};

const parts = ['rma', 'client', 'goods'] as const satisfies readonly NamedBy[];
const between = '|';
/** No longer than a person notices, and not so short that whatever else waits comes in between often. */
const sliceMs = 8;
const linesAtOnce = 500;
const readAgainAtOnce = 200;
const kept = new WeakMap<StationDatabase, Texts>();

/**
 * Cases whose words begin with these, nearest first and no more of each kind than `most`. What is
 * looked through is made before, or when somebody asks first, in slices, and from then on only cases that
 * changed are read again. Null: `isStale` said that nobody wants it any more.
 */
export async function casesNamed(
  db: StationDatabase,
  words: readonly string[],
  most: number,
  isStale: () => boolean = () => false,
): Promise<readonly NamedCase[] | null> {
  if (words.length === 0) return [];
  const texts = await textsNow(db);
  if (isStale()) return null;
  const sought = soughtOf(words);
  const nearest: Record<NamedBy, CaseText[]> = { rma: [], client: [], goods: [] };
  let looked = 0;
  let since = performance.now();
  for (const one of texts.values()) {
    if (sought.every((word) => one.text.includes(word)))
      put(nearest[partNamed(one, sought)], one, most);
    looked += 1;
    if (looked % linesAtOnce !== 0 || performance.now() - since < sliceMs) continue;
    await nextTask();
    if (isStale()) return null;
    since = performance.now();
  }
  return parts.flatMap((by) => nearest[by].map(({ caseId }) => ({ caseId, by })));
}

/** Begins to read what will be looked through: somebody is about to type the first word. */
export function prepareCaseTexts(db: StationDatabase): void {
  // Who asks is told what went wrong.
  void textsNow(db).catch(() => undefined);
}

/**
 * Reads what will be looked through while nobody waits for anything, and what changed since once nothing
 * changes any more, so that no first word waits for it. Call what comes back to leave it.
 */
export function keepCaseTexts(db: StationDatabase, quietMs = usualQuietMs): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void caughtUp(db, textsOf(db)).catch(() => undefined), quietMs);
  };
  soon();
  const stop = whenChanged(db, 'caseRows', soon);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

const usualQuietMs = 3_000;

function put(nearest: CaseText[], one: CaseText, most: number): void {
  const end = nearest.at(-1);
  if (nearest.length === most && end && end.place <= one.place) return;
  const at = nearest.findLastIndex((other) => other.place <= one.place) + 1;
  nearest.splice(at, 0, one);
  if (nearest.length > most) nearest.pop();
}

/** The first part that says all of it; the goods where none does by itself. */
function partNamed({ text, client, goods }: CaseText, sought: readonly string[]): NamedBy {
  const isWithin = (from: number, end: number) =>
    sought.every((word) => {
      const at = text.indexOf(word, from);
      return at >= 0 && at < end;
    });
  if (isWithin(0, client)) return 'rma';
  return isWithin(client, goods) ? 'client' : 'goods';
}

async function textsNow(db: StationDatabase): Promise<ReadonlyMap<string, CaseText>> {
  const texts = textsOf(db);
  texts.waiting += 1;
  texts.hurry();
  try {
    return await caughtUp(db, texts);
  } finally {
    texts.waiting -= 1;
  }
}

async function caughtUp(db: StationDatabase, texts: Texts): Promise<ReadonlyMap<string, CaseText>> {
  texts.working ??= catchUp(db, texts).finally(() => {
    texts.working = null;
  });
  return await texts.working;
}

/** Not behind what waits for this very answer. */
async function othersFirst(db: StationDatabase, texts: Texts): Promise<void> {
  if (texts.waiting > 0) return;
  const hurried = new Promise<void>((resolve) => {
    texts.hurry = resolve;
  });
  await Promise.race([nobodyWaits(db), hurried]);
}

function textsOf(db: StationDatabase): Texts {
  const known = kept.get(db);
  if (known) return known;
  const texts: Texts = {
    known: null,
    behind: new Set(),
    working: null,
    waiting: 0,
    hurry: () => undefined,
  };
  kept.set(db, texts);
  whenChanged(db, 'caseRows', (keys) => {
    if (keys === null) texts.behind = null;
    else for (const key of keys) texts.behind?.add(key);
  });
  return texts;
}

async function catchUp(db: StationDatabase, texts: Texts): Promise<ReadonlyMap<string, CaseText>> {
  const known = texts.known && texts.behind ? texts.known : await readAll(db, texts);
  while (texts.behind && texts.behind.size > 0) {
    await othersFirst(db, texts);
    const some = [...texts.behind].slice(0, readAgainAtOnce);
    for (const caseId of some) texts.behind.delete(caseId);
    const rows = await packedRowsBy(listRowsIn(db), some);
    for (const [at, caseId] of some.entries()) {
      const row = rows[at];
      if (row) known.set(caseId, textOf(row));
      else known.delete(caseId);
    }
  }
  texts.known = known;
  return known;
}

async function readAll(db: StationDatabase, texts: Texts): Promise<Map<string, CaseText>> {
  const all = new Map<string, CaseText>();
  texts.behind = new Set();
  await readInSlices(listRowsIn(db), async (rows) => {
    for (const row of rows) all.set(row.caseId, textOf(row));
    await othersFirst(db, texts);
  });
  return all;
}

function textOf(row: CaseListRow): CaseText {
  const number = foldedText(row.rma ?? '');
  const called = ` ${number} ${number.replaceAll(' ', '')}${between}`;
  const whose = ` ${foldedText(row.clientName)}${between}`;
  return {
    caseId: row.caseId,
    text: `${called}${whose} ${foldedText(row.articles.join(' '))}`,
    client: called.length,
    goods: called.length + whose.length,
    place: placeOf(row),
  };
}

const daysOfMillennia = 1_000_000;

function placeOf({ deadline, uncounted, endedOn, expectedOn }: CaseListRow): number {
  if (endedOn !== null) return daysOfMillennia * 2 - dayOf(endedOn);
  if (uncounted) return 0;
  if (deadline) return dayOf(deadline.dueOn);
  return daysOfMillennia * 2 + (expectedOn === null ? daysOfMillennia : dayOf(expectedOn));
}

function dayOf(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
