/**
 * Situations in which two things are so of the same units, or of neighbours: which one speaks, and
 * who is asked. Ten pumps at USD 125.00, as in the decision table.
 */
import { describe, expect, test } from 'vitest';
import type { Cause } from '../../../../shared/facts/codes.ts';
import type { Answer } from '../../../../shared/facts/decisionFacts.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aPolicy } from '../../../builders/cases/aPolicy.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import {
  caseId,
  findingId,
  orderLineId,
  photoId,
  unitGroupId,
} from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';
import { saidOf } from '../saidOf.ts';

let counter = 100;
const next = () => {
  counter += 1;
  return findingId(`finding-${counter}`);
};
type Named = Pick<FindingFact, 'units'>;
const on = (from: number, to: number): Named => ({ units: [{ from, to }] });
const defect = (cause: Cause, quantity = 10, named: Named = {}, claimed = true) =>
  aFinding({ findingId: next(), quantity, observation: aDefect({ cause, claimed }), ...named });
const sound = (quantity = 10, named: Named = {}) =>
  aFinding({ findingId: next(), quantity, observation: { kind: 'noDefect' }, ...named });
const proved = {
  ...aFinding({
    findingId: findingId('proved'),
    observation: aDefect({ cause: 'misuse', indicators: ['liquidTrace', 'overload'] }),
  }),
  photoIds: [photoId('photo-1')],
};
const photos = [aPhoto()];
const answers = (question: string, answer: string, ofCase = false): Answer[] => [
  { question, answer, unitGroupId: ofCase ? null : unitGroupId('group-1'), reason: 'because' },
];
const theirCarrier = { carrier: { name: 'Own van', selectedBy: 'client' } } as const;
const surplus = { orderedQuantity: 8 };
const prompt = { objectedOn: '2026-11-04' };
const late = { application: anApplication({ receivedOn: '2026-11-24' }) };
const shippedOther = {
  shippedArticle: { number: 'PUMP-50', name: 'Pump 50', gtin: '09521101530018' },
};
const that = {
  identity: 'mismatch_class',
  article: { gtin: null, number: 'PUMP-50', name: 'Pump 50' },
} as const;
const ballPens = {
  identity: 'mismatch_class',
  article: { gtin: '04012345678901', number: 'PEN-1', name: 'Ball pen' },
} as const;
const greyBox = { article: { gtin: null, number: null, name: 'grey box' } };
const readings = aPolicy().parameters.readings;
const asksPapers: NonNullable<Situation['policy']> = {
  clientEvidence: ['inspectionReport'],
  readings: { ...readings, evidenceAfterInspection: 'ask' },
};
const sampling = { standard: 'ISO 2859-1', level: 'II', aqlMajor: 2.5, aqlMinor: 4 } as const;
const lotOf60 = { requestedQuantity: 60, approvedQuantity: 60 };

type Row = readonly [rule: string, situation: Situation, says: string];

