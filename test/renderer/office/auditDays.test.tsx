import { afterEach, expect, test, vi } from 'vitest';
import { AuditScreen } from '../../../renderer/office/audit/AuditScreen.tsx';
import { OfficeSpeaking } from '../../../renderer/office/wording/OfficeSpeaking.tsx';
import { mount } from '../components/mount.tsx';
import { answering, field, settled, write } from './askedCentral.ts';

afterEach(() => vi.unstubAllGlobals());

test('the audit is asked for from a day that was picked, and for none that is not whole', async () => {
  const asked = answering(() => [200, { entries: [], cursor: null }]);
  mount(
    <OfficeSpeaking preferences={{ language: 'en', theme: 'light' }}>
      <AuditScreen scopes={['administrators']} />
    </OfficeSpeaking>,
  );
  await settled();
  const from = field('From day');
  expect(from).toHaveProperty('type', 'date');
  write(from, '2026-11-3');
  await settled();
  write(from, '2026-11-30');
  await settled();
  const days = asked.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('from'));
  expect(days).toEqual([null, '2026-11-30']);
});
