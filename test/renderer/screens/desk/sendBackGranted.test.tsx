import { expect, test } from 'vitest';
import { applyChanges } from '../../../../renderer/sync/pull/applyChanges.ts';
import { aGrant } from '../../../builders/cases/aGrant.ts';
import { caseId } from '../../../builders/cases/ids.ts';
import { must } from '../../components/mount.tsx';
import { aDesk, soon } from './aDesk.tsx';

const panel = () => document.querySelector<HTMLElement>('aside[aria-label^="Decide:"]');
const pin = () => panel()?.querySelector<HTMLInputElement>('input[type="password"]') ?? null;

test('a case that was granted whole can be sent back and nothing else, and the desk says what stays', async () => {
  const desk = await aDesk(1);
  await expect
    .poll(() => {
      if (desk.open() === null) desk.press('j');
      else if (panel() === null) desk.press('d');
      return document.activeElement === pin() && pin() !== null;
    }, soon)
    .toBe(true);
  for (const digit of '907142') desk.press(digit);
  await expect.poll(() => pin()?.value, soon).toBe('907142');
  desk.press('Enter', { ctrlKey: true });
  await desk.says('is signed in');
  desk.button('Sign now').click();
  await expect.poll(async () => (await desk.recorded('verdictDecided')).length, soon).toBe(1);
  const [decided] = await desk.recorded('verdictDecided');
  const { id, verdictId, choices } = must(decided);
  const grant = aGrant({ id, verdictId, caseId: caseId('case-1') });
  const body = {
    ...grant,
    portions: grant.portions.map((portion) => ({
      ...portion,
      unitGroupId: must(choices[0]).unitGroupId,
    })),
  };
  const { db, clock } = desk.station;
  await applyChanges(db, { changes: [{ collection: 'grants', id, body }] }, clock.now());

  desk.scan('1Z-1');
  await expect.poll(() => document.querySelector('article') !== null, soon).toBe(true);
  await expect.poll(() => desk.button('Decide').hasAttribute('disabled'), soon).toBe(true);
  await desk.says('Inspect again');
  desk.button('Send back').click();
  await expect.poll(panel, soon).not.toBeNull();
  await desk.says('What was granted stays granted');
  expect(panel()?.textContent).not.toContain('Approve');
});
