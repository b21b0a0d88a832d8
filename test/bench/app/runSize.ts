/** One size in one engine, from a fresh station to its last row. */
import path from 'node:path';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { type Figures, mostOf } from './figures.ts';
import { delay } from './keys.ts';
import { deciding, supervisorOf } from './measure/deciding.ts';
import { filtering } from './measure/filtering.ts';
import { finding } from './measure/finding.ts';
import { floor } from './measure/floor.ts';
import { inspecting } from './measure/inspecting.ts';
import { longWork } from './measure/longWork.ts';
import { pulling } from './measure/pulling.ts';
import { scanning } from './measure/scanning.ts';
import { scrolling } from './measure/scrolling.ts';
import { searching } from './measure/searching.ts';
import { enrolling, signIn, starting } from './measure/signingIn.ts';
import { sitting } from './measure/sitting.ts';
import { weighing } from './measure/weighing.ts';
import type { SeededCentral } from './seed/seededCentral.ts';
import { benchList, deskQueue, whoIsWorking } from './sights.ts';
import {
  type Engine,
  type Ground,
  type OpenedStation,
  prepareGround,
  threadTime,
} from './station.ts';
import { blocksSince, seen } from './watch.ts';
import { type Closely, watchedClosely } from './watchClosely.ts';

/** What may be asked for by name; a station is enrolled in any case. */
export const parts = ['start', 'scan', 'pull', 'bench', 'desk', 'scroll', 'day', 'floor'] as const;
/** What lasts half an hour by itself: only where it is asked for. */
export const longParts = ['sitting'] as const;
export type Part = (typeof parts)[number] | (typeof longParts)[number];

export type Wanted = {
  readonly parts: readonly Part[];
  /** Four scans are measured of each. */
  readonly parcels: number;
  /** Of work at the dock, compressed, after which everything is weighed again. */
  readonly hours: number;
  /** Of one sitting. */
  readonly photos: number;
  readonly closely: Closely;
};

const dockParts = ['start', 'scan', 'pull', 'scroll', 'day'] as const;
const othersParcels = 500;
const parcelsAnHour = 40;

/**
 * What could be measured, and how many shifts broke off: those are told, pictured in out/bench/app,
 * and the others go on.
 */
export async function runSize(
  engine: Engine,
  seeded: SeededCentral,
  wanted: Wanted,
): Promise<{ readonly figures: Figures; readonly failures: number }> {
  const ground = await prepareGround(engine, seeded);
  const taken: Record<string, readonly number[]> = {};
  let failures = 0;
  const shift = async (name: string, work: (at: At) => Promise<void>) => {
    try {
      await withStation(ground, name, (station) =>
        work({
          station,
          weigh: async (where) => void Object.assign(taken, await weighing(station, where)),
          measure: async (what, act) => {
            const watched = () => watchedClosely(station, what, wanted.closely, act);
            Object.assign(taken, await measured(station, what, watched));
          },
        }),
      );
    } catch (failure) {
      failures += 1;
      console.error(`${name} broke off:`, failure);
    }
  };
  try {
    for (const [name, work] of shiftsOf(ground, wanted)) await shift(name, work);
    if (wanted.parts.includes('floor'))
      Object.assign(taken, await floor(engine, ground.manifest.expected.length));
    return { figures: taken, failures };
  } finally {
    await ground.clear();
  }
}

type At = {
  readonly station: OpenedStation;
  readonly weigh: (where: string) => Promise<void>;
  readonly measure: (what: string, act: () => Promise<Figures>) => Promise<void>;
};

