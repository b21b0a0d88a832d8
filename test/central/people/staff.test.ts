import { expect, test } from 'vitest';
import { provingFetch } from '../../../electron/main/station/provingFetch.ts';
import { newStationKey } from '../../../electron/main/station/stationKey.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import { factId, personId } from '../../builders/cases/ids.ts';
import { aCommandLine, outputOf } from '../../builders/central/commandLine.ts';
import { aJoining, aKeyPair } from '../../builders/central/joining.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, callCentral, verdictsOf } from '../aStation.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

const clock = { aheadMs: 0 };

onEachDatabase(
  'Whoever runs central, on the command line',
  (ground) => {
    const commandLine = aCommandLine();
    const run = async (tool: string, ...words: readonly string[]) =>
      outputOf(await commandLine(ground().central, tool, ...words));
    const lineOf = async (tool: string, id: string) =>
      (await run(tool)).split('\n').find((line) => line.startsWith(`${id}\t`)) ?? '';
    const nina = [
      '--name',
      'Nina Roth',
      '--badge',
      'NINA01',
      '--roles',
      'dock',
      '--sites',
      'site-1',
    ];

    test('adds somebody, who joins with the slip, moves, gets another badge, leaves and comes back', async () => {
      const { central, keys, nextCase } = ground();
      const station = await aStation(central, keys);
      const added = await run('people', 'add', '--id', 'nina', ...nina);
      const slip = added.split('\n').at(-1) ?? '';
      const pair = aKeyPair();
      const joins = aJoining({ personId: 'nina', stationId: station.id }, pair, slip);
      expect((await station.call('POST', '/central/people/nina/keys', joins)).status).toBe(200);
      expect(await lineOf('people', 'nina')).toContain('NINA01\tdock\tsite-1\tjoined at 1');

      const { arrival, count } = aReturn(nextCase());
      const hers = (fact: Fact): Fact => ({ ...fact, personId: personId('nina') });
      const record = async (...facts: readonly Fact[]) =>
        verdictsOf(await station.push(facts.map((fact) => station.seal(fact, pair.privateKey))));
      expect(await record(hers(arrival), hers(count))).toEqual(['applied', 'applied']);

      await run(
        'people',
        'change',
        'nina',
        '--sites',
        'site-2',
        '--why',
        'Moves to the other site',
      );
      const more = { ...hers(count), id: factId(`more-${count.id}`) };
      clock.aheadMs += 10 * 60_000;
      const later = new Date(Date.now() + clock.aheadMs).toISOString();
      const after = { ...more, at: { ...more.at, utc: later } };
      expect((await record(after))[0]).toContain('refused');
      await run('people', 'badge', 'nina', '--badge', 'NINA02', '--why', 'Lost the first');
      expect(await lineOf('people', 'nina')).toContain('NINA02\tdock\tsite-2');
      await run('people', 'leave', 'nina', '--why', 'Works elsewhere');
      expect(await lineOf('people', 'nina')).toContain('\tleft');
      expect(await run('people', 'keys', 'nina')).toContain('left');
      await run('people', 'back', 'nina', '--why', 'Is here again');
      expect(await lineOf('people', 'nina')).toContain('joined at 0');
    });

    test('is told in words why not', async () => {
      const refused = async (...words: readonly string[]) =>
        run('people', ...words).then(
          () => 'done',
          (error: Error) => error.message,
        );
      expect(await refused('add', '--id', 'dora', ...nina)).toContain('somebody of this id');
      expect(await refused('add', ...nina.with(3, 'SARA01'))).toContain('Sara’s badge');
      expect(await refused('add', ...nina.with(7, 'nowhere'))).toContain('no site nowhere');
      expect(await refused('add', ...nina.with(5, 'captain'))).toContain('missing: roles');
      expect(await refused('badge', 'dora', '--badge', 'SARA01', '--why', 'x')).toContain('badge');
      expect(await refused('badge', 'dora', '--badge', 'DORA02')).toContain('missing: reason');
      expect(await refused('dismiss', 'dora')).toContain('There is no “dismiss”');
    });

    test('sees each station: when it was heard, its version and what it had not sent', async () => {
      const { central, keys } = ground();
      const code = await run('stations', 'code', 'site-1');
      const enrolled = await callCentral(central.url, null, 'POST', '/central/enrol', {
        code,
        stationName: 'Bench 7',
      });
      const { stationId, token, fingerprint } = enrolled.body as Record<string, string>;
      expect(await lineOf('stations', stationId ?? '')).toContain('never heard\tunsent unknown');
      const asks = provingFetch(
        fetch,
        newStationKey(),
        () => Date.now() + clock.aheadMs,
        () => null,
        () => `1.2.3 42 ${Date.now() + clock.aheadMs - 90_000}`,
      );
      await asks(`${central.url}/central/people`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const line = await lineOf('stations', stationId ?? '');
      expect(line).toContain(`42 unsent\t1.2.3\t${fingerprint}\t`);
      expect(line).toMatch(/\tclock -9\d s$/);
      expect(await lineOf('stations', (await aStation(central, keys)).id)).toContain(
        'version unknown',
      );
      await run('stations', 'revoke', stationId ?? '', '--why', 'Sold');
      expect(await lineOf('stations', stationId ?? '')).toContain('\trevoked ');
    });

    test('names administrators, whose token alone is written to standard output', async () => {
      const { url } = ground().central;
      const token = await run(
        'administrators',
        'name',
        'ada',
        '--name',
        'Ada',
        '--scopes',
        'enrol',
      );
      const codes = '/central/admin/enrolment-codes';
      expect((await callCentral(url, token, 'POST', codes, { siteId: 'site-1' })).status).toBe(200);
      await run('administrators', 'scopes', 'ada', '--scopes', 'read');
      expect(await lineOf('administrators', 'ada')).toContain('Ada\tread\t');
      await run('administrators', 'retire', 'ada', '--why', 'Left');
      expect(await lineOf('administrators', 'ada')).toContain('retired ');
    });
  },
  { now: () => new Date(Date.now() + clock.aheadMs) },
);
