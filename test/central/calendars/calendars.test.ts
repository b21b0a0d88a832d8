import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { calendarsToRenew } from '../../../central/calendars/calendarsToRenew.ts';
import { audit } from '../../../central/database/schema.ts';
import { putDocument } from '../../../central/documents/documentRows.ts';
import { refundsOfCases } from '../../../central/refunds/refundRows.ts';
import type { Answer } from '../../../shared/facts/decisionFacts.ts';
import type { SiteCalendar } from '../../../shared/facts/documents.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { aCalendar } from '../../builders/cases/aCalendar.ts';
import { aCommandLine, outputOf } from '../../builders/central/commandLine.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, callCentral, verdictsOf } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';

const who = { by: 'Ada', why: 'A new site' };

const asAdmin = ({ central }: Ground, method: string, at: string, body?: unknown) =>
  callCentral(central.url, central.adminToken, method, at, body);
const give = (ground: Ground, key: string, wish: object) =>
  asAdmin(ground, 'POST', `/central/admin/calendars/${encodeURIComponent(key)}`, {
    ...who,
    ...wish,
  });
const given = async (ground: Ground, key: string, wish: object) =>
  centralApi.giveCalendar.response.parse((await give(ground, key, wish)).body);

onEachDatabase('The calendar of a site', (ground) => {
  const commandLine = aCommandLine();
  test('is given by an administrator, travels to the stations, and who gave it is kept', async () => {
    const { calendar, saved } = await given(ground(), 'site-2', { country: 'CA', region: 'ON' });
    expect([saved, calendar.version]).toEqual([true, 1]);
    const station = await aStation(ground().central, ground().keys);
    const pulled = centralApi.pull.response.parse(
      (await station.call('GET', '/central/changes')).body,
    );
    expect(
      pulled.changes.find(({ collection, id }) => collection === 'calendars' && id === 'site-2'),
    ).toMatchObject({ body: { version: 1, seed: { country: 'CA', region: 'ON' } } });
    const [kept] = await ground()
      .central.database.rows.select()
      .from(audit)
      .where(eq(audit.object, 'site-2'));
    expect(kept).toMatchObject({
      actor: 'admin: Ada',
      verb: 'give calendar',
      detail: { version: 1, why: 'A new site' },
    });
  });

  test('can be looked at before it is given, and a year at a time after it', async () => {
    const wish = { closures: [{ date: '2027-07-02', name: 'Bridge day' }] };
    const shown = await given(ground(), 'site-2', { ...wish, dryRun: true });
    expect([shown.saved, shown.changed]).toEqual([false, [{ date: '2027-07-02', was: 'working' }]]);
    await given(ground(), 'site-2', wish);
    const year = centralApi.calendarYear.response.parse(
      (await asAdmin(ground(), 'GET', '/central/admin/calendars/site-2/years/2027')).body,
    );
    expect(year.version).toBe(2);
    expect(year.days.filter(({ date }) => date.startsWith('2027-07'))).toEqual([
      { date: '2027-07-01', kind: 'holiday', name: 'Canada Day' },
      { date: '2027-07-02', kind: 'closure', name: 'Bridge day' },
    ]);
    expect(year.workingDays[6]).toBe(20);
  });

  test('of a country or region without a site is a calendar like any other', async () => {
    const { calendar } = await given(ground(), 'country:DE-BY', {});
    expect([calendar.siteId, calendar.seed]).toEqual([
      'country:DE-BY',
      { country: 'DE', region: 'BY' },
    ]);
    expect((await give(ground(), 'country:DE-BY', { country: 'FR' })).status).toBe(400);
    const { body } = await asAdmin(ground(), 'GET', '/central/admin/calendars');
    const { calendars } = centralApi.calendars.response.parse(body);
    expect(calendars.map(({ key, seed }) => [key, seed])).toContainEqual([
      'country:DE-BY',
      'DE-BY',
    ]);
  });

  test('is refused in words where nobody has collected the holidays', async () => {
    const answer = await give(ground(), 'country:KW', {});
    expect(answer).toMatchObject({ status: 400, body: { code: 'badRequest', field: 'country' } });
    expect(answer.body).toHaveProperty('message', expect.stringContaining('Kuwait (KW)'));
    expect((await give(ground(), 'site-9', { country: 'DE' })).status).toBe(404);
  });

  test('that ends within 90 days, or is missing, warns in health and metrics', async () => {
    const { central } = ground();
    const { rows } = central.database;
    // site-1 until the end of 2030, site-2 and Bavaria until two years from now.
    expect(await calendarsToRenew(rows, new Date('2027-01-10T12:00:00Z'))).toEqual([]);
    expect(await calendarsToRenew(rows, new Date('2030-10-03T12:00:00Z'))).toContainEqual({
      key: 'site-1',
      validUntil: '2030-12-31',
      daysLeft: 89,
    });
    const health = centralApi.health.response.parse(
      (await callCentral(central.url, null, 'GET', '/central/health')).body,
    );
    expect([health.status, health.calendarsToRenew]).toEqual(['ok', 0]);
    const metrics = await fetch(new URL('/central/metrics', central.url), {
      headers: { authorization: `Bearer ${central.adminToken}` },
    });
    expect(await metrics.text()).toMatch(/quayside_calendar_days_left\{calendar="site-1"\} \d+/);
  });

  test('that nobody renewed keeps no case from being decided and paid', async () => {
    const { database, refunds } = ground().central;
    const station = await aStation(ground().central, ground().keys);
    const approved = async (body: SiteCalendar, answers: readonly Answer[] = []) => {
      await database.write((rows) => putDocument(rows, { collection: 'calendars', body }));
      const one = aReturn(ground().nextCase());
      const approval = { ...one.approval, answers: [...answers] };
      expect(verdictsOf(await station.record(...one.inspected, approval))).toEqual(
        Array.from({ length: one.inspected.length + 1 }, () => 'applied'),
      );
      await refunds.idle();
      const id = one.approval.caseId;
      return (await refundsOfCases(database.rows, [id])).get(id)?.[0];
    };
    const ended = aCalendar({ validUntil: '2026-11-20' });
    expect(await approved(ended)).toMatchObject({ amount: 125_000, dueOn: null });
    // It does not reach the client's receipt either: whether the client was in time is answered.
    const early = aCalendar({ validFrom: '2026-11-25' });
    const inTime = { question: 'noReturnPeriod', answer: 'treatAsInTime', reason: 'By telephone' };
    expect(await approved(early, [{ ...inTime, unitGroupId: null }])).toMatchObject({
      amount: 125_000,
      dueOn: null,
    });
    expect(await approved(aCalendar())).toMatchObject({ amount: 125_000, dueOn: '2026-11-27' });
  });

  test('is given, renewed and listed by the command', async () => {
    const run = async (...words: string[]) =>
      outputOf(await commandLine(ground().central, 'calendar', ...words));
    const wish = ['--of', 'country:AU-QLD', '--closure', '2027-03-01 Moving house'];
    const made = await run(...wish, '--by', 'Ada', '--why', 'Clients in Brisbane');
    expect(made).toMatch(/country:AU-QLD: version 1, \d{4}-01-01 to \d{4}-12-31/);
    const year = await run('--of', 'country:AU-QLD', '--year', '2027');
    expect(year).toContain('2027-03-01\tclosure\tMoving house');
    expect(year).not.toContain('2027-12-24');
    expect(await run()).toContain('country:AU-QLD');
    await expect(run('--of', 'country:QA', '--by', 'Ada', '--why', 'x')).rejects.toThrow(
      'Qatar (QA)',
    );
  });
});
