import { expect, test } from 'vitest';
import { forgetUploadsBefore } from '../../central/people/usageRows.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import { limits, photoUploadPath } from '../../shared/sync/centralApi.ts';
import { factId } from '../builders/cases/ids.ts';
import { aReturn } from '../central/aReturn.ts';
import { aStation, callCentral, type TestStation, verdictsOf } from '../central/aStation.ts';
import { onEachDatabase } from '../central/onEachDatabase.ts';
import { aJpeg, uploadPhoto } from '../central/uploadPhoto.ts';

const kb = 1024;
const hour = 60 * 60_000;
const clock = { ms: Date.parse('2026-11-20T12:20:00Z') };
const quotas = {
  commandBytes: { perHour: 40 * kb, inAll: 100 * kb },
  photoBytes: { perHour: 20 * kb, inAll: 50 * kb },
  openUploads: 3,
  rowsPutAside: 5,
  bytesPutAside: 64 * kb,
};

onEachDatabase(
  'One station at full greed',
  (ground) => {
    const enrol = () => aStation(ground().central, ground().keys);
    const push = (station: TestStation, commands: readonly unknown[]) =>
      station.call('POST', '/central/commands', { contractVersion: 1, epoch: null, commands });
    const begin = (station: TestStation, size: number) => {
      const encoded = (text: string) => Buffer.from(text).toString('base64');
      return fetch(`${ground().central.url}${photoUploadPath}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${station.token}`,
          'tus-resumable': '1.0.0',
          'upload-length': String(size),
          'upload-metadata': `sha256 ${encoded('a'.repeat(64))},mediaType ${encoded('image/jpeg')}`,
        },
      });
    };
    const metric = async (name: string) => {
      const { central } = ground();
      const { body } = await callCentral(
        central.url,
        central.adminToken,
        'GET',
        '/central/metrics',
      );
      return String(body)
        .split('\n')
        .filter((line) => line.startsWith(name));
    };

    test('sends its share of records an hour, then waits, and in all no more than fits', async () => {
      const [greedy, honest] = [await enrol(), await enrol()];
      const { arrival, count } = aReturn(ground().nextCase());
      const large = (number: number) => ({
        ...arrival,
        id: factId(`large-${arrival.id}-${number}`),
        arrivalId: `large-${arrival.id}-${number}` as never,
        note: 'x'.repeat(300),
      });
      let sent = 0;
      const some = () => Array.from({ length: 10 }, () => greedy.seal(large((sent += 1)) as Fact));
      const untilRefused = async () => {
        for (let pushes = 0; pushes < 50; pushes += 1) {
          const commands = some();
          const answer = await push(greedy, commands);
          if (answer.status !== 200) return { answer, commands };
        }
        throw new Error('never refused');
      };
      const first = await untilRefused();
      expect(first.answer).toMatchObject({ status: 429, body: { code: 'tooMany' } });
      expect(Number(first.answer.headers.get('retry-after'))).toBe(40 * 60);
      expect(verdictsOf(await honest.record(arrival, count))).toEqual(['applied', 'applied']);

      clock.ms += hour;
      expect((await push(greedy, first.commands)).status).toBe(200);
      let last = await untilRefused();
      for (let hours = 0; hours < 5 && last.answer.status === 429; hours += 1) {
        clock.ms += hour;
        expect((await push(greedy, last.commands)).status).toBeOneOf([200, 507]);
        last = await untilRefused();
      }
      expect(last.answer).toMatchObject({ status: 507, body: { code: 'unavailable' } });
      expect(JSON.stringify(last.answer.body)).toContain('whoever runs central');
      const load = await metric(
        `quayside_station_load{station="${greedy.id}",kind="commandBytes"}`,
      );
      expect(Number(load[0]?.split(' ')[1])).toBeGreaterThan(80 * kb);
      expect(await metric('quayside_over_quota_total{quota="commandBytes"}')).toHaveLength(1);
    });

    test('begins a few uploads, and counts all it begins', async () => {
      const greedy = await enrol();
      for (const size of [5, 5, 5]) expect((await begin(greedy, size * kb)).status).toBe(201);
      const many = await begin(greedy, kb);
      expect([many.status, await many.text()]).toEqual([
        429,
        'This station has 3 uploads begun and not finished\n',
      ]);
      const steady = await enrol();
      for (let photos = 0; photos < 5; photos += 1) {
        const { bytes, sha256 } = aJpeg(3 * kb);
        expect(await uploadPhoto(ground().central.url, steady, bytes, sha256)).toBe(204);
      }
      const over = await begin(steady, 15 * kb);
      expect(over.status).toBe(429);
      expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(60);
      clock.ms += 8 * 24 * hour;
      await forgetUploadsBefore(ground().central.database.rows, new Date(clock.ms - 7 * 24 * hour));
      expect((await begin(await enrolAgain(greedy), kb)).status).toBe(201);
    });

    /** A token lasts a day. */
    const enrolAgain = async (station: TestStation) => {
      const { body } = await station.call('POST', '/central/token', {});
      return { ...station, token: (body as { token: string }).token };
    };

    test('leaves few commands nobody can read', async () => {
      const greedy = await enrol();
      const junk = (number: number) => ({
        stationId: greedy.id,
        sequence: number,
        fact: { id: `${greedy.id}-${number}` },
      });
      expect((await push(greedy, [1, 2, 3, 4, 5].map(junk))).status).toBe(200);
      expect(await push(greedy, [junk(6)])).toMatchObject({
        status: 429,
        body: { message: 'Too much of this station was put aside unread already' },
      });
    });

    test('makes no page of the feed larger than its site can hold', async () => {
      const { central } = ground();
      const reader = await enrol();
      const { cursor } = await reader.pull(undefined, limits.changesPerPull);
      const paper = { collection: 'clients' as const, siteIds: ['site-1'] };
      const name = 'x'.repeat(200);
      await central.seed.putDocuments(
        Array.from({ length: 40 }, (_, n) => ({
          ...paper,
          body: {
            id: `large-client-${n}`,
            name,
            country: 'US',
            timeZone: 'America/New_York',
            language: 'en',
            serviceManager: { name, email: 'x'.repeat(400_000) },
          } as never,
        })),
      );
      const sizes: number[] = [];
      const ids: string[] = [];
      for (let after = cursor, more = true; more; ) {
        const query = new URLSearchParams({ cursor: after, limit: '1000' });
        const { body } = await reader.call('GET', `/central/changes?${query}`);
        const page = body as { cursor: string; more: boolean; changes: { id: string }[] };
        sizes.push(JSON.stringify(page.changes).length);
        ids.push(...page.changes.map(({ id }) => id));
        ({ cursor: after, more } = page);
      }
      expect(Math.max(...sizes)).toBeLessThan(4.2 * kb * kb);
      expect(ids.filter((id) => id.startsWith('large-client-'))).toHaveLength(40);
    });
  },
  { quotas, now: () => new Date(clock.ms) },
);
