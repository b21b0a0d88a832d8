/** One size in one engine, from a fresh station to its last row. */
import path from 'node:path';
import { projectRoot } from '../../../build/dependencies.mjs';
import { type Figures, mostOf } from './figures.ts';
import { delay } from './keys.ts';
import { scanning } from './measure/scanning.ts';
import { enrolling, starting } from './measure/signingIn.ts';
import { weighing } from './measure/weighing.ts';
import type { SeededCentral } from './seed/seededCentral.ts';
import {
  type Engine,
  type Ground,
  type OpenedStation,
  prepareGround,
  threadTime,
} from './station.ts';
import { blocksSince } from './watch.ts';

/** What may be asked for by name. */
export const parts = ['enrol', 'start', 'scan'] as const;
export type Part = (typeof parts)[number];

export type Wanted = {
  readonly parts: readonly Part[];
  /** Four scans are measured of each. */
  readonly parcels: number;
};

export async function runSize(
  engine: Engine,
  seeded: SeededCentral,
  wanted: Wanted,
): Promise<Figures> {
  const ground = await prepareGround(engine, seeded);
  const taken: Record<string, readonly number[]> = {};
  const measure = async (station: OpenedStation, what: string, act: () => Promise<Figures>) => {
    const began = Date.now();
    const workedBefore = await threadTime(station);
    Object.assign(taken, await act());
    taken[`thread's processor time, ${what}`] = [(await threadTime(station)) - workedBefore];
    const blocks = await blocksSince(station.page, began);
    taken[`longest block, ${what}`] = [mostOf(blocks.map(({ ms }) => ms))];
    taken[`blocks over 50 ms, ${what}`] = [blocks.length];
    console.log(`  ${what}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
  };
  const has = (part: Part) => wanted.parts.includes(part);
  try {
    await withStation(ground, async (station) => {
      await measure(station, 'enrolling', () => enrolling(ground, station));
      Object.assign(taken, await weighing(station, 'dock after enrolling'));
    });
    if (!has('start') && !has('scan')) return taken;
    await withStation(ground, async (station) => {
      await measure(station, 'starting', () => starting(ground, station));
      await settle();
      if (!has('scan')) return;
      const parcels = ground.manifest.expected.filter((parcel) => parcel.isCountedByScan);
      const some = parcels.slice(0, wanted.parcels);
      await measure(station, 'scanning', () => scanning(station, some));
      Object.assign(taken, await weighing(station, 'dock after scanning'));
    });
    return taken;
  } finally {
    await ground.clear();
  }
}

async function withStation(
  ground: Ground,
  work: (station: OpenedStation) => Promise<void>,
): Promise<void> {
  const station = await ground.open();
  try {
    await work(station);
  } catch (failure) {
    await station.page.screenshot({ path: path.join(projectRoot, 'out/bench/app/failed.png') });
    throw failure;
  } finally {
    await station.close();
  }
}

/** What comes right after the start is not a scan's business. */
async function settle(): Promise<void> {
  await delay(3000);
}
