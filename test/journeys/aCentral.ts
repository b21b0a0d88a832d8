import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { CaseId } from '../../shared/ids.ts';
import { caseId } from '../builders/cases/ids.ts';
import { type CentralInMemory, startCentral } from '../builders/central/centralInMemory.ts';
import {
  aStation as aStationOf,
  type Station,
  type StationOptions,
} from '../builders/station/station.ts';
import { moveIn } from '../central/aCompany.ts';

/** Wednesday 2026-11-18, 10:00 in New York, and time goes by. */
const opening = Date.parse('2026-11-18T15:00:00.000Z');
const startedAt = performance.now();
export const now = () => opening + Math.round(performance.now() - startedAt);

/**
 * One central for the tests of a file, with a site, its people (PIN 123456) and a case for each
 * test: whole centrals are slow to make, and cases do not get into each other's way.
 */
export function centralOfThisFile(cases: number): {
  readonly central: () => CentralInMemory;
  /** A case no other test touches. */
  readonly aCase: () => CaseId;
} {
  let running: CentralInMemory | undefined;
  let given = 0;
  beforeAll(async () => {
    running = await startCentral({
      now: () => new Date(now()),
      fill: async (tools) => {
        await moveIn(tools, cases);
      },
    });
  });
  afterAll(() => running?.close());
  return {
    central() {
      if (!running) throw new Error('central is not running');
      return running;
    },
    aCase() {
      given += 1;
      if (given > cases) throw new Error('more cases than central was given');
      return caseId(`case-${given}`);
    },
  };
}

/** A station that has pulled everything; gone when the test is. */
export async function aStation(
  central: StationOptions['central'],
  options: Partial<StationOptions> = {},
): Promise<Station> {
  const station = await aStationOf({ central, now, ...options });
  onTestFinished(() => station.close());
  if (!options.offline) await station.quiet();
  return station;
}
