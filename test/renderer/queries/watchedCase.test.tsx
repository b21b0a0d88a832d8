import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadCase } from '../../../renderer/cases/loadCases.ts';
import type { CaseView } from '../../../renderer/queries/oneCase/caseView.ts';
import { caseInHand, caseView, useCase } from '../../../renderer/queries/oneCase/oneCase.ts';
import { StationStorage } from '../../../renderer/queries/StationStorage.tsx';
import { applyChanges } from '../../../renderer/sync/pull/applyChanges.ts';
import { localDateOf } from '../../../shared/deadlines/localDay.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { Change } from '../../../shared/sync/change.ts';
import { aCase } from '../../builders/cases/aCase.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { aGrant } from '../../builders/cases/aGrant.ts';
import { aRefund } from '../../builders/cases/decidedFacts.ts';
import { caseId, factId, unitGroupId } from '../../builders/cases/ids.ts';
import { officePapers } from '../../builders/cases/officePapers.ts';
import { anArrival, aPhoto, aUnitGroup, recordedOn } from '../../builders/cases/recordedFacts.ts';
import { aLoneStation, dora, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { speaksWhenItLikes } from '../speaksWhenItLikes.ts';

speaksWhenItLikes();

const soon = { timeout: 45_000 };
const theCase = caseId('case-1');
const theOther = caseId('case-2');
const serials = ['SN-0001'];

const told = (fact: Fact): Change => ({
  collection: 'facts',
  id: fact.id,
  body: { fact, acceptedAt: fact.at.utc },
});

const grouped = { unitGroupId: unitGroupId('group-1') };
const pictured = aPhoto({
  caseId: theCase,
  subject: { kind: 'unitGroup', ...grouped },
  at: recordedOn('2026-11-30'),
});
const begun: readonly Change[] = [
  ...officePapers(),
  { collection: 'cases', id: theCase, body: aCase() },
  { collection: 'cases', id: theOther, body: aCase({ id: theOther, rma: 'RMA-2002' }) },
  ...[anArrival(), aUnitGroup({ ...grouped, serials }), pictured].map(told),
];

/** The document of the office, changed. */
function changed(collection: Change['collection'], change: object): Change {
  const one = begun.find((c) => c.collection === collection && c.id !== theOther);
  if (!one?.body) throw new Error(`the office has no ${collection}`);
  return { ...one, body: { ...one.body, ...change } } as Change;
}

const grantOfOther = aGrant({ id: factId('grant-2'), caseId: theOther });
const refund = aRefund();
const ownGrant = aGrant();
const elsewhere = { id: factId('count-2'), caseId: theOther, unitGroupId: unitGroupId('group-2') };

/** Each changes what is read of the case, and none of them is written by who looks at it. */
const changes: Readonly<Record<string, Change>> = {
  'its papers': changed('cases', { expectedOn: '2026-12-24' }),
  'its client': changed('clients', { name: 'Renamed GmbH' }),
  'its contract': changed('contracts', { currency: 'EUR' }),
  'its order line': changed('orderLines', { orderNumber: 'ORD-CHANGED' }),
  'the calendar of its site': changed('calendars', { version: 7 }),
  'the policy': changed('policyVersions', { effectiveFrom: '2020-01-01' }),
  'a fact of it': told(aUnitGroup({ id: factId('count-3'), unitGroupId: unitGroupId('group-3') })),
  'a refund of it': { collection: 'refunds', id: refund.id, body: refund },
  'what was granted on it': { collection: 'grants', id: ownGrant.id, body: ownGrant },
  'what another was granted on its line': {
    collection: 'grants',
    id: grantOfOther.id,
    body: grantOfOther,
  },
  'a serial number another has too': told(aUnitGroup({ ...elsewhere, serials })),
  'a picture another recorded': told({ ...pictured, id: factId('a-photo-2'), caseId: theOther }),
};

function Watching(props: { readonly seen: (view: CaseView | null) => void }): ReactNode {
  const view = useCase(theCase);
  if (view !== undefined) props.seen(view);
  return null;
}

/** As it is read anew, by whoever has nothing in mind. */
async function readAnew({ db, clock }: LoneStation) {
  const today = localDateOf(new Date(clock.now()).toISOString(), 'UTC');
  return said(await loadCase(db, theCase, today));
}

function said(one: Pick<CaseView, 'file' | 'references' | 'refunds' | 'orderLines'> | null) {
  return one && [one.file, one.references, one.refunds, one.orderLines];
}

test.each(Object.entries(changes))('a case that lies open follows %s', async (_, change) => {
  const station = await aLoneStation(begun);
  const { db, clock } = station;
  await caseInHand(db, theCase, clock.now());
  const root = createRoot(document.createElement('div'));
  onTestFinished(() => root.unmount());
  let seen: CaseView | null = null;
  root.render(
    <StationStorage db={db} now={clock.now}>
      <Watching seen={(view) => (seen = view)} />
    </StationStorage>,
  );
  const before = await readAnew(station);
  await expect.poll(() => said(seen), soon).toEqual(before);
  await applyChanges(db, { changes: [change] }, clock.now());
  const after = await readAnew(station);
  expect(after).not.toEqual(before);
  await expect.poll(() => said(seen), soon).toEqual(after);
});

test('after a save the open case asks only what may have changed without its list row', async () => {
  const station = await aLoneStation(begun);
  const { db, clock } = station;
  const now = clock.now();
  const parcel = { barcode: null, raw: null, caseId: theCase, dock: 'D1', note: '' };
  accepted(await receiveAsAnnounced(station.as(dora), parcel));
  const asked = vi.spyOn(IDBTransaction.prototype, 'objectStore');
  const view = await caseView(db, theCase, now);
  const tables = new Set(asked.mock.calls.map(([name]) => name));
  asked.mockRestore();
  expect(view?.file.arrivals).toHaveLength(2);
  for (const table of ['cases', 'policyVersions', 'orderLinePacks', 'contracts', 'refunds'])
    expect(tables).not.toContain(table);
  expect(said(view)).toEqual(await readAnew(station));
});
