import { expect, test, vi } from 'vitest';
import { sendOutbox } from '../../../renderer/sync/push/sendOutbox.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { smallCentral } from '../../builders/central/smallCentral.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { syncPartsOf } from '../../builders/station/syncPartsOf.ts';

test('what central answers with a plain yes is written down beside whoever reads a case', async () => {
  const { db: opened } = await aLoneStation();
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the class of what was given
  const prototype: IDBDatabase = Object.getPrototypeOf(opened.backendDB());
  const begun = vi.spyOn(prototype, 'transaction');
  const station = await aLoneStation();
  const parcel = { raw: null, dock: 'D1', note: '', caseId: null };
  const parts = syncPartsOf(station, smallCentral(officeDocuments()));
  // With the first central's epoch is written down as well.
  for (const label of ['BOX-00001', 'BOX-00002']) {
    accepted(await receiveAsAnnounced(station.as(dora), { ...parcel, barcode: scanned(label) }));
    begun.mockClear();
    await sendOutbox(parts);
  }
  const held = begun.mock.calls.flatMap(([stores, mode]) =>
    mode === 'readwrite' ? Array.from(stores) : [],
  );
  begun.mockRestore();
  expect(await station.db.outbox.count()).toBe(0);
  expect(held).toContain('outbox');
  expect(held).not.toContain('facts');
  expect(held).not.toContain('caseRows');
});
