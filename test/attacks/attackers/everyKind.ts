/** Commands of each kind, of one case. */
import type { Fact, FactOf } from '../../../shared/facts/fact.ts';
import { aCorrection } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  factId,
  inspectionId,
  personId,
  photoId,
  unitGroupId,
} from '../../builders/cases/ids.ts';
import { aHold, aPhoto, aRelease } from '../../builders/cases/recordedFacts.ts';
import { aHandOver, aTaking } from '../../builders/cases/takings.ts';
import { aBlindReturn, aReturn } from '../../central/aReturn.ts';

/** In an order in which each is admitted. */
export function everyKind(number: number): readonly Fact[] {
  const named = (what: string) => `${what}-${number}`;
  const { arrival, count, finding, inspection, approval } = aReturn(number);
  const { blind, counted, opened, link } = aBlindReturn(number);
  const theCase = caseId(named('case'));
  const { siteId, stationId, at } = arrival;
  const recorded = { siteId, stationId, at, personId: personId('ivan'), caseId: theCase };
  const parcel = { ...recorded, arrivalId: arrivalId(named('arrival')) };
  const held = aHold({ id: factId(named('fact-held')), caseId: theCase });
  const others: Readonly<Record<string, Fact>> = {
    doorChecked: {
      ...parcel,
      id: factId(named('fact-door')),
      kind: 'doorChecked',
      carrier: null,
      packages: 1,
      seal: { number: 'S1', intact: true },
      condition: 'good',
      note: '',
    },
    handlingUnit: {
      ...parcel,
      id: factId(named('fact-pallet')),
      kind: 'handlingUnit',
      handlingUnitId: named('pallet') as FactOf<'handlingUnit'>['handlingUnitId'],
      parentId: null,
      sscc: null,
      licencePlate: 'P1',
    },
    missingNoted: {
      ...parcel,
      id: factId(named('fact-missing')),
      kind: 'missingNoted',
      missing: [],
      expectedUntil: '2026-12-20',
    },
    parcelDone: {
      ...parcel,
      id: factId(named('fact-done')),
      kind: 'parcelDone',
      missing: [],
      expectedUntil: null,
    },
  };
  const facts: readonly Fact[] = [
    arrival,
    ...Object.values(others),
    count,
    aPhoto({
      id: factId(named('fact-photo')),
      caseId: theCase,
      photoId: photoId(named('photo')),
      subject: { kind: 'unitGroup', unitGroupId: unitGroupId(named('group')) },
    }),
    finding,
    {
      ...recorded,
      id: factId(named('fact-attached')),
      kind: 'photoAttached',
      photoId: photoId(named('photo')),
      findingId: finding.kind === 'finding' ? finding.findingId : ('' as never),
    },
    {
      ...recorded,
      id: factId(named('fact-annotated')),
      kind: 'photoAnnotated',
      photoId: photoId(named('photo')),
      shapes: [{ kind: 'box', from: { x: 0.25, y: 0.25 }, to: { x: 0.5, y: 0.5 } }],
      over: [],
    },
    held,
    aRelease({
      id: factId(named('fact-released')),
      caseId: theCase,
      heldFactId: held.id,
      personId: personId('sara'),
    }),
    aTaking({ id: factId(named('fact-taken')), caseId: theCase, personId: personId('ivan') }),
    aHandOver({
      id: factId(named('fact-handed')),
      caseId: theCase,
      personId: personId('ivan'),
      from: personId('ivan'),
      ends: [factId(named('fact-taken'))],
    }),
    {
      ...recorded,
      id: factId(named('fact-report')),
      kind: 'reportMade',
      number: 1,
      version: 'client',
      language: 'en',
      paper: 'A4',
      sha256: 'a'.repeat(64),
      bytes: 1,
      recordsHash: 'b'.repeat(64),
    },
    inspection,
    approval,
    blind,
    counted,
    opened,
    link,
    aCorrection({
      id: factId(named('fact-corrected')),
      caseId: theCase,
      corrects: held.id,
      personId: held.personId,
    }),
    {
      ...recorded,
      id: factId(named('fact-again')),
      kind: 'inspectionStarted',
      inspectionId: inspectionId(named('again')),
      inspection: 'reInspection',
      reason: 'Looked at again',
    },
  ];
  return facts.map((fact) => ({ ...fact, at: { ...fact.at, knownAfter: fact.at.utc } }));
}
