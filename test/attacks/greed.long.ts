/**
 * One station at full greed beside three honest ones: for ten minutes it pushes, pulls, uploads and
 * asks as fast as it is answered. QUAYSIDE_MINUTES makes it shorter.
 */
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import type { Fact } from '../../shared/facts/fact.ts';
import { arrivalId, caseId, factId } from '../builders/cases/ids.ts';
import { anArrival } from '../builders/cases/recordedFacts.ts';
import { aStation, type TestStation } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { aJpeg, uploadPhoto } from '../central/uploadPhoto.ts';

const minutes = Number(process.env['QUAYSIDE_MINUTES'] ?? 10);
const idleMs = Math.min(60_000, minutes * 15_000);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

onEachDatabase('One station at full greed beside three honest ones', (ground) => {
  let records = 0;
  const aRecord = (): Fact => {
    records += 1;
    const id = `greed-${records}`;
    return anArrival({
      id: factId(id),
      arrivalId: arrivalId(id),
      caseId: caseId(`case-${1 + (records % 40)}`),
    });
  };

  /** One record a second, as people do; how long each push took. */
  async function work(station: TestStation, until: number): Promise<readonly number[]> {
    const times: number[] = [];
    while (Date.now() < until) {
      const command = station.seal(aRecord());
      const from = performance.now();
      const { results } = await station.push([command]);
      times.push(performance.now() - from);
      expect(results[0]?.kind).toBe('applied');
      await pause(1000);
    }
    return times;
  }

  async function greed(station: TestStation, until: number): Promise<Record<string, number>> {
    const answers: Record<string, number> = {};
    const count = (status: number) => {
      answers[status] = (answers[status] ?? 0) + 1;
    };
    const push = async (make: () => unknown) => {
      while (Date.now() < until) {
        const commands = Array.from({ length: 100 }, make);
        count(
          (
            await station.call('POST', '/central/commands', {
              contractVersion: 1,
              epoch: null,
              commands,
            })
          ).status,
        );
      }
    };
    const upload = async () => {
      while (Date.now() < until) {
        const { bytes, sha256 } = aJpeg(300_000);
        count(await uploadPhoto(ground().central.url, station, bytes, sha256));
      }
    };
    const ask = async () => {
      while (Date.now() < until)
        count((await station.call('GET', '/central/changes?limit=500')).status);
    };
    await Promise.all([
      push(() => station.seal(aRecord())),
      push(() => ({ fact: { id: `junk-${Math.random()}` }, junk: 'x'.repeat(5000) })),
      upload(),
      ask(),
      ask(),
    ]);
    return answers;
  }

  test(
    'central goes on, and how long they wait is told',
    async () => {
      const { central, keys } = ground();
      const honest = await Promise.all(Array.from({ length: 3 }, () => aStation(central, keys)));
      const greedy = await aStation(central, keys);
      const idle = (await Promise.all(honest.map((one) => work(one, Date.now() + idleMs)))).flat();
      const until = Date.now() + minutes * 60_000;
      const [answers, ...times] = await Promise.all([
        greed(greedy, until),
        ...honest.map((one) => work(one, until)),
      ]);
      const seen = {
        database: central.database.kind,
        minutes,
        idleP95: p95(idle),
        besideGreedP95: p95(times.flat()),
        honestPushes: times.flat().length,
        greedy: answers,
      };
      process.stdout.write(`greed ${JSON.stringify(seen)}\n`);
      expect(
        Object.keys(answers).filter((status) => Number(status) >= 500 && status !== '507'),
      ).toEqual([]);
      expect((await greedy.call('GET', '/central/health')).status).toBe(200);
    },
    (minutes + 10) * 60_000,
  );
});

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}
