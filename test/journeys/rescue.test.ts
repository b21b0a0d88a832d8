import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { skipGap } from '../../central/commands/gapRows.ts';
import { commands, facts, photos, refunds } from '../../central/database/schema.ts';
import { rescueTool } from '../../electron/main/rescue/rescueTool.ts';
import { decideVerdict } from '../../renderer/actions/decideVerdict.ts';
import { caseView } from '../../renderer/queries/oneCase/oneCase.ts';
import type { CaseId } from '../../shared/ids.ts';
import { accepted, refusedWith } from '../builders/cases/accepted.ts';
import type { Station } from '../builders/station/station.ts';
import { until } from '../builders/station/until.ts';
import { spoilLine } from '../electron/rescue/aStationFolder.ts';
import { temporaryFolder } from '../electron/temporaryFolder.ts';
import { aStation, centralOfThisFile, now } from './aCentral.ts';
import { approve, inspect, receive, refundAll } from './aReturnAtWork.ts';

const { central, aCase } = centralOfThisFile(12);

const aFile = async () => path.join(await temporaryFolder(), 'dock.quayside-rescue');

/** Days offline: a case received, inspected with a photo and approved. */
async function offlineWork(station: Station, of: CaseId) {
  station.goOffline();
  const made = await inspect(station, of);
  accepted(await approve(await station.signIn('SARA01'), made));
  return made;
}

async function bring(station: Station, code: string, partly = false) {
  await station.signIn('SARA01');
  accepted(await station.abilities.desktop.chooseRescueFile({}));
  return await station.abilities.desktop.importRescue({ code, partly });
}

async function handedIn(station: Station) {
  const { stations } = await station.abilities.desktop.rescueStatus({});
  return stations[0];
}

async function untilHandedIn(station: Station) {
  await until('everything brought is handed in', async () => {
    const found = await handedIn(station);
    return found?.commands.waiting === 0 && found.photos.waiting === 0;
  });
}

/** All central knows of a station's work and of a case, to be compared before and after. */
async function atCentral(stationId: string, of: CaseId) {
  const { rows } = central().database;
  return {
    commands: await rows
      .select({ id: commands.id, sequence: commands.sequence, status: commands.status })
      .from(commands)
      .where(eq(commands.stationId, stationId))
      .orderBy(commands.sequence),
    facts: await rows.select({ id: facts.id }).from(facts).where(eq(facts.caseId, of)),
    refunds: await rows.select().from(refunds).where(eq(refunds.caseId, of)),
  };
}

