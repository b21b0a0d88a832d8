/** A case with everything in it that a report tells: twelve pumps, three portions, a measured leak, forty photos. */

import type { CaseView } from '../../../../renderer/queries/oneCase/caseView.ts';
import type { ReportAsk } from '../../../../renderer/screens/report/document/telling.ts';
import type { Acceptance } from '../../../../renderer/storage/rows.ts';
import { recordsHashOf } from '../../../../shared/cases/decisions/recordsHash.ts';
import { arrivalsOnClock } from '../../../../shared/cases/reading/arrivalsOnClock.ts';
import { readCaseFile } from '../../../../shared/cases/reading/caseFile.ts';
import { policyInputOf } from '../../../../shared/cases/reading/policyInput.ts';
import { inspectionClock } from '../../../../shared/deadlines/inspectionClock.ts';
import { standingOf } from '../../../../shared/deadlines/standing.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import type { PolicyText } from '../../../../shared/facts/policyText.ts';
import type { PhotoId } from '../../../../shared/ids.ts';
import { decideCase } from '../../../../shared/policy/decide/decideCase.ts';
import { governingTextSha256 } from '../../../../shared/policy/policyWords.ts';
import { newYorkCalendar } from '../../../builders/cases/aCalendar.ts';
import { aCase, anApplication, aReturnLine } from '../../../builders/cases/aCase.ts';
import { aClient } from '../../../builders/cases/aClient.ts';
import { aContract } from '../../../builders/cases/aContract.ts';
import { anOrderLine } from '../../../builders/cases/anOrderLine.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aDecision, aFinishedInspection } from '../../../builders/cases/decidedFacts.ts';
import { factId, findingId, personId, photoId, unitGroupId } from '../../../builders/cases/ids.ts';
import {
  aDefect,
  aFinding,
  anArrival,
  aPhoto,
  aUnitGroup,
  recordedOn,
} from '../../../builders/cases/recordedFacts.ts';

/** Words that are ours alone: none of them may reach a client. */
export const ourWords = {
  people: ['Dora Okonkwo-Lindqvist', 'Ivan Petrov', 'Sara Lind', 'Ines Romero', 'Mateo Ruiz'],
  notes: [
    'Forklift driver was rude at the door',
    'Third time this client sends these back',
    'Approved to keep the account happy',
    'Packing bench 7 at fault again',
    'Ask Petrov why',
  ],
  station: 'Bench 3, hall B',
} as const;

const names = new Map(
  [
    ['dora', ourWords.people[0]],
    ['ivan', ourWords.people[1]],
    ['sara', ourWords.people[2]],
  ].map(([id, name]) => [id ?? '', { id: personId(id ?? ''), name: name ?? '' }]),
);

export type Reported = {
  readonly photos?: number;
  readonly clientName?: string;
  readonly articleName?: string;
  readonly isDecided?: boolean;
  /** Of the edition that decided; absent: the shipped one. */
  readonly text?: PolicyText;
};

