import { expect, test } from 'vitest';
import { finishInspection } from '../../../../renderer/actions/finishInspection.ts';
import { recordFinding } from '../../../../renderer/actions/recordFinding.ts';
import type { SignedInPerson } from '../../../../shared/desktop/desktopApi.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import { caseId, personId } from '../../../builders/cases/ids.ts';
import { ivan, sara } from '../../../builders/station/aLoneStation.ts';
import { must } from '../../components/mount.tsx';
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

test('a decision begun is kept for whoever began it, through another person’s turn, and while its verdict stands', async () => {
  const desk = await aDesk(1);
  const open = async () => {
    await expect.poll(() => desk.rows().length, soon).toBe(1);
    await expect
      .poll(() => {
        if (desk.open() === null) desk.press('j');
        else if (panel() === null) desk.press('d');
        return panel();
      }, soon)
      .not.toBeNull();
  };
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
