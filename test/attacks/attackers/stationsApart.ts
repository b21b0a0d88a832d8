/**
 * Stations in processes of their own, so that only what they do to central is felt: honest ones that
 * record once a second, and one at full greed, which pushes, uploads and asks as fast as it is answered.
 */
import { fork } from 'node:child_process';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { arrivalId, caseId, factId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { connectStation, type TestStation } from '../../central/aStation.ts';
import { aJpeg, uploadPhoto } from '../../central/uploadPhoto.ts';

/** How often each status was answered. */
export type Answers = Readonly<Record<string, number>>;
/** What a station of either kind saw until it was told to stop. */
export type Seen = { readonly answers: Answers; readonly pushMs: readonly number[] };
type Kind = 'honest' | 'greedy';
type Orders = { readonly url: string; readonly id: string; readonly token: string; key: string };

export type StationApart = { start(): void; stop(): Promise<Seen>; end(): void };

/** Records what it records as Dora, with her key. */
export function aStationApart(
  kind: Kind,
  url: string,
  { id, token }: TestStation,
  key: KeyObject,
): StationApart {
  const child = fork(fileURLToPath(import.meta.url), [kind], { execArgv: [] });
  const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  child.send({ url, id, token, key: pem } satisfies Orders);
  return {
    start: () => void child.send('start'),
    stop: () =>
      new Promise((resolve) => {
        child.once('message', (seen) => resolve(seen as Seen));
        child.send('stop');
      }),
    end: () => void child.kill(),
  };
}

type Work = (ask: Ask) => readonly (() => Promise<number>)[];
type Ask = {
  readonly station: TestStation;
  readonly url: string;
  readonly pushMs: number[];
  /** Sealed as the station's next. */
  readonly fresh: (count: number) => readonly unknown[];
};

const push = async (station: TestStation, commands: readonly unknown[]) =>
  (await station.call('POST', '/central/commands', { contractVersion: 1, epoch: null, commands }))
    .status;

/** What each kind does, in loops beside one another. */
const work: Readonly<Record<Kind, Work>> = {
  honest: ({ station, fresh, pushMs }) => [
    async () => {
      const commands = fresh(1);
      const from = performance.now();
      const status = await push(station, commands);
      pushMs.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 900 + 200 * Math.random()));
      return status;
    },
  ],
  greedy: ({ station, fresh, url }) => {
    let sent: readonly unknown[] = [];
    const changes = async () => (await station.call('GET', '/central/changes?limit=500')).status;
    return [
      () => push(station, (sent = fresh(100))),
      ...Array.from({ length: 19 }, () => () => push(station, sent)),
      () => push(station, Array.from({ length: 100 }, junk)),
      () => {
        const { bytes, sha256 } = aJpeg(300_000);
        return uploadPhoto(url, station, bytes, sha256);
      },
      changes,
      changes,
    ];
  },
};

function junk(): unknown {
  return { fact: { id: `junk-${Math.random()}` }, junk: 'x'.repeat(5000) };
}

function begin(kind: Kind, { url, id, token, key }: Orders): { stop(): Promise<Seen> } {
  const station =
    stations.get(id) ?? connectStation(url, id, token, new Map([['dora', createPrivateKey(key)]]));
  stations.set(id, station);
  const answers: Record<string, number> = {};
  const pushMs: number[] = [];
  const fresh = (count: number) =>
    Array.from({ length: count }, () => {
      records += 1;
      const name = `${id}-${records}`;
      return station.seal(
        anArrival({
          id: factId(name),
          arrivalId: arrivalId(name),
          caseId: caseId(`case-${1 + (records % 40)}`),
        }),
      );
    });
  const told = new AbortController();
  const again = async (ask: () => Promise<number>) => {
    while (!told.signal.aborted) {
      const status = await ask().catch(() => 0);
      answers[status] = (answers[status] ?? 0) + 1;
    }
  };
  const loops = Promise.all(work[kind]({ station, url, pushMs, fresh }).map(again));
  return {
    async stop() {
      told.abort();
      await loops;
      return { answers, pushMs };
    },
  };
}

/** Its chain goes on from one start to the next. */
const stations = new Map<string, TestStation>();
let records = 0;

function obey(kind: Kind): void {
  if (kind === 'greedy') os.setPriority(19);
  let orders: Orders | null = null;
  let running: ReturnType<typeof begin> | null = null;
  process.on('message', (told: Orders | 'start' | 'stop') => {
    if (told === 'start') running = orders && begin(kind, orders);
    else if (told === 'stop') void running?.stop().then((seen) => process.send?.(seen));
    else orders = told;
  });
}

const [, , kind] = process.argv;
if (kind === 'honest' || kind === 'greedy') obey(kind);
