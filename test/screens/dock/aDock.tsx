import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, vi } from 'vitest';
import { StationStorage } from '../../../renderer/queries/StationStorage.tsx';
import { AtWork } from '../../../renderer/screens/atWork/AtWork.tsx';
import { createScanSource, ScanFeed } from '../../../renderer/screens/atWork/ScanFeed.tsx';
import { DockScreen } from '../../../renderer/screens/dock/DockScreen.tsx';
import { prefer } from '../../../renderer/session/session.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../renderer/wording/WordingProvider.tsx';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/aCase.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/aLoneStation.ts';

// The database speaks when it likes, as in the application: there is no act to wait for.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });

vi.mock('react-webcam', () => ({ default: () => null }));

export const soon = { timeout: 10_000 };

/** The dock of a station, driven by scans and keys as in the application. */
export async function aDock(documents: readonly Change[] = announcing(label)) {
  const at = await aLoneStation(documents);
  prefer({ sound: { on: false, volume: 0 } });
  const source = createScanSource();
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  root.render(
    <WordingProvider wording={createWording({ language: 'en', zone: 'America/New_York' })}>
      <StationStorage db={at.db} now={at.clock.now}>
        <AtWork context={at.as(dora)}>
          <ScanFeed source={source}>
            <DockScreen dock="D1" />
          </ScanFeed>
        </AtWork>
      </StationStorage>
    </WordingProvider>,
  );
  onTestFinished(() => {
    root.unmount();
    page.remove();
  });
  const text = () => (page.textContent ?? '').replaceAll(/\s+/g, ' ');
  await expect.poll(text, soon).toContain('RMA-1001');
  const press = (key: string) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const kinds = async () => (await at.db.facts.toArray()).map((row) => row.kind);
  return { station: at, scan: source.deliver, text, press, kinds };
}

export const label = '1Z999AA10123456784';

function announcing(trackingNumber: string) {
  const body = aCase({ trackingNumbers: [trackingNumber] });
  return officeDocuments().map((change) =>
    change.collection === 'cases' ? ({ ...change, body } as const) : change,
  );
}
