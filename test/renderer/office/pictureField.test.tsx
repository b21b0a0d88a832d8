import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { RecordForm } from '../../../renderer/office/records/RecordForm.tsx';
import { OfficeSpeaking } from '../../../renderer/office/wording/OfficeSpeaking.tsx';
import { mount, must, press } from '../components/mount.tsx';
import { answering, button, field, settled, write } from './askedCentral.ts';

const path = '/office/v1/articles/erp:A-1';
const record = {
  source: 'erp',
  id: 'A-1',
  ownId: 'own-1',
  version: 3,
  state: 'current' as const,
  changedAt: '2026-11-30T09:00:00.000Z',
  changedBy: 'Ada Lind',
  changedById: null,
  body: { number: 'A-1', name: 'Pump', unit: 'EA' },
};
const bytes = new TextEncoder().encode('a picture of a pump');
const hash = bytesToHex(sha256(bytes));
afterEach(() => vi.unstubAllGlobals());

function draw() {
  return mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <RecordForm
        kind="articles"
        record={record}
        path={path}
        onCancel={() => {}}
        onSaved={() => {}}
      />
    </OfficeSpeaking>,
  );
}

async function choose(file: File): Promise<void> {
  const input = must(document.querySelector<HTMLInputElement>('input[type="file"]'));
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await settled();
}

test('a picture of an article is chosen as a file: it goes to central, and the record names it', async () => {
  const asked = answering(({ path: to }) =>
    to.includes('/pictures/')
      ? [201, { sha256: hash, mediaType: 'image/jpeg', bytes: bytes.length }]
      : [200, { outcome: 'updated', version: 4 }],
  );
  const shown = draw();
  await choose(new File([bytes], 'pump.jpg', { type: 'image/jpeg' }));
  expect(asked[0]).toMatchObject({ method: 'PUT', path: `/office/v1/pictures/${hash}` });
  expect(shown.text()).toContain('pump.jpg is at central. Save, so that the record says so.');
  expect(field('Picture')).toHaveProperty('value', hash);

  write(field('Why'), 'New drawing');
  press(button('Save'));
  await settled();
  expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { number: 'A-1', picture: hash } });
});

test('a file central takes for no picture leaves the record as it is, and is named', async () => {
  const says = 'This is no whole JPEG, PNG or WebP';
  answering(() => [400, { title: says, code: 'unreadable', errors: [] }]);
  const shown = draw();
  await choose(new File([bytes], 'notes.txt', { type: 'text/plain' }));
  expect(shown.text()).toContain('notes.txt is no whole JPEG, PNG or WebP that central takes');
  expect(field('Picture')).toHaveProperty('value', '');
});

test('a file larger than any picture is not sent', async () => {
  const asked = answering(() => [500, {}]);
  const shown = draw();
  const large = new File([bytes], 'scan.png', { type: 'image/png' });
  Object.defineProperty(large, 'size', { value: 15 * 1024 * 1024 + 1 });
  await choose(large);
  expect(shown.text()).toContain('scan.png is larger than');
  expect(asked).toEqual([]);
});
