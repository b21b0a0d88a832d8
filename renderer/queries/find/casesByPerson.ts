import { foldedText, hasWords } from '../../../shared/facts/foldedText.ts';
import { nextTask } from '../../storage/nextTask.ts';
import type { FactRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';

/** By person the cases they recorded something in, each with when they did so last. */
type Hands = Map<string, Map<string, string>>;
type Kept = {
  hands: Hands | null;
  behind: Set<string> | null;
  working: Promise<Hands> | null;
  readonly waiting: Set<() => void>;
};

const factsAtOnce = 300;
const kept = new WeakMap<StationDatabase, Kept>();

/**
 * Cases in which people of this name recorded something, the latest first. Facts are read for it once
 * somebody asks by what is a person's name, in slices, and from then on only those that come. Null: they
 * are being read, which takes seconds where there are many; `whenHandsRead` tells when to ask again.
 */
export async function casesByPerson(
  db: StationDatabase,
  words: readonly string[],
  most: number,
): Promise<readonly string[] | null> {
  if (words.length === 0) return [];
  const people = await db.people.toArray();
  const named = people.filter(({ name }) => hasWords(` ${foldedText(name)}`, words));
  if (named.length === 0) return [];
  const hands = await handsUnlessAll(db);
  if (hands === null) return null;
  const latest = new Map<string, string>();
  for (const { id } of named)
    for (const [caseId, at] of hands.get(id) ?? [])
      if ((latest.get(caseId) ?? '') < at) latest.set(caseId, at);
  return [...latest]
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
    .slice(0, most)
    .map(([caseId]) => caseId);
}

/** Once for all that was asked before it was read. */
export function whenHandsRead(db: StationDatabase, tell: () => void): () => void {
  const { waiting } = keptOf(db);
  waiting.add(tell);
  return () => void waiting.delete(tell);
}

/** Null where all facts are to be read for it, which begins then; where it fails, whoever asks next begins it again. */
async function handsUnlessAll(db: StationDatabase): Promise<Hands | null> {
  const own = keptOf(db);
  if (own.hands && own.behind) return await handsNow(db);
  const tell = () => {
    for (const told of own.waiting) told();
  };
  void handsNow(db).then(tell, () => undefined);
  return null;
}

async function handsNow(db: StationDatabase): Promise<Hands> {
  const own = keptOf(db);
  own.working ??= catchUp(db, own).finally(() => {
    own.working = null;
  });
  return await own.working;
}

function keptOf(db: StationDatabase): Kept {
  const known = kept.get(db);
  if (known) return known;
  const own: Kept = { hands: null, behind: new Set(), working: null, waiting: new Set() };
  kept.set(db, own);
  whenChanged(db, 'facts', (keys) => {
    if (keys === null) own.behind = null;
    else for (const key of keys) own.behind?.add(key);
  });
  return own;
}

async function catchUp(db: StationDatabase, own: Kept): Promise<Hands> {
  const hands = own.hands && own.behind ? own.hands : await readAll(db, own);
  while (own.behind && own.behind.size > 0) {
    const some = [...own.behind].slice(0, factsAtOnce);
    for (const id of some) own.behind.delete(id);
    for (const row of await db.facts.bulkGet(some)) if (row) note(hands, row);
  }
  own.hands = hands;
  return hands;
}

async function readAll(db: StationDatabase, own: Kept): Promise<Hands> {
  const hands: Hands = new Map();
  own.behind = new Set();
  for (let last: string | undefined = ''; last !== undefined; ) {
    const rows: FactRow[] = await db.facts.where(':id').above(last).limit(factsAtOnce).toArray();
    for (const row of rows) note(hands, row);
    last = rows.at(-1)?.id;
    await nextTask();
  }
  return hands;
}

function note(hands: Hands, { caseId, fact }: FactRow): void {
  if (caseId === '') return;
  const cases = hands.get(fact.personId) ?? new Map<string, string>();
  hands.set(fact.personId, cases);
  if ((cases.get(caseId) ?? '') < fact.at.utc) cases.set(caseId, fact.at.utc);
}
