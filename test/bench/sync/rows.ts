/** The table of the benchmark: what is measured, of whom, and what we mean to reach. */
import type { Engine } from './engines.ts';
import type { Contender } from './pages.ts';

export type Entry = {
  /** The column, or how ours is called where there are several. */
  readonly name: string;
  readonly bundle: Contender;
  readonly work: string;
  readonly count: number;
  /** Fewer than the row asks of a slow one; its time is multiplied by this. */
  readonly scale?: number;
  /** Fills a profile once per engine; every repetition gets a copy of it. */
  readonly prepare?: { readonly work: string; readonly count: number };
  /** In the application's own shell, with its journal; Electron only. */
  readonly inShell?: boolean;
  /** What it needs answered, made anew for each repetition. */
  readonly place?: string;
  readonly aim?: Aim;
};

/** Against the floor of the same run. `p95`: the 95th percentile against the floor's. */
export type Aim = {
  readonly most?: number;
  readonly least?: number;
  readonly p95?: number;
  /** Against other columns: this many times as quick. */
  readonly timesQuicker?: Readonly<Record<string, number>>;
  readonly figures?: Readonly<Record<string, number>>;
};

export type Row = {
  readonly id: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB/s';
  /** `node`: central alone, with no page. */
  readonly engines: readonly (Engine | 'node')[];
  /** The first is the floor. */
  readonly entries: readonly Entry[];
};

const both: readonly Engine[] = ['chromium', 'electron'];
const saves = { work: 'save', count: 150 };
const paints = { work: 'repaint', count: 60 };
const verdicts = { bundle: 'ours', count: 20, place: 'slowLine' } as const;
/** Of the slow ones: they send batch by batch, each taking as long as the one before. */
const fewer = { count: 2000, scale: 5 };
const expected = 50_000;
const soughtCases = 20_000;
const fewerCases = 2_000;

function looking(name: string, bundle: Contender, cases = soughtCases): Entry {
  const prepare = { work: 'lookupPrepare', count: cases };
  return { name, bundle, work: 'lookup', count: 300, prepare };
}

