import type { Fact } from '../../../shared/facts/fact.ts';
import { aDecision, aFinishedInspection } from '../../builders/cases/decidedFacts.ts';
import {
  arrivalId,
  caseId,
  contractId,
  factId,
  findingId,
  inspectionId,
  personId,
  photoId,
  policyVersionId,
  returnLineId,
  unitGroupId,
  verdictId,
} from '../../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  aHold,
  anArrival,
  aPhoto,
  aRelease,
  aUnitGroup,
} from '../../builders/cases/recordedFacts.ts';
import { aHandOver, aTaking } from '../../builders/cases/takings.ts';
import { aReturn } from '../../central/aReturn.ts';

/**
 * What no such case admits: kinds that need rivals, or a refusal, and every field that the others leave
 * out. Together with them nothing of the contract is missing.
 */
export function everyField(number: number): readonly Fact[] {
  const named = (what: string) => `${what}-full-${number}`;
  const theCase = caseId(`case-${number}`);
  const group = unitGroupId(`group-${number}`);
  const { arrival, approval } = aReturn(number);
  const { siteId, stationId, at } = arrival;
  const recorded = { siteId, stationId, at: { ...at, knownAfter: at.utc }, caseId: theCase };
  const byIvan = { ...recorded, personId: personId('ivan') };
  const bySara = { ...recorded, personId: personId('sara') };
  const theArrival = arrivalId(`arrival-${number}`);
  const seal = { number: 'S1', intact: false };
  const missing = [{ returnLineId: returnLineId('line-1'), quantity: 1 }];
  const span = { from: { x: 0, y: 0 }, to: { x: 1, y: 1 } };
  const photo = { ...byIvan, caseId: theCase };
  const decision = aDecision({ ...bySara, verdictId: verdictId(`verdict-${number}`) });
  const wanted = { unitGroupId: group };
  const after = [factId(`fact-inspection-${number}`)];
  return [
    aTaking({ ...byIvan, id: factId(named('taken')), after }),
    aHandOver({
      ...byIvan,
      id: factId(named('handed')),
      from: byIvan.personId,
      to: bySara.personId,
      after,
    }),
    aFinishedInspection({
      ...byIvan,
      id: factId(named('finished')),
      verdictId: verdictId(named('verdict')),
      startedAt: recorded.at,
    }),
    anArrival({
      ...byIvan,
      id: factId(named('arrival')),
      arrivalId: arrivalId(named('arrival')),
      seal,
    }),
    {
      ...byIvan,
      id: factId(named('door')),
      kind: 'doorChecked',
      arrivalId: theArrival,
      carrier: 'UPS',
      packages: 2,
      seal,
      condition: 'wet',
      note: 'Wet',
    },
    {
      ...byIvan,
      id: factId(named('noted')),
      kind: 'missingNoted',
      arrivalId: theArrival,
      missing,
      expectedUntil: '2026-12-20',
    },
    {
      ...byIvan,
      id: factId(named('done')),
      kind: 'parcelDone',
      arrivalId: theArrival,
      missing,
      expectedUntil: null,
    },
    aUnitGroup({
      ...byIvan,
      id: factId(named('count')),
      caseId: theCase,
      unitGroupId: group,
      serials: ['S-1'],
    }),
    aPhoto({
      ...photo,
      id: factId(named('of-arrival')),
      photoId: photoId(named('of-arrival')),
      subject: { kind: 'arrival', arrivalId: theArrival },
      given: { width: 4000, height: 3000 },
      hints: ['dark'],
    }),
    aPhoto({
      ...photo,
      id: factId(named('of-case')),
      photoId: photoId(named('of-case')),
      subject: { kind: 'case' },
    }),
    aFinding({
      ...byIvan,
      id: factId(named('finding')),
      findingId: findingId(named('finding')),
      unitGroupId: group,
      inspectionId: inspectionId(`again-${number}`),
      units: [{ from: 0, to: 1 }],
      serials: ['S-1'],
      quantity: 1,
      observation: aDefect({ indicators: ['liquidTrace'], entry: 'seal-lip' as never }),
      measurements: [{ what: 'Gap', value: 1.5, unit: 'mm', least: 0, most: 1 }],
      missingParts: ['Seal ring'],
      photoIds: [photoId(`photo-${number}`)],
    }),
    aFinding({
      ...byIvan,
      id: factId(named('nothing')),
      findingId: findingId(named('nothing')),
      unitGroupId: group,
      observation: { kind: 'noDefect' },
    }),
    {
      ...byIvan,
      id: factId(named('marks')),
      kind: 'photoAnnotated',
      photoId: photoId(`photo-${number}`),
      shapes: [
        { kind: 'arrow', ...span },
        { kind: 'circle', ...span },
        { kind: 'text', at: span.from, text: 'Here' },
      ],
      over: [factId(`fact-annotated-${number}`)],
    },
    aHold({ ...byIvan, id: factId(named('held')), arrivalId: theArrival }),
    aRelease({
      ...bySara,
      id: factId(named('released')),
      arrivalId: theArrival,
      heldFactId: factId(named('held')),
    }),
    {
      ...bySara,
      id: factId(named('chosen')),
      kind: 'inspectionChosen',
      verdictId: verdictId(`verdict-${number}`),
      over: [verdictId(named('rival'))],
      reason: 'Looked at twice',
    },
    {
      ...bySara,
      id: factId(named('accepted')),
      kind: 'acceptedAnyway',
      arrivalId: theArrival,
      accepts: factId(named('refused')),
      hash: 'a'.repeat(64),
      hands: 'inspected',
      reason: 'It is true all the same',
    },
    {
      ...decision,
      id: factId(named('granted')),
      decision: 'override',
      choices: [
        {
          unitGroupId: group,
          resolution: 'compensation',
          disposition: 'scrap',
          overrideAmount: 1,
          units: [{ from: 0, to: 1 }],
          quantity: 1,
          amount: 1,
          value: 1,
          basis: 'agreed',
        },
      ],
      answers: [
        {
          question: 'cause',
          unitGroupId: group,
          units: [{ from: 0, to: 1 }],
          answer: 'maker',
          reason: 'Seen',
        },
      ],
      terms: {
        currency: 'USD',
        policyVersionId: policyVersionId('policy-1'),
        policyVersion: 1,
        contractId: contractId('contract-1'),
        contractVersion: 1,
        basisHash: 'a'.repeat(64),
      },
      replaces: [approval.id],
      lateBecause: 'bench',
      asks: personId('olga'),
    },
    {
      ...decision,
      id: factId(named('sent-back')),
      decision: 'sendBack',
      choices: [],
      reason: 'More is wanted',
      wanted: [
        { kind: 'photo', shot: 'defectCloseUp', ...wanted },
        { kind: 'measurement', ...wanted },
        { kind: 'cause', ...wanted },
        { kind: 'units', ...wanted },
      ],
    },
  ];
}
