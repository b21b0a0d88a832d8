import { afterEach, expect, test, vi } from 'vitest';
import { BankAccountOf } from '../../../renderer/office/records/BankAccountOf.tsx';
import { OfficeSpeaking } from '../../../renderer/office/wording/OfficeSpeaking.tsx';
import { maskedIban } from '../../../shared/office/bodies/bank.ts';
import { mount, press } from '../components/mount.tsx';
import { answering, button, field, settled, write } from './askedCentral.ts';

const path = '/office/v1/clients/erp:K-1';
const iban = 'DE89370400440532013000';
afterEach(() => vi.unstubAllGlobals());

test('an account goes in with a reason, is shown by its last four, and goes with a reason', async () => {
  let kept: string | null = null;
  const asked = answering(({ method, body }) => {
    if (method === 'PUT' && typeof body === 'object' && body !== null && 'iban' in body)
      kept = maskedIban(String(body.iban));
    if (method === 'DELETE') {
      kept = null;
      return [200, { outcome: 'withdrawn' }];
    }
    if (kept === null) return [404, { title: 'None', detail: 'None', status: 404 }];
    return [200, { iban: kept, changedAt: '2026-11-30T09:00:00.000Z', changedBy: 'Ada Lind' }];
  });
  const shown = mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <BankAccountOf path={path} client="Harlan" />
    </OfficeSpeaking>,
  );
  await settled();
  expect(shown.text()).toContain('None is kept.');

  press(button('Enter'));
  write(field('Account holder'), 'Harlan');
  write(field('IBAN'), 'DE88370400440532013000');
  expect(button('Save')).toHaveProperty('disabled', true);
  write(field('Why'), 'Their letter');
  press(button('Save'));
  await settled();
  expect(document.body.textContent).toContain('This is no IBAN');
  expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);

  write(field('IBAN'), iban);
  press(button('Save'));
  await settled();
  expect(asked.find(({ method }) => method === 'PUT')).toEqual({
    method: 'PUT',
    path: `${path}/bank?reason=Their%20letter`,
    body: { holder: 'Harlan', iban },
  });
  expect(shown.text()).toContain('DE …3000');
  expect(document.body.textContent).not.toContain('0532013000');

  press(button('Remove'));
  write(field('Why'), 'Closed');
  press(button('Remove'));
  await settled();
  expect(asked.at(-2)).toMatchObject({ method: 'DELETE', path: `${path}/bank?reason=Closed` });
  expect(shown.text()).toContain('None is kept.');
});
