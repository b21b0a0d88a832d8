import { expect, test, vi } from 'vitest';
import { playTone } from '../../../../renderer/components/sound/tones.ts';
import { prefer } from '../../../../renderer/session/session.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { caseId, siteId } from '../../../builders/cases/ids.ts';
import { aDock, label, soon } from './aDock.tsx';
import { papers, says } from './atTheDock.ts';

vi.mock('../../../../renderer/components/sound/tones.ts', () => ({
  playTone: vi.fn<() => void>(),
}));

const tones = () => vi.mocked(playTone).mock.calls.length;
test('what belongs elsewhere is said once, not again and again', async () => {
  const elsewhere = aCase({ trackingNumbers: [label], siteId: siteId('site-2') });
  const here = aCase({ id: caseId('case-2'), rma: 'OTHER-2', trackingNumbers: [], lines: [] });
  const dock = await aDock(papers(elsewhere, here), 'OTHER-2');
  prefer({ sound: { on: true, volume: 1 } });
  const aTone = () => {
    dock.scan('QS-CMD-HAZARD');
    return tones();
  };
  await expect.poll(aTone, soon).toBeGreaterThan(0);
  vi.mocked(playTone).mockClear();
  dock.scan(label);
  await says(dock, 'For another site');
  // Longer than a look-up takes: what would be said again would be said by now.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(tones()).toBe(1);
});
