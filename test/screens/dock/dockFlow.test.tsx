import { createRoot } from 'react-dom/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { StationStorage } from '../../../renderer/queries/StationStorage.tsx';
import { AtWork } from '../../../renderer/screens/atWork/AtWork.tsx';
import { createScanSource, ScanFeed } from '../../../renderer/screens/atWork/ScanFeed.tsx';
import { DockScreen } from '../../../renderer/screens/dock/DockScreen.tsx';
import { prefer } from '../../../renderer/session/session.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../renderer/wording/WordingProvider.tsx';
import { aCase } from '../../builders/aCase.ts';
import { aLoneStation, dora, officeDocuments } from '../../builders/aLoneStation.ts';

// The database speaks when it likes, as in the application: there is no act to wait for.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });

vi.mock('react-webcam', () => ({ default: () => null }));

const soon = { timeout: 10_000 };

async function aDock() {
  const at = await aLoneStation(announcing(label));
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

const pump = ']C10109521101530001\u001D10AB-123';
const label = '1Z999AA10123456784';

function announcing(trackingNumber: string) {
  const body = aCase({ trackingNumbers: [trackingNumber] });
  return officeDocuments().map((change) =>
    change.collection === 'cases' ? ({ ...change, body } as const) : change,
  );
}

describe('At the dock', () => {
  test('a parcel, its pieces and DONE, by scans alone', async () => {
    const dock = await aDock();
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('Received');
    await expect.poll(dock.text, soon).toContain('0 of 10');
    dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('1 of 10');
    dock.scan('QS-CMD-DONE');
    await expect.poll(dock.text, soon).toContain('Parcel done');
    expect(await dock.kinds()).toEqual(expect.arrayContaining(['arrival', 'unitsCounted']));
  });

  test('a scan that comes before the one before it is drawn still finds its parcel', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('2 of 10');
    expect(await dock.kinds()).not.toContain('correction');
  });

  test('an unknown label is kept only with OK, and another label takes the question away', async () => {
    const dock = await aDock();
    dock.scan('QS-NOT-HERE-123');
    await expect.poll(dock.text, soon).toContain('Keep as unexpected parcel');
    dock.scan('ANOTHER-LABEL-9');
    await expect.poll(dock.text, soon).toContain('ANOTHER-LABEL-9');
    expect(await dock.kinds()).toEqual([]);
    dock.press('F10');
    await expect.poll(dock.text, soon).toContain('Kept as unexpected');
    expect(await dock.kinds()).toEqual(['arrival']);
  });

  test('UNDO takes back the last scan', async () => {
    const dock = await aDock();
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('0 of 10');
    dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('1 of 10');
    dock.scan('QS-CMD-UNDO');
    await expect.poll(dock.text, soon).toContain('Taken back');
    await expect.poll(dock.text, soon).toContain('0 of 10');
  });

  test('the same parcel again says who received it, and is open for counting', async () => {
    const dock = await aDock();
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('Received');
    dock.scan('QS-CMD-DONE');
    await expect.poll(dock.text, soon).toContain('Parcel done');
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('Here already');
    await expect.poll(dock.text, soon).toContain('0 of 10');
  });

  test('after a refusal nothing is recorded until somebody has seen it', async () => {
    const dock = await aDock();
    vi.spyOn(dock.station.desktop, 'sealCommand').mockResolvedValue({
      ok: false,
      refusal: { code: 'journalFailed', detail: 'disk' },
    });
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('OK, understood');
    dock.scan('QS-NOT-HERE-123');
    dock.scan('QS-NOT-HERE-123');
    expect(dock.text()).not.toContain('Not expected today');
    dock.scan('QS-CMD-OK');
    await expect.poll(dock.text, soon).toContain('Ready to scan');
    dock.scan('QS-NOT-HERE-123');
    await expect.poll(dock.text, soon).toContain('Not expected today');
  });
});
