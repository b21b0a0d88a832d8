/**
 * One station at full greed beside three honest ones, minute by minute with and without it, so that
 * both figures are of the same hour of the same machine. QUAYSIDE_MINUTES makes it shorter.
 */
import { expect, test } from 'vitest';
import { aStation } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { type Answers, aStationApart, type StationApart } from './attackers/stationsApart.ts';

const minutes = Number(process.env['QUAYSIDE_MINUTES'] ?? 10);
const rounds = Math.max(1, Math.round(minutes));
const greedyMs = (minutes * 60_000) / rounds;
const idleMs = greedyMs / 2;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

onEachDatabase(
  'One station at full greed beside three honest ones',
  (ground) => {
    test(
      'central goes on, and they wait no longer than twice as long',
      async () => {
        const { central, keys } = ground();
        const key = keys.get('dora');
        if (!key) throw new Error('nobody signs');
        const apart = async (kind: 'honest' | 'greedy') =>
          aStationApart(kind, central.url, await aStation(central, keys), key);
        const honest = await Promise.all([apart('honest'), apart('honest'), apart('honest')]);
        const greedy = await apart('greedy');
        const [answers, honestAnswers]: Record<string, number>[] = [{}, {}];
        async function work(ms: number): Promise<readonly number[]> {
          for (const one of honest) one.start();
          await pause(ms);
          const seen = await Promise.all(honest.map((one: StationApart) => one.stop()));
          for (const one of seen) count(honestAnswers ?? {}, one.answers);
          return seen.flatMap(({ pushMs }) => pushMs);
        }
        const [idle, beside]: [number[], number[]] = [[], []];
        await work(5000);
        for (let round = 0; round < rounds; round += 1) {
          idle.push(...(await work(idleMs)));
          greedy.start();
          beside.push(...(await work(greedyMs)));
          count(answers ?? {}, (await greedy.stop()).answers);
        }
        for (const one of [...honest, greedy]) one.end();
        const seen = {
          database: central.database.kind,
          minutes,
          idle: { p50: share(idle, 0.5), p95: share(idle, 0.95), pushes: idle.length },
          beside: { p50: share(beside, 0.5), p95: share(beside, 0.95), pushes: beside.length },
          ratio: Number((share(beside, 0.95) / share(idle, 0.95)).toFixed(2)),
          greedy: answers,
        };
        process.stdout.write(`greed ${JSON.stringify(seen)}\n`);
        expect(Object.keys(honestAnswers ?? {})).toEqual(['200']);
        const failed = Object.keys(answers ?? {}).filter(
          (status) => status === '0' || (Number(status) >= 500 && status !== '507'),
        );
        expect(failed).toEqual([]);
      },
      (minutes * 2 + 10) * 60_000,
    );
  },
  { limits: { requests: 6000, enrolments: 1000 } },
);

function count(all: Record<string, number>, more: Answers): void {
  for (const [status, times] of Object.entries(more)) all[status] = (all[status] ?? 0) + times;
}

function share(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
}
