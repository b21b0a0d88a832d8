import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished } from 'vitest';
import { KeysProvider } from '../../../../renderer/components/generic/keys/KeysProvider.tsx';
import { StationStorage } from '../../../../renderer/queries/StationStorage.tsx';
import { everythingDone } from '../../../../renderer/recording/underWay.ts';
import { BenchScreen } from '../../../../renderer/screens/bench/BenchScreen.tsx';
import { prefer } from '../../../../renderer/session/session.ts';
import { createWording } from '../../../../renderer/wording/createWording.ts';
import { WordingProvider } from '../../../../renderer/wording/WordingProvider.tsx';
import { AtWork } from '../../../../renderer/workflow/AtWork.tsx';
import {
  createScanSource,
  ScanFeed,
  type Unheard,
} from '../../../../renderer/workflow/ScanFeed.tsx';
import { barcodeOf, readScan, type Scan } from '../../../../shared/barcodes/scan.ts';
import type { SignedInPerson } from '../../../../shared/desktop/desktopApi.ts';
import type { FactKind, FactOf } from '../../../../shared/facts/fact.ts';
import type { Change } from '../../../../shared/sync/change.ts';
import { accepted } from '../../../builders/cases/accepted.ts';
import {
  aLoneStation,
  dora,
  ivan,
  officeDocuments,
} from '../../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../../builders/station/receiveAsAnnounced.ts';
import { speaksWhenItLikes } from '../../speaksWhenItLikes.ts';

export const soon = { timeout: 45_000 };

/** The bench of a station, or another screen there, driven by scans. */
export async function aBench(
  documents: readonly Change[] = officeDocuments(),
  screen: ReactNode = <BenchScreen />,
  person = ivan,
) {
  speaksWhenItLikes();
  const station = await aLoneStation(documents);
  prefer({ sound: { on: false, volume: 0 } });
  const source = createScanSource<Scan>();
  const turnedAway: Unheard[] = [];
  source.onTurnedAway((why) => turnedAway.push(why));
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const draw = (who: SignedInPerson) =>
    root.render(
      <WordingProvider wording={createWording({ language: 'en', zone: 'America/New_York' })}>
        <StationStorage db={station.db} now={station.clock.now}>
          <AtWork key={who.personId} context={station.as(who)}>
            <ScanFeed source={source}>
              <KeysProvider>{screen}</KeysProvider>
            </ScanFeed>
          </AtWork>
        </StationStorage>
      </WordingProvider>,
    );
  draw(person);
  onTestFinished(async () => {
    await everythingDone(station.db);
    root.unmount();
    page.remove();
  });
  const text = () => (document.body.textContent ?? '').replaceAll(/\s+/g, ' ');
  return {
    station,
    turnedAway,
    /** Somebody else signs in, or the same again. */
    become: draw,
    /** A colleague's, scanned while this one works: whether anybody asked for it. */
    badge: (badge: string) => source.deliverBadge(badge),
    scan: (raw: string) => source.deliver(readScan(raw, 2026)),
    says: async (words: string) => await expect.poll(text, soon).toContain(words),
    /** Somebody at the dock received it; `null` has no label. */
    receive: async (label: string | null) => {
      const barcode = label === null ? null : barcodeOf(readScan(label, 2026));
      const parcel = { barcode, raw: label, caseId: null, dock: 'D1', note: '' };
      return accepted(await receiveAsAnnounced(station.as(dora), parcel));
    },
    recorded: async <K extends FactKind>(kind: K): Promise<readonly FactOf<K>[]> => {
      const facts = (await station.db.facts.toArray()).map((row) => row.fact);
      const gone = new Set(facts.flatMap((f) => (f.kind === 'correction' ? [f.corrects] : [])));
      return facts.filter((fact): fact is FactOf<K> => fact.kind === kind && !gone.has(fact.id));
    },
  };
}
