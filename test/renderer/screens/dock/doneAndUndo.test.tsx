import { describe, expect, test, vi } from 'vitest';
import { finishInspection } from '../../../../renderer/actions/finishInspection.ts';
import { holdCase } from '../../../../renderer/actions/holdCase.ts';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import { releaseCase } from '../../../../renderer/actions/releaseCase.ts';
import { blindParcels } from '../../../../renderer/queries/lists/blindParcels.ts';
import { StorageTrouble } from '../../../../renderer/storage/watchdog.ts';
import { aCase, aReturnLine } from '../../../builders/cases/aCase.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { aDefect } from '../../../builders/cases/recordedFacts.ts';
import { ivan } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
import { aDock, label, soon } from './aDock.tsx';
import { file, papers, pump, recorded, says } from './atTheDock.ts';

describe('DONE and MISSING', () => {
  const two = aCase({
    trackingNumbers: [label],
    lines: [aReturnLine({ requestedQuantity: 8, approvedQuantity: 8 })],
  });
  test('DONE compares: what is short is amber first, confirmed by DONE, recorded, and stays expected', async () => {
    const dock = await aDock(papers(two));
    dock.scan(label);
    dock.scan(pump);
    dock.scan('QS-CMD-DONE');
    await says(dock, '7 pieces missing');
    expect(await recorded(dock, 'parcelDone')).toEqual([]);
    dock.scan('QS-CMD-DONE');
    await says(dock, 'Done, with pieces missing');
    expect(await recorded(dock, 'parcelDone')).toMatchObject([
      {
        personId: 'dora',
        missing: [{ returnLineId: 'line-1', quantity: 7 }],
        expectedUntil: '2026-12-02',
      },
    ]);
    await says(dock, '7 still missing');
  });

  test('DONE that is followed by another count asks anew', async () => {
    const dock = await aDock(papers(two));
    for (const scan of [label, pump, 'QS-CMD-DONE', pump, 'QS-CMD-DONE']) dock.scan(scan);
    await says(dock, '6 pieces missing');
    expect(await recorded(dock, 'parcelDone')).toEqual([]);
  });

  test('DONE asks by what the disk takes only now, too', async () => {
    const dock = await aDock(papers(two));
    dock.scan(label);
    await says(dock, '0 of 8');
    vi.spyOn(dock.station.db, 'backendDB').mockImplementationOnce(() => {
      throw new StorageTrouble('stuck', 'no answer');
    });
    dock.scan(pump);
    dock.scan('QS-CMD-DONE');
    await says(dock, '7 pieces missing');
    expect(await recorded(dock, 'parcelDone')).toEqual([]);
    expect(await recorded(dock, 'unitsCounted')).toHaveLength(1);
  });

  test('MISSING notes what did not come; DONE then finishes, and the rest that comes ends the waiting', async () => {
    const dock = await aDock(papers(two));
    for (const scan of [label, pump, 'QS-CMD-MISSING']) dock.scan(scan);
    await says(dock, 'Missing noted');
    expect(await recorded(dock, 'missingNoted')).toMatchObject([{ missing: [{ quantity: 7 }] }]);
    dock.scan('QS-CMD-DONE');
    await says(dock, '7 still missing');
    dock.scan(label);
    await says(dock, 'Here already');
    for (let piece = 2; piece <= 8; piece += 1) dock.scan(pump);
    await says(dock, '8 of 8');
    dock.scan('QS-CMD-DONE');
    await says(dock, 'Nothing is expected');
  });
});