export function aReportedCase({
  photos = 6,
  clientName = 'Harbour Tools Ltd',
  articleName = 'Centrifugal pump 40',
  isDecided = true,
  text,
}: Reported = {}): CaseView {
  const article = { gtin: '09521101530001', number: 'PUMP-40', name: articleName };
  const orderLine = anOrderLine({
    article,
    orderedQuantity: 12,
    shippedQuantity: 12,
  });
  const group = aUnitGroup({
    quantity: 12,
    article,
    serials: Array.from({ length: 12 }, (_, at) => `SN-${70_411 + at}`),
  });
  const pictures = Array.from({ length: photos }, (_, at) =>
    aPhoto({
      photoId: photoId(`photo-${at + 1}`),
      shot: at % 5 === 0 ? 'wholeItem' : at % 5 === 1 ? 'serialPlate' : 'defectCloseUp',
      bytes: 1_840_000 + at,
      width: 2560,
      height: 1440,
    }),
  );
  const ofLeak = pictures.slice(0, Math.ceil(photos * 0.7)).map((photo) => photo.photoId);
  const ofMisuse = pictures.slice(Math.ceil(photos * 0.7)).map((photo) => photo.photoId);
  const facts: Fact[] = [
    anArrival({
      seal: { number: 'SL-8841', intact: false },
      packages: 2,
      note: ourWords.notes[0],
    }),
    aPhoto({
      photoId: photoId('photo-door'),
      id: factId('fact-a-door'),
      personId: personId('dora'),
      shot: 'door',
      subject: { kind: 'arrival', arrivalId: anArrival().arrivalId },
    }),
    group,
    ...pictures,
    marked(photoId('photo-1')),
    aFinding({
      findingId: findingId('finding-1'),
      quantity: 8,
      units: [{ from: 0, to: 8 }],
      measurements: [
        { what: 'Leak rate at 4 bar', value: 12.75, unit: 'ml/min' },
        { what: 'Shaft run-out', value: 0.081, unit: 'mm', most: 0.05 },
      ],
      photoIds: ofLeak,
      note: ourWords.notes[1],
    }),
    aFinding({
      findingId: findingId('finding-2'),
      quantity: 3,
      units: [{ from: 8, to: 11 }],
      observation: { kind: 'noDefect' },
      photoIds: [],
    }),
    aFinding({
      findingId: findingId('finding-3'),
      quantity: 1,
      units: [{ from: 11, to: 12 }],
      observation: aDefect({
        code: 'transport.crushed',
        cause: 'misuse',
        indicators: ['impactMark', 'overload'],
        claimed: false,
      }),
      missingParts: ['Foot bracket'],
      photoIds: ofMisuse,
      note: ourWords.notes[3],
    }),
  ];
  const inspection = aFinishedInspection({
    startedAt: { ...recordedOn('2026-11-19'), utc: '2026-11-19T14:12:00.000Z' },
    at: recordedOn('2026-11-19'),
    basis: facts.map(({ id }) => id).sort(),
  });
  const decision = aDecision({
    reason: ourWords.notes[2],
    choices: [
      {
        unitGroupId: unitGroupId('group-1'),
        units: [{ from: 0, to: 8 }],
        resolution: 'refund',
        disposition: 'scrap',
        overrideAmount: null,
        quantity: 8,
        amount: 100_000,
        value: 100_000,
      },
    ],
    terms: {
      currency: 'USD',
      policyVersionId: aPolicy().id,
      policyVersion: 1,
      contractId: aContract().id,
      contractVersion: 1,
      basisHash: 'd'.repeat(64),
    },
  });
  const all = [...facts, inspection, ...(isDecided ? [decision] : [])];
  const file = readCaseFile(
    aCase({
      rma: 'RMA-26-0004711',
      lines: [aReturnLine({ requestedQuantity: 12, approvedQuantity: 12 })],
      application: anApplication({
        description:
          'Eight of twelve pumps leak at the shaft seal within an hour of commissioning.\nThe others have not been unpacked.',
      }),
    }),
    all,
  );
  const policy = aPolicy({}, { textSha256: governingTextSha256, ...(text && { text }) });
  const references = {
    policy,
    client: aClient({ name: clientName }),
    contract: aContract(),
    orderLines: [orderLine],
    calendar: newYorkCalendar(),
    periodCalendar: null,
    grantedElsewhere: [],
    serialsElsewhere: [],
  };
  const clock = inspectionClock(
    { ...file, ...references, arrivals: arrivalsOnClock(file), clockHolds: [] },
    '2026-11-24',
  );
  if (!clock?.ok) throw new Error('No clock');
  const standing = standingOf(
    clock.value.deadline,
    '2026-11-24T15:00:00.000Z',
    null,
    policy.parameters.targets,
  );
  const acceptance = new Map<Fact['id'], Acceptance>(all.map(({ id }) => [id, 'accepted']));
  return {
    file,
    references,
    decision: decideCase(policyInputOf(file, references, '2026-11-24')),
    standing: standing.ok ? standing.value : null,
    uncounted: null,
    corrected: null,
    clientName,
    orderLines: [orderLine],
    acceptance,
    refunds: [],
    precedents: [],
    people: names,
  };
}

export function anAsk(view: CaseView, overrides: Partial<ReportAsk> = {}): ReportAsk {
  return {
    version: 'internal',
    paper: 'A4',
    name: '2-K7QM',
    madeAt: '2026-11-24T15:31:00.000Z',
    madeBy: ourWords.people[4],
    siteName: 'Newark returns centre',
    stationName: ourWords.station,
    recordsHash: recordsHashOf(view.file),
    pictureOf: () => null,
    ...overrides,
  };
}

function marked(of: PhotoId): Fact {
  return {
    id: factId('fact-marks'),
    personId: personId('ivan'),
    siteId: anArrival().siteId,
    stationId: anArrival().stationId,
    at: recordedOn('2026-11-19'),
    kind: 'photoAnnotated',
    caseId: aCase().id,
    photoId: of,
    shapes: [
      { kind: 'arrow', from: { x: 0.2, y: 0.2 }, to: { x: 0.5, y: 0.5 } },
      { kind: 'text', at: { x: 0.5, y: 0.5 }, text: ourWords.notes[4] },
    ],
    over: [],
  };
}