describe('Unsent work of a station that is gone', () => {
  test('reaches central once through another station, and once still when the station comes back', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const lost = await aStation(central(), { rescueFile: file });
    const made = await offlineWork(lost, theCase);
    const { desktop } = lost.abilities;
    const exported = accepted(await desktop.exportUnsent({ photos: [made.photo.sha256] }));
    expect(exported).toMatchObject({ commands: 6, photos: 1, leftOut: 0 });
    expect(exported.fileName).toBe('dock.quayside-rescue');

    const helper = await aStation(central(), { rescueFile: file });
    const imported = accepted(await bring(helper, exported.code));
    expect(imported).toMatchObject({ commands: 6, newCommands: 6, photos: 1, newPhotos: 1 });
    await untilHandedIn(helper);
    expect(await handedIn(helper)).toMatchObject({
      stationId: lost.enrolment.stationId,
      importedBy: 'Sara',
      commands: { all: 6, accepted: 6, refused: 0, waiting: 0 },
      photos: { all: 1, accepted: 1, waiting: 0 },
      missing: null,
    });
    await until('the refund is started', async () => {
      const view = await caseView(helper.db, theCase, now());
      return view?.file.state === 'refundStarted';
    });
    const before = await atCentral(lost.enrolment.stationId, theCase);
    expect(before.commands.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(before.refunds).toHaveLength(1);
    const verified = central().database.rows.select().from(photos);
    expect(await verified.where(inArray(photos.sha256, [made.photo.sha256]))).toHaveLength(1);

    expect(accepted(await bring(helper, exported.code))).toMatchObject({
      commands: 6,
      newCommands: 0,
      newPhotos: 0,
    });
    lost.goOnline();
    await lost.quiet();
    await untilHandedIn(helper);
    expect(await atCentral(lost.enrolment.stationId, theCase)).toEqual(before);
    const own = await lost.db.facts.where('envelope.sequence').above(0).toArray();
    expect(own.map(({ acceptance }) => acceptance)).toEqual(Array(6).fill('accepted'));

    // The station goes on where its chain ended, on its own.
    await receive(await lost.signIn('DORA01'), aCase());
    await lost.quiet();
    const after = await atCentral(lost.enrolment.stationId, theCase);
    expect(after.commands.map(({ status }) => status)).toEqual(Array(7).fill('applied'));
  });

  test('reaches central once when both send it at the same time', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const lost = await aStation(central(), { rescueFile: file });
    const made = await offlineWork(lost, theCase);
    const { code } = accepted(
      await lost.abilities.desktop.exportUnsent({ photos: [made.photo.sha256] }),
    );
    const helper = await aStation(central(), { rescueFile: file });
    lost.goOnline();
    accepted(await bring(helper, code));
    await Promise.all([untilHandedIn(helper), lost.quiet()]);
    const found = await atCentral(lost.enrolment.stationId, theCase);
    expect(found.commands.map(({ sequence, status }) => `${sequence} ${status}`)).toEqual(
      [1, 2, 3, 4, 5, 6].map((sequence) => `${sequence} applied`),
    );
    expect(found.facts).toHaveLength(6);
    expect(found.refunds).toHaveLength(1);
  });

  test('taken by the tool from its folder waits offline, outlives a restart, and then goes', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const lost = await aStation(central());
    await offlineWork(lost, theCase);
    const said: string[] = [];
    const ending = await rescueTool(['--from', lost.folder, '--to', file, '--even-if-open'], {
      say: (line) => said.push(line),
      complain: (line) => said.push(line),
    });
    expect(ending).toBe(0);
    const code = said.find((line) => line.startsWith('Code: '))?.slice(6) ?? '';

    const offline = await aStation(central(), { rescueFile: file });
    offline.goOffline();
    expect(accepted(await bring(offline, code))).toMatchObject({ newCommands: 6, newPhotos: 1 });
    const helper = await offline.restart({ databaseWiped: true });
    expect(await handedIn(helper)).toMatchObject({
      commands: { all: 6, waiting: 6 },
      photos: { all: 1, waiting: 1 },
    });
    helper.goOnline();
    await untilHandedIn(helper);
    const found = await atCentral(lost.enrolment.stationId, theCase);
    expect(found.commands).toHaveLength(6);
    expect(found.refunds).toHaveLength(1);
  });

  test('with a damaged record goes as far as central can take it, says which one is missing, and goes on when that comes', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const lost = await aStation(central(), { rescueFile: file });
    const made = await offlineWork(lost, theCase);
    const broken = path.join(await temporaryFolder(), 'copy');
    await cp(lost.folder, broken, { recursive: true });
    await spoilLine(path.join(broken, 'journal/00000001.log'), 3);
    const said: string[] = [];
    const voice = {
      say: (line: string) => said.push(line),
      complain: (line: string) => said.push(line),
    };
    expect(await rescueTool(['--from', broken, '--to', file, '--even-if-open'], voice)).toBe(1);
    expect(said).toContain('Cannot be read: 00000001.log:3');
    const code = said.find((line) => line.startsWith('Code: '))?.slice(6) ?? '';

    const helper = await aStation(central(), { rescueFile: file });
    expect(accepted(await bring(helper, code))).toMatchObject({ newCommands: 5, newPhotos: 1 });
    await until('central says what it waits for', async () => {
      return (await handedIn(helper))?.missing === 3;
    });
    expect(await handedIn(helper)).toMatchObject({
      commands: { all: 5, accepted: 2, waiting: 3 },
      photos: { accepted: 1 },
    });

    const whole = await lost.abilities.desktop.exportUnsent({ photos: [made.photo.sha256] });
    expect(accepted(await bring(helper, accepted(whole).code))).toMatchObject({ newCommands: 1 });
    await untilHandedIn(helper);
    expect(await handedIn(helper)).toMatchObject({
      commands: { all: 6, accepted: 6 },
      missing: null,
    });
    expect((await atCentral(lost.enrolment.stationId, theCase)).refunds).toHaveLength(1);
  });

  test('behind a record nobody can bring goes on once the office decides not to wait for it', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const lost = await aStation(central(), { rescueFile: file });
    await offlineWork(lost, theCase);
    await receive(await lost.signIn('DORA01'), aCase());
    const broken = path.join(await temporaryFolder(), 'copy');
    await cp(lost.folder, broken, { recursive: true });
    // The count: the finding, the inspection and the approval rest on it.
    await spoilLine(path.join(broken, 'journal/00000001.log'), 2);
    const said: string[] = [];
    const voice = {
      say: (line: string) => said.push(line),
      complain: (line: string) => said.push(line),
    };
    await rescueTool(['--from', broken, '--to', file, '--even-if-open'], voice);
    const code = said.find((line) => line.startsWith('Code: '))?.slice(6) ?? '';
    const helper = await aStation(central(), { rescueFile: file });
    accepted(await bring(helper, code));
    await until('central says what it waits for', async () => {
      return (await handedIn(helper))?.missing === 2;
    });

    const { stationId } = lost.enrolment;
    const decision = { stationId, sequence: 2, by: 'Ada', why: 'The disk is gone' };
    const { database } = central();
    accepted(await database.write((rows) => skipGap(rows, decision, new Date(now()))));
    // As it would by itself within a minute.
    accepted(await bring(helper, code));
    await untilHandedIn(helper);
    const found = await handedIn(helper);
    expect(found).toMatchObject({ missing: null, commands: { all: 6, waiting: 0 } });
    expect(found?.refusals.map(({ kind, refusal }) => `${kind} ${refusal?.code}`)).toEqual([
      'photoTaken unknownUnitGroup',
      'finding unknownUnitGroup',
      'inspectionFinished unknownFact',
      'verdictDecided unknownVerdict',
    ]);

    // The station that seemed dead sends after all: what was stepped over stays refused.
    lost.goOnline();
    await lost.quiet();
    const refused = await lost.db.refused.toArray();
    expect(refused.map(({ why }) => (why.kind === 'refused' ? why.refusal.code : null))).toContain(
      'steppedOver',
    );
    await receive(await lost.signIn('DORA01'), aCase());
    await lost.quiet();
    const after = await atCentral(stationId, theCase);
    expect(after.commands).toContainEqual(
      expect.objectContaining({ sequence: 8, status: 'applied' }),
    );
  });

  test('that central refuses is shown, with the reason, where it was brought', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const helper = await aStation(central(), { rescueFile: file });
    const made = await inspect(helper, theCase);
    await helper.quiet();
    const lost = await aStation(central(), { rescueFile: file });
    lost.goOffline();
    accepted(await approve(await lost.signIn('SARA01'), made));
    const { code } = accepted(await lost.abilities.desktop.exportUnsent({ photos: [] }));
    const decline = { ...refundAll(made.units, made.inspection), decision: 'decline' } as const;
    accepted(await decideVerdict(await helper.signIn('OLGA01'), { ...decline, reason: 'as seen' }));
    await helper.quiet();

    accepted(await bring(helper, code));
    await untilHandedIn(helper);
    expect(await handedIn(helper)).toMatchObject({
      commands: { all: 1, accepted: 0, refused: 1 },
      refusals: [{ kind: 'verdictDecided', caseId: theCase, refusal: { code: 'alreadyDecided' } }],
    });
  });

  test('is taken in by a supervisor of the same site with the right code, and by nobody else', async () => {
    const [file, theCase] = [await aFile(), aCase()];
    const lost = await aStation(central(), { rescueFile: file });
    await offlineWork(lost, theCase);
    const { desktop } = lost.abilities;
    const { code } = accepted(await desktop.exportUnsent({ photos: null }));
    await desktop.signOut({});
    expect(refusedWith(await desktop.exportUnsent({ photos: null })).code).toBe('notSignedIn');

    const other = await aStation(central(), { rescueFile: file, siteId: 'site-2' });
    await other.signIn('OTTO01');
    expect(refusedWith(await other.abilities.desktop.chooseRescueFile({}))).toEqual({
      code: 'rescueOfOtherSite',
      site: lost.enrolment.siteName,
    });

    const helper = await aStation(central(), { rescueFile: file, offline: true });
    const ask = helper.abilities.desktop;
    expect(refusedWith(await ask.chooseRescueFile({})).code).toBe('needsSupervisor');
    await helper.signIn('IVAN01');
    expect(refusedWith(await ask.chooseRescueFile({})).code).toBe('needsSupervisor');
    expect(refusedWith(await ask.importRescue({ code, partly: false })).code).toBe(
      'needsSupervisor',
    );
    await helper.signIn('SARA01');
    expect(refusedWith(await ask.importRescue({ code, partly: false })).code).toBe('noFileChosen');
    expect(refusedWith(await bring(helper, '0000-0000-0000-0000')).code).toBe('wrongCode');

    // The stick was pulled too early: nothing is taken, unless what can be read is asked for.
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, whole.length - 100_000));
    expect(refusedWith(await bring(helper, code))).toEqual({
      code: 'damagedFile',
      commands: 6,
      photos: 0,
    });
    expect((await ask.rescueStatus({})).stations).toEqual([]);
    expect(accepted(await bring(helper, code, true))).toMatchObject({ newCommands: 6, photos: 0 });
    await writeFile(file, whole);
    expect(accepted(await bring(helper, code))).toMatchObject({ newCommands: 0, newPhotos: 1 });
    await writeFile(file, 'something else');
    expect(refusedWith(await ask.chooseRescueFile({})).code).toBe('notRescueFile');
  });
});
