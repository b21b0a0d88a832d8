import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { takeCase } from '../../../renderer/actions/takeCase.ts';
import { LeaveSheet } from '../../../renderer/app/frame/LeaveSheet.tsx';
import { casesHeldBy } from '../../../renderer/queries/lists/benchList.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { dora, ivan, officeDocuments } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { aBench, soon } from '../screens/bench/aBench.tsx';

const two = ['case-1', 'case-2'].map((id) => caseId(id));
const onLeave = vi.fn<() => void>();

test('whoever leaves with cases is offered to hand over all at once, and may go all the same', async () => {
  const second = {
    collection: 'cases',
    id: 'case-2',
    body: aCase({ id: caseId('case-2'), rma: 'RMA-2' }),
  };
  const sheet = (
    <LeaveSheet
      unsent={3}
      photosWait={false}
      held={two}
      onStay={() => {}}
      onLeave={onLeave}
      isLeaving={false}
    />
  );
  const { station, says, recorded } = await aBench([...officeDocuments(), second] as never, sheet);
  const held = () => casesHeldBy(station.db, ivan.personId, station.clock.now()).toSorted();
  for (const id of two) {
    const parcel = { barcode: null, raw: null, caseId: id, dock: 'D1', note: '' };
    accepted(await receiveAsAnnounced(station.as(dora), parcel));
    accepted(await takeCase(station.as(ivan), id));
  }
  await expect.poll(held, soon).toEqual(two);
  await says('2 cases are on your bench');
  press('Sign out');
  expect(onLeave).toHaveBeenCalledTimes(1);

  press('Hand over all');
  await says('Hand over 2 cases');
  press('Hand over now');
  await says('Choose who has it next');
  const toList = document.querySelector<HTMLInputElement>('input[value="list"]');
  toList?.click();
  await expect.poll(() => document.body.textContent, soon).not.toContain('Choose who');
  press('Hand over now');
  await expect.poll(held, soon).toEqual([]);
  expect(await recorded('caseHandedOver')).toMatchObject(
    two.map((id) => ({ caseId: id, from: 'ivan', to: null })),
  );
  await expect.poll(() => document.body.textContent, soon).not.toContain('on your bench');
});

test('until they are gone the sheet says so, stays in front, and is not left another way', async () => {
  const onStay = vi.fn<() => void>();
  const goes = vi.fn<() => void>();
  const sheet = (
    <LeaveSheet unsent={3} photosWait={false} held={[]} onStay={onStay} onLeave={goes} isLeaving />
  );
  const { says } = await aBench(officeDocuments(), sheet);
  await says('Sign out');
  press('Sign out');
  press('Stay');
  const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  document.querySelector('[role="dialog"]')?.dispatchEvent(key);
  expect(document.querySelector('[data-pending]')?.textContent).toContain('Sign out');
  expect([goes, onStay].map((one) => one.mock.calls.length)).toEqual([0, 0]);
});

test.each([
  { photosWait: false, sentence: 'Everything sent' },
  { photosWait: true, sentence: 'All sent but photos' },
])('what was not sent keeps its place and says: $sentence', async ({ photosWait, sentence }) => {
  const all: { isSent: () => void } = { isSent: () => undefined };
  function Sheet(): ReactNode {
    const [unsent, setUnsent] = useState(3);
    all.isSent = () => setUnsent(0);
    return (
      <LeaveSheet
        unsent={unsent}
        photosWait={photosWait}
        held={[]}
        onStay={() => {}}
        onLeave={() => {}}
        isLeaving={false}
      />
    );
  }
  const { says } = await aBench(officeDocuments(), <Sheet />);
  await says('Stay signed in');
  const told = document.querySelectorAll('[role="dialog"] [data-tone]').length;
  expect(told).toBe(1);
  all.isSent();
  await says(sentence);
  expect(document.querySelectorAll('[role="dialog"] [data-tone]')).toHaveLength(told);
});

function press(words: string): void {
  const found = [...document.querySelectorAll('button')];
  found.findLast((one) => one.textContent?.startsWith(words))?.click();
}
