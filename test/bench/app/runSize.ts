/** One size in one engine, from a fresh station to its last row. */
import path from 'node:path';
import { projectRoot } from '../../../build/dependencies.mjs';
import { type Figures, mostOf } from './figures.ts';
import { delay } from './keys.ts';
import { deciding, supervisorOf } from './measure/deciding.ts';
import { floor } from './measure/floor.ts';
import { inspecting } from './measure/inspecting.ts';
import { longWork } from './measure/longWork.ts';
import { pulling } from './measure/pulling.ts';
import { scanning } from './measure/scanning.ts';
import { scrolling } from './measure/scrolling.ts';
import { enrolling, signIn, starting } from './measure/signingIn.ts';
import { weighing } from './measure/weighing.ts';
import type { SeededCentral } from './seed/seededCentral.ts';
import { benchList, deskQueue } from './sights.ts';
import {
  type Engine,
  type Ground,
  type OpenedStation,
  prepareGround,
  threadTime,
} from './station.ts';
import { blocksSince } from './watch.ts';

/** What may be asked for by name; a station is enrolled and started in any case. */
export const parts = ['scan', 'pull', 'bench', 'desk', 'scroll', 'day', 'floor'] as const;
export type Part = (typeof parts)[number];

export type Wanted = {
  readonly parts: readonly Part[];
  /** Four scans are measured of each. */
  readonly parcels: number;
  /** Of work at the dock, compressed, after which everything is weighed again. */
  readonly hours: number;
};

const othersParcels = 500;
const parcelsAnHour = 40;

export async function runSize(
  engine: Engine,
  seeded: SeededCentral,
  wanted: Wanted,
): Promise<Figures> {
  const ground = await prepareGround(engine, seeded);
  const { manifest } = ground;
  const taken: Record<string, readonly number[]> = {};
  const has = (part: Part) => wanted.parts.includes(part);
  const stationAt = (station: OpenedStation) => {
    const weigh = async (where: string) => Object.assign(taken, await weighing(station, where));
    const measure = async (what: string, act: () => Promise<Figures>) => {
      Object.assign(taken, await measured(station, what, act));
    };
    return { weigh, measure };
  };
  // Later parts take their parcels from behind, so that each finds its own.
  const scanned = manifest.expected.filter((parcel) => parcel.isCountedByScan);
  const theirs = manifest.expected.slice(-Math.min(othersParcels, manifest.expected.length / 2));
  const notTheirs = scanned.filter((parcel) => !theirs.includes(parcel));
  const take = (many: number) => notTheirs.splice(0, many);
  try {
    await withStation(ground, async (station) => {
      const { measure, weigh } = stationAt(station);
      await measure('enrolling', () => enrolling(ground, station));
      await weigh('dock after enrolling');
    });
    await withStation(ground, async (station) => {
      const { measure, weigh } = stationAt(station);
      await measure('starting', () => starting(ground, station));
      // What comes right after the start is not a scan's business.
      await delay(3000);
      if (has('scroll')) await measure('scrolling the dock', () => scrolling(station, 'the dock'));
      if (has('scan')) {
        await measure('scanning', () => scanning(station, take(wanted.parcels)));
        await weigh('dock after scanning');
      }
      if (has('pull'))
        await measure('changes', () => pulling(ground, station, { theirs, ours: take(6) }));
      if (has('day')) {
        const parcels = take(Math.round(wanted.hours * parcelsAnHour));
        await measure('a day', () => longWork(station, parcels));
        await weigh(`dock after ${parcels.length} parcels more`);
      }
      if (has('bench')) {
        await signIn(ground, station, 'person-zielinski', benchList);
        await delay(1000);
        await weigh('bench');
        if (has('scroll'))
          await measure('scrolling the bench', () => scrolling(station, 'the bench'));
        await measure('inspecting', () => inspecting(station, manifest.bench.slice(0, 6)));
      }
      if (has('desk')) {
        const { id, pin } = supervisorOf(manifest);
        await signIn(ground, station, id, deskQueue);
        await delay(1000);
        await weigh('desk');
        const decided = manifest.desk.filter((_, n) => n % 3 === 0).slice(0, 3);
        await measure('deciding', () => deciding(station, { steps: 12, decided, pin }));
      }
    });
    if (has('floor')) Object.assign(taken, await floor(engine, manifest.expected.length));
    return taken;
  } finally {
    await ground.clear();
  }
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
  work: (station: OpenedStation) => Promise<void>,
): Promise<void> {
  const station = await ground.open();
  try {
    await work(station);
  } catch (failure) {
    await station.page
      .screenshot({ path: path.join(projectRoot, 'out/bench/app/failed.png') })
      .catch(() => undefined);
    throw failure;
  } finally {
    await station.close();
  }
}