// biome-ignore format: one situation a line, to be read like a table
const table: Readonly<Record<string, readonly Row[]>> = {
  'a surplus beside other grounds': [
    ['it leaves wrongly picked units to their own ground', { sold: surplus, counted: { quantity: 4 }, found: [defect('orderError', 2, on(0, 2)), sound(2, on(2, 4))] }, 'upheld 2, 250.00, us / upheld 2, 250.00, us'],
    ['it leaves those our carrier broke to theirs', { sold: surplus, office: prompt, counted: { quantity: 4 }, found: [defect('outboundTransport', 2, on(0, 2)), sound(2, on(2, 4))] }, 'upheld 2, 250.00, us for ourCarrier / upheld 2, 250.00, us'],
    ['it leaves badly made units to theirs though they were worn as well', { sold: surplus, counted: { quantity: 4 }, found: [defect('manufacturing', 2, on(0, 2)), defect('wear', 2, on(0, 2)), sound(2, on(2, 4))] }, 'asks intactMeaning (III-REFUND, II-QUALITY) / upheld 2, 250.00, us'],
    ['it takes units the client’s carrier broke like any others', { sold: { ...surplus, ...theirCarrier }, counted: { quantity: 4 }, found: [defect('outboundTransport', 2, on(0, 2)), sound(2, on(2, 4))] }, 'upheld 2, 250.00, us / not upheld, notDefective, client'],
    ['it takes worn units like any others', { sold: surplus, counted: { quantity: 4 }, found: [defect('wear', 2, on(0, 2)), sound(2, on(2, 4))] }, 'asks intactMeaning (III-REFUND, II-ORDER) / not upheld, notDefective, client'],
    ['ball pens are no surplus of pumps', { sold: surplus, counted: { ...ballPens, quantity: 2 }, found: [sound(2)], answers: answers('blindReturn', 'acceptAsReturn') }, 'not upheld, noRecordOfSale, client'],
    ['goods nobody can name are what the count says, and may be the surplus', { sold: surplus, counted: { ...greyBox, quantity: 2 }, found: [sound(2)] }, 'upheld 2, 250.00, us'],
  ],
  'damage by a carrier the client chose, beside something heavier': [
    ['badly made: nobody is asked', { sold: theirCarrier, found: [defect('manufacturing'), defect('outboundTransport')] }, 'upheld 10, 1250.00, us'],
    ['wrongly picked: nobody is asked', { sold: theirCarrier, found: [defect('orderError'), defect('outboundTransport')] }, 'upheld 10, 1250.00, us'],
    ['another article than ordered: nobody is asked', { sold: { ...shippedOther, ...theirCarrier }, counted: that, found: [defect('outboundTransport')] }, 'upheld 10, 1250.00, us'],
  ],
  'damage by our carrier, beside something heavier or a word against the papers': [
    ['another article than ordered: nobody is asked whether the client objected', { sold: shippedOther, counted: that, found: [defect('outboundTransport')] }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['objected to in time by the papers: no answer makes it late', { office: prompt, found: [defect('outboundTransport')], answers: answers('promptlyUndefined', 'objectedTooLate') }, 'upheld 10, 1250.00, us for ourCarrier'],
    ['not objected to by the papers: no answer makes it prompt', { office: { objection: 'notMade' }, found: [defect('outboundTransport')], answers: answers('promptlyUndefined', 'objectedPromptly') }, 'not upheld, freightDamage, client for ourCarrier'],
    ['without an application nobody knows of an objection either', { claim: { claimedReason: 'transportDamage' }, office: { application: null, review: null }, found: [defect('outboundTransport')] }, 'asks blindReturn (III-APPLY, III-INSPECT) and promptlyUndefined (II-TRANSPORT, III-APPLY)'],
  ],
  'grounds that fall, and what is left beside them': [
    ['late and refused by a person: a doubtful cause beside it reopens nothing', { office: late, found: [defect('manufacturing'), defect('unknown')], answers: answers('lateRealDefect', 'refuseLate') }, 'not upheld, timeLimitExceeded, client'],
    ['half by a person’s word, whole by our order error: paid in full', { found: [defect('manufacturing'), defect('orderError'), proved], photos, answers: answers('responsibleUnknown', 'sharedHalf') }, 'upheld 10, 1250.00, us'],
    ['a foreign serial on sound goods: papers of the client are not asked for as well', { policy: asksPapers, counted: { identity: 'mismatch_instance' }, found: [sound()] }, 'asks blindReturn (III-APPLY, II-ORDER)'],
    ['goods still open change nothing for others of a mixed parcel', { found: [defect('manufacturing', 4, on(0, 4)), defect('returnTransport', 4, on(0, 4), false), sound(4, on(4, 8))], answers: answers('mixedFreight', 'client', true) }, 'asks intactMeaning (III-REFUND, II-QUALITY) / not upheld, notDefective, client / needs finding'],
    ['made to order, the wrong article, and a sound sample: a person decides of the unseen ones too', { contract: { sampling }, sold: { ...shippedOther, customised: true, orderedQuantity: 60, shippedQuantity: 60 }, claim: lotOf60, counted: { ...that, quantity: 60 }, found: [sound(20)] }, 'asks customisedOurError (IV-CUSTOM, II-ORDER) / asks customisedOurError (IV-CUSTOM, II-ORDER)'],
  ],
  'which units a finding is about that names none': [
    ['what is beside the claim leaves its units to what is found on them', { found: [defect('wear', 4, on(0, 4), false), defect('manufacturing', 3)] }, 'asks intactMeaning (III-REFUND, II-QUALITY) / asks responsibleUnknown (II-QUALITY, III-SHIPCOST) / needs finding'],
    ['seven found sound before three were found bad', { found: [{ ...sound(7), id: aFinding({ findingId: findingId('a') }).id }, { ...defect('manufacturing', 3), id: aFinding({ findingId: findingId('b') }).id }] }, 'upheld 3, 375.00, us / not upheld, notDefective, client'],
    ['half a kilogram at 5 cents is 3 cents where halves are rounded up', { policy: { rounding: 'halfUp' }, sold: { unit: 'KG', unitPrice: 5, orderedQuantity: 0.5, shippedQuantity: 0.5 }, counted: { quantity: 0.5 }, found: [defect('manufacturing', 0.5)] }, 'upheld 0.5, 0.03, us'],
  ],
};

describe.each(Object.entries(table))('%s', (_, rows) => {
  test.each(rows)('%s', (_rule, situation, says) => {
    expect(saidOf(aSituation(situation))).toBe(says);
  });
});

describe('serials returned before, and what other cases were granted', () => {
  const pumps = { serials: ['S1', 'S2', 'S3'], quantity: 3 };
  const found = [defect('manufacturing', 3)];
  const before = (serial: string, group = 'group-1') => [
    { unitGroupId: unitGroupId(group), serial, caseId: caseId('case-9') },
  ];

  test('of three pumps of one finding only the one returned before waits', () => {
    const input = aSituation({ counted: pumps, found });
    expect(saidOf({ ...input, serialsElsewhere: before('S2') })).toBe(
      'upheld 2, 250.00, us / asks serialAgain (III-REFUND, III-APPLY)',
    );
  });

  test('the same number on goods of another group is another thing', () => {
    const input = aSituation({ counted: pumps, found });
    expect(saidOf({ ...input, serialsElsewhere: before('S2', 'group-9') })).toBe(
      'upheld 3, 375.00, us',
    );
  });

  test('a serial beyond the units counted is no unit', () => {
    const input = aSituation({
      counted: { serials: ['S1', 'S2'], quantity: 1 },
      found: [defect('manufacturing', 1)],
    });
    expect(saidOf({ ...input, serialsElsewhere: before('S2') })).toBe('upheld 1, 125.00, us');
  });

  test('a surplus of one order line is not used up by what was granted of another', () => {
    const input = aSituation({ sold: surplus, counted: { quantity: 2 }, found: [sound(2)] });
    const granted = (id: string) => [{ orderLineId: orderLineId(id), quantity: 2, value: 25_000 }];
    expect(saidOf({ ...input, grantedElsewhere: granted('order-line-9') })).toBe(
      'upheld 2, 250.00, us',
    );
    expect(saidOf({ ...input, grantedElsewhere: granted('order-line-1') })).toBe(
      'not upheld, notDefective, client',
    );
  });
});
