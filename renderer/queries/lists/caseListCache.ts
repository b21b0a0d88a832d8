import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import { nextTask } from '../../storage/nextTask.ts';
import { listRowsIn, packedRowsBy, readInSlices } from '../../storage/packed/packedRows.ts';
import { nobodyWaits } from '../../storage/peopleFirst.ts';
import { whenPutInBulk } from '../../storage/putInBulk.ts';
import type { CaseListRow } from '../../storage/rows.ts';
import type { StationDatabase } from '../../storage/stationDatabase.ts';
import { whenChanged } from '../../storage/whenChanged.ts';
import {
  type CaseLine,
  type Days,
  forEachList,
  isOn,
  type ListName,
  lineOf,
  listNames,
  listsWith,
  noLists,
} from './caseLines.ts';
import { casesOnHold, type ReadWith, readWith } from './caseRow.ts';

/** A list as it stands, and what its lines are read with; the same object while both are. */
export type CachedList = { readonly days: Days; readonly readWith: ReadWith };

export type CaseListCache = {
  /** null until everything has been read once. */
  readonly list: (list: ListName) => CachedList | null;
  readonly subscribe: (list: ListName, changed: () => void) => () => void;
  /** As it was when the lists were last told of; undefined for a case on no list. */
  readonly rowOf: (caseId: string) => CaseListRow | undefined;
  /** Holds move deadlines by the day. */
  readonly turnTo: (now: number) => void;
};

/** A slice of reading, after which whoever waits for the thread has it. */
const casesAtOnce = 200;
/** To put lines into a list goes through all of it: not after each slice. */
const listedAtOnce = 2000;
/**
 * More cases at once are no act of a person: pages of them are gathered, and told of together, when
 * nobody waits for anything else, because a long list is laid out anew then. What a person does
 * meanwhile is told at once and by itself.
 */
const manyCases = 20;
const gatheredMs = 1000;
/** While more keeps coming, what is here already is shown as often. */
const toldEveryMs = 2000;

const caches = new WeakMap<StationDatabase, CaseListCache>();

/**
 * The list rows of a station, read once, in slices, and from then on kept up with the database: only
 * cases that change are read again, whoever looks at which list.
 */
export function caseListCache(db: StationDatabase, now: number): CaseListCache {
  const known = caches.get(db);
  if (known) return known;
  const cache = openCache(db, now);
  caches.set(db, cache);
  return cache;
}

/** Without reading anything: undefined where nobody has asked for lists yet. */
export function cachedRow(db: StationDatabase, caseId: string): CaseListRow | undefined {
  return caches.get(db)?.rowOf(caseId);
}