export const rows: readonly Row[] = [
  {
    id: 'save',
    what: 'save finding + outbox, strict',
    unit: 'ms',
    engines: both,
    entries: [
      { name: 'raw IndexedDB', bundle: 'floor', ...saves },
      { name: 'Dexie', bundle: 'dexie', ...saves },
      { name: 'RxDB', bundle: 'rxdb', ...saves },
      { name: 'PouchDB', bundle: 'pouchdb', ...saves },
      { name: 'ours', bundle: 'ours', ...saves, aim: { most: 1.6, p95: 2 } },
      {
        name: 'ours with the journal',
        bundle: 'ours',
        work: 'saveInShell',
        count: saves.count,
        inShell: true,
        place: 'people',
        aim: { most: 2.2 },
      },
    ],
  },
  {
    id: 'lines',
    what: `${expected} expected lines`,
    unit: 'ms',
    engines: both,
    entries: [
      { name: 'raw IndexedDB', bundle: 'floor', work: 'lines', count: expected / 5, scale: 5 },
      { name: 'Dexie', bundle: 'dexie', work: 'lines', count: expected / 5, scale: 5 },
      { name: 'RxDB', bundle: 'rxdb', work: 'lines', count: expected / 10, scale: 10 },
      { name: 'PouchDB', bundle: 'pouchdb', work: 'lines', count: expected / 20, scale: 20 },
      { name: 'ours', bundle: 'ours', work: 'lines', count: expected, aim: { most: 0.12 } },
    ],
  },
  {
    id: 'lookup',
    what: 'any identifier among 100 000, warm',
    unit: 'ms',
    engines: both,
    entries: [
      looking('raw IndexedDB', 'floor'),
      looking('Dexie', 'dexie'),
      looking('RxDB', 'rxdb', fewerCases),
      looking('PouchDB', 'pouchdb', fewerCases),
      { ...looking('ours', 'ours'), aim: { most: 1.3, p95: 2 } },
    ],
  },
  {
    id: 'repaint',
    what: 'save → live list repainted',
    unit: 'ms',
    engines: both,
    entries: [
      { name: 'raw IndexedDB', bundle: 'floor', ...paints },
      { name: 'Dexie', bundle: 'dexie', ...paints },
      { name: 'RxDB', bundle: 'rxdb', ...paints },
      { name: 'PouchDB', bundle: 'pouchdb', ...paints },
      {
        name: 'ours',
        bundle: 'ours',
        ...paints,
        aim: { most: 1.3, figures: { 're-queries on 20 unrelated writes': 0 } },
      },
    ],
  },
  {
    id: 'photos',
    what: '500 photos of 300 kB, strict',
    unit: 'MB/s',
    engines: both,
    entries: [
      { name: 'OPFS + flush', bundle: 'floor', work: 'photos', count: 500 },
      { name: 'Dexie', bundle: 'dexie', work: 'photos', count: 100 },
      { name: 'RxDB', bundle: 'rxdb', work: 'photos', count: 100 },
      { name: 'PouchDB', bundle: 'pouchdb', work: 'photos', count: 100 },
      {
        name: 'ours',
        bundle: 'ours',
        work: 'photos',
        count: 500,
        aim: { least: 0.75, figures: { 'heap growth in MB': 64 } },
      },
    ],
  },
  {
    id: 'push',
    what: 'push 10 000 commands to a memory store',
    unit: 'ms',
    engines: both,
    entries: [
      { name: 'bare HTTP', bundle: 'floor', work: 'push', count: 10_000, place: 'memory' },
      { name: 'Dexie', bundle: 'dexie', work: 'push', count: 10_000, place: 'memory' },
      { name: 'RxDB', bundle: 'rxdb', work: 'push', place: 'memory', ...fewer },
      { name: 'RxDB, durable', bundle: 'rxdb', work: 'push', place: 'durable', ...fewer },
      { name: 'PouchDB', bundle: 'pouchdb', work: 'push', place: 'pouch', ...fewer },
      {
        name: 'ours',
        bundle: 'ours',
        work: 'push',
        count: 10_000,
        place: 'memory',
        aim: { most: 1.5, timesQuicker: { RxDB: 8, PouchDB: 8 } },
      },
      {
        name: 'ours to central on PostgreSQL',
        bundle: 'ours',
        work: 'push',
        count: 10_000,
        place: 'postgres',
        aim: { timesQuicker: { RxDB: 8, PouchDB: 8 } },
      },
    ],
  },
  {
    id: 'pull',
    what: 'pull 10 000 changes',
    unit: 'ms',
    engines: both,
    entries: [
      { name: 'Dexie bulk put', bundle: 'dexie', work: 'pull', count: 10_000, place: 'memory' },
      { name: 'RxDB', bundle: 'rxdb', work: 'pull', place: 'memory', ...fewer },
      { name: 'PouchDB', bundle: 'pouchdb', work: 'pull', place: 'filledPouch', ...fewer },
      {
        name: 'ours',
        bundle: 'ours',
        work: 'pull',
        count: 10_000,
        place: 'memory',
        aim: { most: 1.2 },
      },
    ],
  },
  {
    id: 'verdict',
    what: 'a verdict behind 500 photos, on 20 Mbit/s',
    unit: 'ms',
    engines: both,
    entries: [
      { name: 'idle link', ...verdicts, work: 'decideOnIdleLink' },
      { name: 'ours', ...verdicts, work: 'decideBehindPhotos', aim: { most: 2 } },
    ],
  },
  {
    id: 'central',
    what: 'central: durable push of 10 000 commands on PostgreSQL',
    unit: 'ms',
    engines: ['node'],
    entries: [
      { name: 'memory store with central’s checks', bundle: 'ours', work: 'memory', count: 10_000 },
      { name: 'ours', bundle: 'ours', work: 'postgres', count: 10_000, aim: { most: 2 } },
    ],
  },
];
