import { createRoot } from 'react-dom/client';
import { expect, onTestFinished } from 'vitest';
import { KeysProvider } from '../../../../renderer/components/generic/keys/KeysProvider.tsx';
import { StationStorage } from '../../../../renderer/queries/StationStorage.tsx';
import { everythingDone } from '../../../../renderer/recording/underWay.ts';
import { DockScreen } from '../../../../renderer/screens/dock/DockScreen.tsx';
import { prefer } from '../../../../renderer/session/session.ts';
import { applyChanges } from '../../../../renderer/sync/pull/applyChanges.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../../renderer/wording/WordingProvider.tsx';
import { AtWork } from '../../../../renderer/workflow/AtWork.tsx';
import { createScanSource, ScanFeed } from '../../../../renderer/workflow/ScanFeed.tsx';
import { type RmaForm, rmaReaderOf } from '../../../../shared/barcodes/rma/rmaForm.ts';
import { readScan, type Scan } from '../../../../shared/barcodes/scan.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { aCase } from '../../../builders/cases/aCase.ts';
import { aLoneStation, dora, officeDocuments } from '../../../builders/station/aLoneStation.ts';
import { speaksWhenItLikes } from '../../speaksWhenItLikes.ts';

export const soon = { timeout: 45_000 };

/** The dock of a station, driven by scans and keys as in the application. */
export async function aDock(
  documents: readonly Change[] = announcing(label),
  shows = 'RMA',
  /** What central still has of a name; nothing unless given. */
  atCentral: (name: string) => readonly Change[] = () => [],
  person = dora,
) {
  speaksWhenItLikes();
  const at = await aLoneStation(documents);
  prefer({ sound: { on: false, volume: 0 } });
  const source = createScanSource<Scan>();
  const recall = async (name: string) => {
    const changes = atCentral(name);
    await applyChanges(at.db, { changes: [...changes] }, at.clock.now());
    return changes.length > 0;
  };
  const rma = rmaReaderOf(documents.flatMap(formOf)[0]);
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  root.render(
    <WordingProvider wording={createWording({ language: 'en', zone: 'America/New_York' })}>
      <StationStorage db={at.db} now={at.clock.now}>
        <AtWork context={at.as(person)} recall={recall}>
          <ScanFeed source={source}>
            <KeysProvider>
              <DockScreen dock="D1" />
            </KeysProvider>
          </ScanFeed>
        </AtWork>
      </StationStorage>
    </WordingProvider>,
  );
  onTestFinished(async () => {
    await everythingDone(at.db);
    root.unmount();
    page.remove();
  });
  const text = () => (page.textContent ?? '').replaceAll(/\s+/g, ' ');
  await expect.poll(text, soon).toContain(shows);
  const press = (key: string) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  /** A number by hand, through the sheet for it. */
  const type = async (typed: string) => {
    button('Type a number').click();
    await expect.poll(() => document.querySelector('[role="dialog"] input'), soon).not.toBeNull();
    const field = document.querySelector<HTMLInputElement>('[role="dialog"] input');
    if (!field) throw new Error('No field to type into');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    button('Take it as scanned').click();
  };
  const button = (name: string) => {
    const found = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes(name),
    );
    if (!found) throw new Error(`No button ${name}`);
    return found;
  };
  const kinds = async () => (await at.db.facts.toArray()).map((row) => row.kind);
  return {
    station: at,
    scan: (raw: string) => source.deliver(readScan(raw, 2026, false, rma)),
    text,
    press,
    kinds,
    type,
  };
}

export const label = '1Z999AA10123456784';

function formOf({ collection, body }: Change): readonly RmaForm[] {
  return collection === 'sites' && body?.rma ? [body.rma] : [];
}

function announcing(trackingNumber: string) {
  const body = aCase({ trackingNumbers: [trackingNumber] });
  return officeDocuments().map((change) =>
    change.collection === 'cases' ? ({ ...change, body } as const) : change,
  );
}