function openCache(db: StationDatabase, openedAt: number): CaseListCache {
  let known = new Map<string, CaseLine>();
  let lists = noLists;
  let beside: ReadWith | null = null;
  let shown: Readonly<Record<ListName, CachedList>> | null = null;
  let now = openedAt;
  let running = false;
  let gathering: ReturnType<typeof setTimeout> | null = null;
  let isWaiting = false;
  let toldAt = performance.now();
  /** Something that came by the page has been read since. */
  let isUntold = false;
  let failure: { readonly cause: unknown } | null = null;
  /** Changed cases, with their rows as far as they need not be read; `pages`: of those that came by the page. */
  const behind = {
    all: true,
    besides: true,
    cases: new Map<string, CaseListRow | null>(),
    pages: new Map<string, CaseListRow | null>(),
    arePagesDue: false,
  };
  let put: ReadonlyMap<string, CaseListRow> = new Map();
  /** Read, and not put into the lists yet. */
  let unlisted = new Map<string, CaseLine | null>();
  const listeners = forEachList(() => new Set<() => void>());

  whenPutInBulk(db.caseRows, (rows) => {
    put = new Map(rows.map((row) => [row.caseId, row]));
  });
  whenChanged(db, 'caseRows', (keys) => {
    const rows = put;
    put = new Map();
    const isMuch = keys === null || keys.length > manyCases;
    if (keys === null) behind.all = true;
    for (const key of keys ?? []) {
      const isOfPage = isMuch && !behind.cases.has(key);
      behind.pages.delete(key);
      (isOfPage ? behind.pages : behind.cases).set(key, rows.get(key) ?? null);
    }
    if (isMuch) catchUpSoon();
    else void catchUp();
  });
  for (const table of ['answeredRuns', 'calendars', 'people'])
    whenChanged(db, table, () => {
      behind.besides = true;
      void catchUp();
    });
  void catchUp();

  function catchUpSoon(): void {
    gathering ??= setTimeout(() => {
      gathering = null;
      catchUpAlone();
    }, gatheredMs);
  }

  function catchUpAlone(): void {
    if (isWaiting) return;
    isWaiting = true;
    void nobodyWaits(db).then(() => {
      isWaiting = false;
      behind.arePagesDue = true;
      void catchUp();
    });
  }

  async function catchUp(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (;;) {
        const isOwn = behind.all || behind.besides || behind.cases.size > 0;
        if (isOwn) tell(await readOnce());
        else if (behind.arePagesDue) await readPages();
        else break;
      }
    } catch (cause) {
      if (db.isOpen()) failure = { cause };
      for (const list of listNames) for (const changed of listeners[list]) changed();
    } finally {
      running = false;
    }
  }

  /** What somebody has done does not wait for what came by the page. */
  async function readOnce(): Promise<ReadWith> {
    const read = behind.besides || !beside ? await readWithNow() : beside;
    if (behind.all) {
      if (known.size > 0) await nobodyWaits(db);
      await readAll();
    } else if (behind.cases.size > 0) {
      const lines = await linesOfSome(behind.cases);
      for (const caseId of lines.keys()) unlisted.delete(caseId);
      lists = listsWith(lists, known, lines);
    }
    return read;
  }

  /** A step of it: between two of them whoever does something has the lists to themselves. */
  async function readPages(): Promise<void> {
    behind.arePagesDue = false;
    const isTime = behind.pages.size === 0 || performance.now() - toldAt >= toldEveryMs;
    if (isUntold && isTime) {
      toldAt = performance.now();
      isUntold = false;
      listRead();
      tell(beside ?? (await readWithNow()));
    } else if (behind.pages.size > 0) {
      for (const [caseId, line] of await linesOfSome(behind.pages)) unlisted.set(caseId, line);
      if (unlisted.size >= listedAtOnce) listRead();
      isUntold = true;
    }
    if (isUntold || behind.pages.size > 0) catchUpAlone();
  }

  async function linesOfSome(
    changed: Map<string, CaseListRow | null>,
  ): Promise<ReadonlyMap<string, CaseLine | null>> {
    const some = new Map([...changed].slice(0, casesAtOnce));
    for (const caseId of some.keys()) changed.delete(caseId);
    return await linesOf([...some.keys()], await rowsOf(some));
  }

  function listRead(): void {
    if (unlisted.size === 0) return;
    lists = listsWith(lists, known, unlisted);
    unlisted = new Map();
  }

  async function rowsOf(
    cases: ReadonlyMap<string, CaseListRow | null>,
  ): Promise<readonly (CaseListRow | undefined)[]> {
    const unread = [...cases].flatMap(([caseId, row]) => (row ? [] : [caseId]));
    // Keys go before it, where nothing is asked of the database.
    const read = unread.length > 0 ? await packedRowsBy(listRowsIn(db), unread) : await nextTask();
    const found = new Map(unread.map((caseId, index) => [caseId, read?.[index]]));
    return [...cases].map(([caseId, row]) => row ?? found.get(caseId));
  }

  async function readWithNow(): Promise<ReadWith> {
    behind.besides = false;
    beside = await readWith(db);
    return beside;
  }

  /** Not in one transaction: what changes meanwhile is told of, and read again after. */
  async function readAll(): Promise<void> {
    behind.all = false;
    behind.cases.clear();
    behind.pages.clear();
    unlisted = new Map();
    const fresh = new Map<string, CaseLine>();
    let all = noLists;
    let some = new Map<string, CaseLine | null>();
    const list = () => {
      all = listsWith(all, fresh, some);
      some = new Map();
    };
    await readInSlices(listRowsIn(db), async (rows) => {
      const ids = rows.map((row) => row.caseId);
      for (const [caseId, line] of await linesOf(ids, rows)) some.set(caseId, line);
      if (some.size >= listedAtOnce) list();
    });
    list();
    known = fresh;
    lists = all;
  }

  async function linesOf(
    caseIds: readonly string[],
    rows: readonly (CaseListRow | undefined)[],
  ): Promise<ReadonlyMap<string, CaseLine | null>> {
    const listed = rows.map((row) =>
      row && listNames.some((list) => isOn(list, row)) ? row : null,
    );
    const onHold = await casesOnHold(
      db,
      listed.flatMap((row) => row ?? []),
      now,
    );
    return new Map(
      caseIds.map((caseId, index) => {
        const row = listed[index];
        return [caseId, row ? lineOf(row, onHold.get(caseId) ?? null) : null];
      }),
    );
  }

  function tell(read: ReadWith): void {
    const was = shown;
    const next = (list: ListName): CachedList =>
      was && lists[list] === was[list].days && read === was[list].readWith
        ? was[list]
        : { days: lists[list], readWith: read };
    shown = forEachList(next);
    for (const list of listNames)
      if (shown[list] !== was?.[list]) for (const changed of listeners[list]) changed();
  }

  return {
    list(list) {
      if (failure) throw failure.cause;
      return shown?.[list] ?? null;
    },
    subscribe(list, changed) {
      listeners[list].add(changed);
      return () => listeners[list].delete(changed);
    },
    rowOf: (caseId) => known.get(caseId)?.row,
    turnTo(later) {
      const isAnotherDay = dayAt(later) !== dayAt(now);
      now = later;
      if (!isAnotherDay) return;
      for (const [caseId, line] of known) if (line.onHold) behind.cases.set(caseId, null);
      void catchUp();
    },
  };
}

function dayAt(now: number): string {
  return localDateOf(new Date(now).toISOString(), 'UTC');
}
