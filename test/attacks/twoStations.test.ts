import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { audit } from '../../central/database/schema.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, asAdminOf, type TestStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';

const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };
const second = 1000;

onEachDatabase(
  'One person at two stations',
  (ground) => {
    const enrol = () => aStation(ground().central, ground().keys);
    const seenOf = async (...stations: readonly TestStation[]) => {
      const found = await ground()
        .central.database.rows.select()
        .from(audit)
        .where(eq(audit.verb, 'active at two stations'));
      const ids = stations.map(({ id }) => id);
      return found.filter(({ actor }) => ids.includes(actor)).map(({ object }) => object);
    };
    const page = async (path: string) => {
      const { central } = ground();
      return await (await fetch(`${central.url}${path}`, asAdminOf(central))).text();
    };
    /** An arrival of a case of its own, recorded so many seconds after the first. */
    const recordAt = (seconds: number): Fact => {
      const { arrival } = aReturn(ground().nextCase());
      const utc = new Date(clock.ms + seconds * second).toISOString();
      const at = { ...arrival.at, utc, localDate: utc.slice(0, 10), knownAfter: utc };
      return { ...arrival, at };
    };
    const record = async (station: TestStation, ...seconds: readonly number[]) =>
      verdictsOf(await station.record(...seconds.map(recordAt)));

    test('is told when it goes to and fro within minutes, once a day, and refuses nothing', async () => {
      clock.ms += 24 * 60 * 60 * second;
      const [one, other] = [await enrol(), await enrol()];
      const base = -3600;
      expect(await record(one, base, base + 40)).toEqual(['applied', 'applied']);
      expect(await record(other, base + 20)).toEqual(['applied']);
      expect(await seenOf(one, other)).toHaveLength(1);
      expect(await record(one, base + 60)).toEqual(['applied']);
      expect(await record(other, base + 80)).toEqual(['applied']);
      expect(await seenOf(one, other)).toHaveLength(1);
      expect(await page('/central/metrics')).toContain('quayside_person_at_two_stations_total 1');
      expect(await page('/central/register')).toContain('Active at two stations at a time');
    });

    test('is seen in whatever order the stations send', async () => {
      clock.ms += 24 * 60 * 60 * second;
      const [one, other] = [await enrol(), await enrol()];
      expect(await record(other, -500)).toEqual(['applied']);
      expect(await record(one, -520, -480)).toEqual(['applied', 'applied']);
      expect(await seenOf(one, other)).toHaveLength(1);
    });

    test('is nobody who walks from one to the next, nor comes back after a while', async () => {
      clock.ms += 24 * 60 * 60 * second;
      const [one, other] = [await enrol(), await enrol()];
      expect(await record(one, -900, -890)).toEqual(['applied', 'applied']);
      expect(await record(other, -880, -600)).toEqual(['applied', 'applied']);
      expect(await record(one, -590)).toEqual(['applied']);
      expect(await seenOf(one, other)).toEqual([]);
    });
  },
  { now: () => new Date(clock.ms) },
);