/** Each begins with a start of its own. */
function shiftsOf(
  ground: Ground,
  { parts: asked, parcels, hours, photos }: Wanted,
): readonly (readonly [string, (at: At) => Promise<void>])[] {
  const { manifest } = ground;
  const has = (part: Part) => asked.includes(part);
  // Another station takes its parcels from behind, so that each finds its own.
  const theirs = manifest.expected.slice(-Math.min(othersParcels, manifest.expected.length / 2));
  const ours = manifest.expected.filter((one) => one.isCountedByScan && !theirs.includes(one));
  const take = (many: number) => ours.splice(0, many);
  const first = async ({ station, measure, weigh }: At) => {
    await measure('enrolling', () => enrolling(ground, station));
    await weigh('dock after enrolling');
  };
  const dock = async ({ station, measure, weigh }: At) => {
    await measure('starting', () => starting(ground, station));
    // What comes right after the start is not a scan's business.
    await delay(3000);
    if (has('scroll')) await measure('scrolling the dock', () => scrolling(station, 'the dock'));
    if (has('scan')) await measure('scanning', () => scanning(station, take(parcels)));
    await weigh('dock');
    if (has('pull'))
      await measure('changes', () => pulling(ground, station, { theirs, ours: take(6) }));
    const day = has('day') ? take(Math.round(hours * parcelsAnHour)) : [];
    if (day.length === 0) return;
    await measure('long work', () => longWork(station, day));
    await weigh(`dock after ${day.length} parcels more`);
  };
  const bench = async ({ station, measure, weigh }: At) => {
    await seen(station.page, { whoIsWorking });
    await signIn(ground, station, 'person-zielinski', benchList);
    await delay(1000);
    await weigh('bench');
    if (has('scroll')) await measure('scrolling the bench', () => scrolling(station, 'the bench'));
    const far = manifest.bench.filter((_, n) => n % 20 === 7).slice(-8);
    await measure('searching', () => searching(station, { listed: manifest.bench, sought: far }));
    await measure('finding', () => finding(station, manifest));
    await measure('inspecting', () => inspecting(station, manifest.bench.slice(0, 6)));
  };
  const desk = async ({ station, measure, weigh }: At) => {
    await seen(station.page, { whoIsWorking });
    const { id, pin } = supervisorOf(manifest);
    await signIn(ground, station, id, deskQueue);
    await delay(1000);
    await weigh('desk');
    await measure('filtering', () => filtering(station));
    const of = manifest.desk.filter((_, n) => n % 3 === 0);
    await measure('deciding', () => deciding(station, { steps: 12, decides: 3, of, pin }));
  };
  const camera = async ({ station, measure }: At) => {
    await seen(station.page, { whoIsWorking });
    await signIn(ground, station, 'person-zielinski', benchList);
    await delay(1000);
    await measure('sitting', () => sitting(station, manifest.bench.slice(6), photos));
  };
  const isAtDock = dockParts.some(has);
  return [
    ['enrolling', first],
    ...(isAtDock ? [['dock', dock] as const] : []),
    ...(has('bench') ? [['bench', bench] as const] : []),
    ...(has('desk') ? [['desk', desk] as const] : []),
    ...(has('sitting') ? [['sitting', camera] as const] : []),
  ];
}

/** Its figures, with what it cost the interface's thread. */
async function measured(
  station: OpenedStation,
  what: string,
  act: () => Promise<Figures>,
): Promise<Figures> {
  const began = Date.now();
  const workedBefore = await threadTime(station);
  const figures = await act();
  const worked = (await threadTime(station)) - workedBefore;
  const blocks = await blocksSince(station.page, began);
  console.log(`  ${what}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return {
    ...figures,
    [`longest block, ${what}`]: [mostOf(blocks.map(({ ms }) => ms))],
    [`blocks over 50 ms, ${what}`]: [blocks.length],
    [`thread's processor time, ${what}`]: [worked],
  };
}

async function withStation(
  ground: Ground,
  name: string,
  work: (station: OpenedStation) => Promise<void>,
): Promise<void> {
  const station = await ground.open();
  try {
    await work(station);
  } catch (failure) {
    await station.page
      .screenshot({ path: path.join(projectRoot, `out/bench/app/failed-${name}.png`) })
      .catch(() => undefined);
    throw failure;
  } finally {
    await station.close();
  }
}
