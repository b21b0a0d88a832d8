import { type ReactNode, useEffect } from 'react';
import { expect, test } from 'vitest';
import { finishInspection } from '../../../../renderer/actions/finishInspection.ts';
import {
  type DecisionDraft,
  keepBegunDecisions,
} from '../../../../renderer/actions/heldDecisions.ts';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import { begunDecisionsOf } from '../../../../renderer/queries/station/begunDecisions.ts';
import { everythingDone } from '../../../../renderer/recording/underWay.ts';
import {
  type BegunDecisions,
  useBegunDecisions,
} from '../../../../renderer/screens/desk/deciding/begunDecisions.ts';
import type { SignedInPerson } from '../../../../shared/desktop/desktopApi.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId, personId, verdictId } from '../../../builders/cases/ids.ts';
import { ivan, officeDocuments, sara } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
import { aBench } from '../bench/aBench.tsx';
import { aDesk, soon } from './aDesk.tsx';

const olga: SignedInPerson = { ...sara, personId: personId('olga'), name: 'Olga Lind' };
const panel = () => document.querySelector<HTMLElement>('aside[aria-label^="Decide:"]');
const reason = () => panel()?.querySelector('textarea')?.value;
function write(text: string): void {
  const field = must(must(panel()).querySelector('textarea'));
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
const isChosen = (word: string) =>
  [...must(panel()).querySelectorAll('label')]
    .find((one) => one.textContent?.startsWith(word))
    ?.querySelector('input')?.checked;

async function opened(desk: Awaited<ReturnType<typeof aDesk>>): Promise<void> {
  await expect.poll(() => desk.rows().length, soon).toBe(1);
  await expect
    .poll(() => {
      if (desk.open() === null) desk.press('j');
      else if (panel() === null) desk.press('d');
      return panel();
    }, soon)
    .not.toBeNull();
}

test('a decision begun is kept for whoever began it, through another person’s turn, and while its verdict stands', async () => {
  const desk = await aDesk(1);
  const open = () => opened(desk);
  await open();
  must(
    [...must(panel()).querySelectorAll('label')].find((one) =>
      one.textContent?.startsWith('Decline'),
    ),
  ).click();
  await expect.poll(() => isChosen('Decline'), soon).toBe(true);
  write('Worn by use');
  await expect.poll(reason, soon).toBe('Worn by use');

  desk.become(olga);
  await expect.poll(panel, soon).toBeNull();
  await open();
  expect([reason(), isChosen('Approve')]).toEqual(['', true]);

  desk.become(sara);
  await expect.poll(panel, soon).toBeNull();
  await open();
  expect([reason(), isChosen('Decline')]).toEqual(['Worn by use', true]);
  expect(panel()?.textContent).not.toContain('since you began');

  desk.become(olga);
  await expect.poll(panel, soon).toBeNull();
  const here = { caseId: caseId('case-1') };
  const [units] = await desk.recorded('unitsCounted');
  accepted(
    await recordFinding(desk.station.as(ivan), {
      ...here,
      unitGroupId: must(units).unitGroupId,
      quantity: 1,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  const finished = { ...here, inspectionId: null, startedAt: null, note: '' };
  accepted(await finishInspection(desk.station.as(ivan), finished));
  desk.become(sara);
  await open();
  await desk.says('What you had begun is gone');
  expect([reason(), isChosen('Approve')]).toEqual(['', true]);
});

test('a decision begun is there after a restart, until it is signed', async () => {
  const desk = await aDesk(1);
  await opened(desk);
  write('Worn by use');
  const stored = () => begunDecisionsOf(desk.station.db, sara.personId);
  await expect
    .poll(async () => (await stored()).map(({ draft }) => draft.reason), soon)
    .toEqual(['Worn by use']);
  for (const digit of '907142') desk.press(digit);
  desk.press('Enter', { ctrlKey: true });
  await desk.says('is signed in');
  expect(await stored()).toHaveLength(1);
  desk.button('Sign now').click();
  await expect.poll(async () => (await stored()).length, soon).toBe(0);
});

test('what somebody had begun before the restart lies open for them, as they left it', async () => {
  const desk = await aDesk(1);
  await opened(desk);
  write('Worn by use');
  const { begunDecisions } = desk.station.db;
  await expect
    .poll(async () => (await begunDecisions.toArray()).map(({ draft }) => draft.reason), soon)
    .toEqual(['Worn by use']);
  const [row] = await begunDecisions.toArray();
  // Olga's page has never asked here, as after a restart.
  const olgas = { ...must(row), key: 'case-1 olga', personId: olga.personId };
  await begunDecisions.put(olgas);
  desk.become(olga);
  await expect.poll(panel, soon).toBeNull();
  await expect.poll(() => must(desk.rows()[0]).textContent, soon).toContain('Decide · begun');
  await opened(desk);
  expect(reason()).toBe('Worn by use');
});

test('what is sealed once its person has left the desk is begun no more, in this window as on disk', async () => {
  const asked: { begun: BegunDecisions | null } = { begun: null };
  function Asks(): ReactNode {
    const begun = useBegunDecisions();
    useEffect(() => {
      asked.begun = begun;
    });
    return null;
  }
  const { station } = await aBench(officeDocuments(), <Asks />, sara);
  await expect.poll(() => asked.begun, soon).not.toBeNull();
  const begun = must(asked.begun);
  const one = { verdictId: verdictId('verdict-1'), draft: aDraft, seen: '' };
  begun.set('case-1', one);
  begun.set('case-2', one);
  // As sealing does, while the one begun last is still on its way to the disk.
  await keepBegunDecisions(station.as(sara), new Map([['case-1', null]]));
  await everythingDone(station.db);
  expect([begun.has('case-1'), begun.has('case-2')]).toEqual([false, true]);
  const onDisk = await begunDecisionsOf(station.db, sara.personId);
  expect(onDisk.map((row) => row.caseId)).toEqual(['case-2']);
});

const aDraft: DecisionDraft = {
  decision: 'approve',
  choices: {},
  answers: {},
  reason: '',
  lateBecause: null,
  wanted: [],
  asks: null,
};
