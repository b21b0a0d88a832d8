import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { sqlState } from '../../../central/database/ask.ts';
import { startEpoch } from '../../../central/database/metaRows.ts';
import { silent } from '../../../central/log.ts';
import { openDiskPhotos } from '../../../central/photos/diskPhotos.ts';
import { forgetLostPhotos } from '../../../central/uploads/forgetLostPhotos.ts';
import type { Refund } from '../../../shared/facts/documents.ts';
import { aPolicy } from '../../builders/cases/aPolicy.ts';
import { aDefect } from '../../builders/cases/recordedFacts.ts';
import { aStation, asAdminOf, type TestStation, verdictsOf } from '../aStation.ts';
import { aStory, type Story } from '../aStory.ts';
import { onEachDatabase } from '../onEachDatabase.ts';
import { refundRow } from '../refunds/refundRow.ts';
import { aJpeg, uploadPhoto } from '../uploadPhoto.ts';

onEachDatabase('A refund and its photos', (ground) => {
  let station: TestStation;
  beforeAll(async () => {
    const { central, keys } = ground();
    station = await aStation(central, keys);
    const policy = aPolicy({
      evidence: [{ reason: 'defective', severity: null, shots: ['defectCloseUp', 'wholeItem'] }],
    });
    await central.seed.putDocuments([{ collection: 'policyVersions', body: policy }]);
  });

  /** Ten pumps with these photos as close-ups and one whole item, approved. */
  async function approvedWith(closeUps: readonly string[], whole: string) {
    const number = ground().nextCase();
    const story = aStory(number);
    story.arrive();
    story.count('ten', 10);
    for (const sha256 of closeUps) story.photograph('ten', sha256);
    const { id } = story.photograph('ten', whole);
    const facts = story.facts.map((f) =>
      f.id === id && f.kind === 'photoTaken' ? { ...f, shot: 'wholeItem' as const } : f,
    );
    story.find('ten', 10, { observation: aDefect() });
    story.finish();
    const answers = verdictsOf(await station.record(...facts, ...story.facts.slice(facts.length)));
    expect(new Set(answers)).toEqual(new Set(['applied']));
    return { number, story };
  }
  async function approve(story: Story): Promise<string> {
    story.decide('sara', [{ group: 'ten' }]);
    return verdictsOf(await station.record(...story.facts.slice(-1)))[0] ?? '';
  }
  async function refundIn(number: number): Promise<Refund | undefined> {
    await ground().central.refunds.idle();
    const found = (await station.pullAll()).flatMap((change) =>
      change.collection === 'refunds' && change.body?.caseId === `case-${number}`
        ? [change.body]
        : [],
    );
    return found.at(-1);
  }
  const upload = ({ bytes, sha256 }: ReturnType<typeof aJpeg>, as = sha256) =>
    uploadPhoto(ground().central.url, station, bytes, as);
  async function metric(name: string): Promise<number> {
    const answer = await fetch(
      `${ground().central.url}/central/metrics`,
      asAdminOf(ground().central),
    );
    const line = (await answer.text()).split('\n').find((l) => l.startsWith(`${name} `));
    return Number(line?.split(' ')[1]);
  }
  const pageText = async () => {
    const html = await (
      await fetch(`${ground().central.url}/central/register`, asAdminOf(ground().central))
    ).text();
    return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };

  test('a claimed hash whose bytes never come frees no money, and everybody sees what it waits for', async () => {
    const [one, two, whole] = [aJpeg(), aJpeg(), aJpeg()];
    const { number, story } = await approvedWith([one.sha256, two.sha256], whole.sha256);
    expect(await approve(story)).toBe('applied');
    const lists = [[one.sha256, two.sha256].toSorted(), [whole.sha256]];
    const waiting = await refundIn(number);
    expect(waiting).toMatchObject({ state: 'due', startedAt: null });
    expect(new Set(waiting?.waitsForPhotos)).toEqual(new Set(lists));
    expect(await metric('quayside_refunds_waiting_for_photos')).toBe(1);
    expect(await metric('quayside_photos_refunds_wait_for')).toBe(2);
    expect(await pageText()).toContain('due · waits for 2 photos');

    // Other bytes under the hash that was claimed are not the photo.
    expect(await upload(aJpeg(), whole.sha256)).toBe(460);
    expect(await refundIn(number)).toMatchObject({ state: 'due' });

    expect(await upload(two)).toBe(204);
    expect(await refundIn(number)).toMatchObject({
      state: 'due',
      waitsForPhotos: [[whole.sha256]],
    });
    expect(await pageText()).toContain('due · waits for 1 photo');
    expect(await upload(whole)).toBe(204);
    const paid = await refundIn(number);
    expect(paid).toMatchObject({ state: 'instructed', amount: 125_000 });
    expect(paid?.waitsForPhotos).toBeUndefined();
    expect(await metric('quayside_refunds_waiting_for_photos')).toBe(0);
  });

  test('one picture given as two of them frees no money', async () => {
    const one = aJpeg();
    const { number, story } = await approvedWith([one.sha256], one.sha256);
    expect(await upload(one)).toBe(204);
    expect(await approve(story)).toBe('refused evidenceMissing');
    expect(await refundIn(number)).toBeUndefined();
  });

  test('photos that came before the approval are not waited for', async () => {
    const [one, whole] = [aJpeg(), aJpeg()];
    const { number, story } = await approvedWith([one.sha256], whole.sha256);
    for (const photo of [one, whole]) expect(await upload(photo)).toBe(204);
    expect(await approve(story)).toBe('applied');
    const refund = await refundIn(number);
    expect(refund).toMatchObject({ state: 'instructed' });
    expect(refund?.waitsForPhotos).toBeUndefined();
  });

  test('a photo stored while its refund is approved is seen all the same', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const [one, whole] = [aJpeg(), aJpeg()];
      const { number, story } = await approvedWith([one.sha256], whole.sha256);
      await Promise.all([approve(story), upload(one), upload(whole)]);
      expect(await refundIn(number)).toMatchObject({ state: 'instructed' });
    }
  });

  test('what it waits for is not struck out by hand, and it goes out no sooner', async () => {
    const [one, whole] = [aJpeg(), aJpeg()];
    const { story } = await approvedWith([one.sha256], whole.sha256);
    await approve(story);
    const id = story.facts.findLast((f) => f.kind === 'inspectionFinished')?.verdictId ?? '';
    const byHand = (statement: SQL) =>
      ground()
        .central.database.write((rows) => rows.execute(statement))
        .then(() => 'done', sqlState);
    for (const statement of [
      sql`update refunds set waits_for_photos = '[]' where id = ${id}`,
      sql`update refunds set waits_for_photos = ${JSON.stringify([[whole.sha256]])}::jsonb where id = ${id}`,
      sql`update refunds set state = 'instructed', port = 'register', started_at = now() where id = ${id}`,
    ])
      expect(await byHand(statement)).toBe('23001');
  });

  test('a photo taken back shows nothing any more, whoever signs the verdict before it', async () => {
    const [one, whole] = [aJpeg(), aJpeg()];
    const { story } = await approvedWith([one.sha256], whole.sha256);
    const photo = story.facts.find((f) => f.kind === 'photoTaken');
    if (photo) story.undo(photo);
    expect(verdictsOf(await station.record(...story.facts.slice(-1)))).toEqual(['applied']);
    expect(await approve(story)).toBe('refused evidenceMissing');
  });

  test('a photo that is lost before its refund went out is waited for again', async () => {
    const [one, whole] = [aJpeg(), aJpeg()];
    const { number, story } = await approvedWith([one.sha256], whole.sha256);
    await approve(story);
    expect(await upload(one)).toBe(204);
    expect((await refundIn(number))?.waitsForPhotos).toEqual([[whole.sha256]]);
    const { database } = ground().central;
    const [store, id] = [
      await mkdtemp(path.join(os.tmpdir(), 'no-photos-')),
      `s${number}-verdict-1`,
    ];
    await database.write((rows) => startEpoch(rows, new Date()));
    await forgetLostPhotos({ database, store: await openDiskPhotos(store), log: silent });
    await rm(store, { recursive: true });
    const row = await refundRow(database.rows, id);
    expect(row).toMatchObject({ state: 'due' });
    expect(new Set(row?.waitsForPhotos)).toEqual(new Set([[one.sha256], [whole.sha256]]));
  });
});
