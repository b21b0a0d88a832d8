import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeMeta } from '../../../central/database/metaRows.ts';
import { audit } from '../../../central/database/schema.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import type { Command } from '../../../shared/sync/command.ts';
import { aCommandLine, outputOf } from '../../builders/central/commandLine.ts';
import { aReturn } from '../aReturn.ts';
import { aStation, callCentral, type TestStation, verdictsOf } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';

const decision = { by: 'Ada', why: 'The disk of dock 2 is gone' };

const asAdmin = ({ central }: Ground, method: string, at: string, body?: unknown) =>
  callCentral(central.url, central.adminToken, method, at, body);
const stepOver = (ground: Ground, station: TestStation, sequence: number) =>
  asAdmin(ground, 'POST', `/central/admin/stations/${station.id}/step-over`, {
    sequence,
    ...decision,
  });
async function gapsOf(ground: Ground, station: TestStation) {
  const answer = await asAdmin(ground, 'GET', centralApi.gaps.path);
  const { gaps } = centralApi.gaps.response.parse(answer.body);
  return gaps.filter(({ stationId }) => stationId === station.id);
}

/** Two returns of a station that lost its third record; only the first return rests on it. */
async function lostFinding(ground: Ground) {
  const station = await aStation(ground.central, ground.keys);
  const hurt = aReturn(ground.nextCase());
  const other = aReturn(ground.nextCase());
  const sealed = [...hurt.inspected, hurt.approval, other.arrival].map((f) => station.seal(f));
  const lost = sealed[2] as Command;
  const rest = sealed.filter((command) => command !== lost);
  expect(await station.push(rest)).toMatchObject({ expectedSequence: 3 });
  return { station, lost, behind: rest.slice(2) };
}

onEachDatabase('Records missing in a chain', (ground) => {
  const commandLine = aCommandLine();
  test('hold up what is behind them until somebody decides not to wait; then it goes on, and who decided is kept', async () => {
    const { station, behind } = await lostFinding(ground());
    expect(await station.push(behind)).toMatchObject({ results: [], expectedSequence: 3 });
    expect(await gapsOf(ground(), station)).toMatchObject([{ from: 3, through: 3 }]);

    const answer = await stepOver(ground(), station, 3);
    expect(answer).toMatchObject({ status: 200, body: { from: 3, through: 3, by: 'Ada' } });
    expect(await gapsOf(ground(), station)).toEqual([]);
    const pushed = await station.push(behind);
    expect(pushed.expectedSequence).toBeNull();
    // What rests on the lost finding has lost its ground; the other return has not.
    expect(verdictsOf(pushed)).toEqual([
      'refused unknownFact',
      'refused unknownVerdict',
      'applied',
    ]);
    const next = aReturn(ground().nextCase());
    expect(verdictsOf(await station.record(next.arrival, next.count))).toEqual([
      'applied',
      'applied',
    ]);
    const { rows } = ground().central.database;
    const kept = await rows.select().from(audit).where(eq(audit.object, station.id));
    expect(kept.at(-1)).toMatchObject({
      actor: 'admin: Ada',
      verb: 'step over',
      detail: { from: 3, through: 3, why: decision.why },
    });
  });

  test('once stepped over are refused for ever, with who decided and when', async () => {
    const { station, lost, behind } = await lostFinding(ground());
    await stepOver(ground(), station, 3);
    for (const commands of [[lost], [lost, ...behind], [lost]]) {
      const [first] = (await station.push(commands)).results;
      expect(first).toMatchObject({
        kind: 'refused',
        id: lost.fact.id,
        refusal: { code: 'steppedOver', by: 'Ada' },
      });
    }
    expect((await station.pullAll()).map(({ id }) => id)).not.toContain(lost.fact.id);
  });

  test('are stepped over only where something waits behind them, and no further than to that', async () => {
    const station = await aStation(ground().central, ground().keys);
    const { arrival, count, finding, inspection, approval } = aReturn(ground().nextCase());
    const sealed = [arrival, count, finding, inspection, approval].map((f) => station.seal(f));
    await station.push(sealed.slice(0, 1));
    expect(await stepOver(ground(), station, 2)).toMatchObject({
      status: 400,
      body: { code: 'badRequest', message: 'Nothing was offered behind this number' },
    });
    await station.push(sealed.slice(4));
    await station.push(sealed.slice(3));
    expect(await gapsOf(ground(), station)).toMatchObject([{ from: 2, through: 3 }]);
    expect(await stepOver(ground(), station, 3)).toMatchObject({
      status: 400,
      body: { message: 'The next number is 2' },
    });
    // A second copy of the journal turns up in time.
    expect(verdictsOf(await station.push(sealed.slice(1, 2)))).toEqual(['applied']);
    expect(await gapsOf(ground(), station)).toEqual([]);
    await station.push(sealed.slice(3));
    const first = await stepOver(ground(), station, 3);
    expect(first).toMatchObject({ status: 200, body: { from: 3, through: 3 } });
    expect((await stepOver(ground(), station, 3)).body).toEqual(first.body);
  });

  test('take nothing down with them while a restored central may still hear of it from others', async () => {
    const { rows } = ground().central.database;
    const { station, behind } = await lostFinding(ground());
    await writeMeta(rows, 'restoredAt', new Date().toISOString());
    await stepOver(ground(), station, 3);
    expect(verdictsOf(await station.push(behind))).toEqual(['deferred', 'deferred', 'applied']);
    await writeMeta(rows, 'restoredAt', '2026-01-01T00:00:00.000Z');
    expect(verdictsOf(await station.push(behind.slice(0, 2)))).toEqual([
      'refused unknownFact',
      'refused unknownVerdict',
    ]);
  });

  test('are listed and stepped over on the command line', async () => {
    const { station } = await lostFinding(ground());
    const run = async (...words: string[]) =>
      outputOf(await commandLine(ground().central, 'stepOver', ...words));
    expect(await run()).toContain(`${station.id}\tDock 1\t3 to 3\tsince `);
    const words = ['--station', station.id, '--number', '3', '--by', 'Ada'];
    await expect(run(...words)).rejects.toThrow('--why TEXT');
    expect(await run(...words, '--why', decision.why)).toContain('waits no longer');
    expect(await run()).not.toContain(station.id);
  });
});