describe('UNDO takes back the last act, whatever it was', () => {
  test('a photo, a look at the door and a count, in this order backwards', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    dock.scan('QS-CMD-DAMAGED');
    await says(dock, 'Condition noted');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Check at the door');
    await says(dock, '1 of 10');
    dock.scan('QS-CMD-UNDO');
    await says(dock, '0 of 10');
    const corrections = await recorded(dock, 'correction');
    const kinds = await Promise.all(
      corrections.map(async (one) => (await dock.station.db.facts.get(one.corrects))?.kind),
    );
    expect(kinds).toEqual(['doorChecked', 'unitsCounted']);
  });

  test('both records of a hazard at once, and the case opened for goods without papers', async () => {
    const dock = await aDock();
    for (const card of ['OK', 'OK', 'OK', 'OK']) dock.scan(`QS-CMD-${card}`);
    await says(dock, 'Case opened');
    dock.scan('QS-CMD-HAZARD');
    await says(dock, 'Stop. Do not handle.');
    for (const card of ['OK', 'UNDO']) dock.scan(`QS-CMD-${card}`);
    await says(dock, 'Check at the door');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Case opened here');
    const [parcel] = await blindParcels(dock.station.db, dock.station.clock.now());
    expect(parcel?.holds).toEqual([]);
  });

  test('a release puts the hold back, and a finding made elsewhere keeps the count before it', async () => {
    const dock = await aDock(undefined, undefined, undefined, ivan);
    dock.scan(label);
    dock.scan(pump);
    await says(dock, '1 of 10');
    const bench = dock.station.as(ivan);
    const theCase = { caseId: caseId('case-1') };
    const held = accepted(
      await holdCase(bench, { ...theCase, reason: 'other', pausesClock: false, note: 'odd' }),
    );
    accepted(await releaseCase(bench, { ...theCase, held, because: 'answered', note: '' }));
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Released');
    expect((await file(dock, 'case-1'))?.holds).toHaveLength(1);
    const [group] = (await file(dock, 'case-1'))?.unitGroups ?? [];
    if (!group) throw new Error('not counted');
    accepted(
      await recordFinding(bench, {
        ...theCase,
        unitGroupId: group.unitGroupId,
        quantity: 1,
        observation: { kind: 'noDefect' },
        measurements: [],
        photoIds: [],
        note: '',
      }),
    );
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Nothing to take back');
    await says(dock, '1 of 10');
  });

  test('an act of the shift before is not taken back by a key', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    await says(dock, '1 of 10');
    dock.station.clock.set('2026-11-19T14:00:00.000Z');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Nothing to take back');
    expect(await recorded(dock, 'correction')).toEqual([]);
  });

  test('a parcel that was done lies open again', async () => {
    const dock = await aDock();
    for (const scan of [label, 'QS-CMD-DONE', 'QS-CMD-UNDO']) dock.scan(scan);
    await expect.poll(dock.text, soon).toContain('0 of 10');
  });

  test('what a verdict rests on is not undone at the dock', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    await says(dock, '1 of 10');
    const bench = dock.station.as(ivan);
    const [group] = (await file(dock, 'case-1'))?.unitGroups ?? [];
    if (!group) throw new Error('not counted');
    await recordFinding(bench, {
      caseId: caseId('case-1'),
      unitGroupId: group.unitGroupId,
      quantity: 1,
      observation: aDefect(),
      measurements: [],
      photoIds: [],
      note: '',
    });
    const inspection = { inspection: 'first', startedAt: null, note: '' } as const;
    await finishInspection(bench, { caseId: caseId('case-1'), ...inspection });
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'A verdict rests on this record');
    expect(await recorded(dock, 'correction')).toEqual([]);
  });

  test('a question nobody has answered is left, and nothing is taken back', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan('NOBODY-KNOWS-1');
    await says(dock, 'Not expected today');
    dock.scan('QS-CMD-UNDO');
    await says(dock, 'Nothing was recorded');
    expect(await dock.kinds()).toEqual(['arrival']);
  });
});

describe('The outside of a parcel', () => {
  const increment = () => {
    const button = document.querySelector('[aria-label^="One more"]');
    if (!(button instanceof HTMLElement)) throw new Error('no stepper');
    button.click();
  };
  const shown = () => document.querySelector<HTMLInputElement>('[data-packages] input')?.value;
  test('eleven presses are twelve packages and one record, kept when DAMAGED follows', async () => {
    const dock = await aDock();
    dock.scan(label);
    await says(dock, '0 of 10');
    for (let packages = 2; packages <= 12; packages += 1) {
      increment();
      await expect.poll(shown, soon).toBe(String(packages));
    }
    dock.scan('QS-CMD-DAMAGED');
    await says(dock, 'Condition noted');
    expect(await recorded(dock, 'doorChecked')).toMatchObject([
      { packages: 12, condition: 'good' },
      { packages: 12, condition: 'deformed' },
    ]);
  });

  async function twelve(dock: Awaited<ReturnType<typeof aDock>>): Promise<void> {
    dock.scan(label);
    await says(dock, '0 of 10');
    for (let packages = 2; packages <= 12; packages += 1) {
      increment();
      await expect.poll(shown, soon).toBe(String(packages));
    }
  }
  test('are kept by DAMAGED too where the disk was too slow for them', async () => {
    const dock = await aDock();
    await twelve(dock);
    vi.spyOn(dock.station.db, 'backendDB').mockImplementationOnce(() => {
      throw new StorageTrouble('stuck', 'no answer');
    });
    dock.scan('QS-CMD-DAMAGED');
    await says(dock, 'Condition noted');
    expect(await recorded(dock, 'doorChecked')).toMatchObject([
      { packages: 12, condition: 'good' },
      { packages: 12, condition: 'deformed' },
    ]);
  });

  test('stay in the field where nothing could be recorded, and go with what is recorded next', async () => {
    const dock = await aDock();
    await twelve(dock);
    vi.spyOn(dock.station.desktop, 'sealCommand').mockResolvedValueOnce({
      ok: false,
      refusal: { code: 'diskFull', freeBytes: 0 },
    });
    must(document.querySelector<HTMLElement>('[data-packages] input')).focus();
    must(document.querySelector<HTMLElement>('[data-packages] input')).blur();
    await says(dock, 'disk is full');
    expect(shown()).toBe('12');
    dock.scan('QS-CMD-OK');
    dock.scan('QS-CMD-DAMAGED');
    await says(dock, 'Condition noted');
    const checks = await recorded(dock, 'doorChecked');
    expect(checks.at(-1)).toMatchObject({ packages: 12, condition: 'deformed' });
  });
});
