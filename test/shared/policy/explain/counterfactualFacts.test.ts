/** What could have been otherwise about the goods, before anybody tries what would turn the answer. */
import { describe, expect, test } from 'vitest';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import type { FactChange } from '../../../../shared/policy/explain/factChange.ts';
import { anApplication } from '../../../builders/cases/aCase.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { findingId, orderLineId, returnLineId, unitGroupId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding } from '../../../builders/cases/recordedFacts.ts';
import { changesTried } from './changesTried.ts';

let counter = 0;
const found = (cause: Parameters<typeof aDefect>[0]) => {
  counter += 1;
  return aFinding({ findingId: findingId(`f-${counter}`), observation: aDefect(cause) });
};
const sound = aFinding({ observation: { kind: 'noDefect' } });
const answered = (question: string, answer: string, group: string | null = 'group-1') => ({
  question,
  answer,
  unitGroupId: group === null ? null : unitGroupId(group),
  reason: 'because',
});
const prompt = { objectedOn: '2026-11-04' };
const ofBadMake = [
  'causeIs manufacturing orderError 10 function.leak',
  'causeIs manufacturing outboundTransport 10 function.leak',
  'misuseProved manufacturing 10 2 function.leak',
];

const ofIntact = [
  'answered intactMeaning payInFull false',
  'answered intactMeaning refuseNotIntact false',
];

type Row = readonly [rule: string, situation: Situation, tried: readonly string[]];

const table: readonly Row[] = [
  [
    'everything in time and in order: only what was found',
    { office: prompt, found: [found({})] },
    ofBadMake,
  ],
  [
    'on the last day to object is in time, and so is the last day to apply',
    {
      office: {
        objectedOn: '2026-11-05',
        application: anApplication({ receivedOn: '2026-11-23' }),
      },
      found: [found({})],
    },
    ofBadMake,
  ],
  [
    'transport damage applied for in time is an objection made in time',
    {
      claim: { claimedReason: 'transportDamage' },
      office: { application: anApplication({ receivedOn: '2026-11-05' }) },
      found: [found({})],
    },
    ofBadMake,
  ],
  [
    'part of it authorised is authorised',
    {
      office: { ...prompt, review: { outcome: 'partlyAuthorised', sentOn: '2026-11-10' } },
      found: [found({})],
    },
    ofBadMake,
  ],
  [
    'an objection nobody recorded, and one that was not made, could have been made in time',
    { office: { objection: 'notMade' }, found: [found({})] },
    [...ofBadMake, 'objectedBy 2026-11-05'],
  ],
  [
    'one day late: applied by the last day',
    {
      office: { ...prompt, application: anApplication({ receivedOn: '2026-11-24' }) },
      found: [found({})],
    },
    [
      ...ofBadMake,
      'appliedBy 2026-11-23',
      'answered lateRealDefect acceptLate false',
      'answered lateRealDefect refuseLate false',
    ],
  ],
  [
    'no period in the contract: no day to apply or to object by',
    { contract: { returnPeriod: null, objectionPeriod: null }, found: [found({})] },
    [
      ...ofBadMake,
      'answered noReturnPeriod treatAsInTime true',
      'answered noReturnPeriod treatAsLate true',
    ],
  ],
  [
    'no application and no receipt: nothing says when the goods were received',
    {
      sold: { clientReceivedOn: null },
      office: { ...prompt, application: null },
      found: [found({})],
    },
    [
      ...ofBadMake,
      'answered blindReturn acceptAsReturn true',
      'answered blindReturn refuseAsReturn true',
    ],
  ],
  [
    'a receipt nobody recorded: on the day of the application at the latest',
    { sold: { clientReceivedOn: null }, office: prompt, found: [found({})] },
    [...ofBadMake, 'clientReceivedOn 2026-11-09'],
  ],
  [
    'the findings of one cause change together, named by what was found, each cause for itself',
    {
      office: prompt,
      found: [
        found({ cause: 'unknown' }),
        found({ code: 'material.crack' }),
        found({ code: 'function.leak' }),
      ],
    },
    [
      'causeIs manufacturing orderError 10 function.leak material.crack',
      'causeIs manufacturing outboundTransport 10 function.leak material.crack',
      'misuseProved manufacturing 10 2 function.leak material.crack',
      'causeIs unknown manufacturing 10 function.leak',
      'causeIs unknown orderError 10 function.leak',
      'causeIs unknown outboundTransport 10 function.leak',
      'misuseProved unknown 10 2 function.leak',
      ...ofIntact,
    ],
  ],
  [
    'damage of the way back alone is no look at the goods',
    { office: prompt, found: [found({ cause: 'returnTransport', claimed: false })] },
    [
      'causeIs returnTransport manufacturing 10 function.leak',
      'causeIs returnTransport orderError 10 function.leak',
      'causeIs returnTransport outboundTransport 10 function.leak',
      'misuseProved returnTransport 10 2 function.leak',
      'defectFound 10 manufacturing',
      'noDefectFound 10',
    ],
  ],
  [
    'found sound, and worn beyond the claim: a defect where none was seen',
    { office: prompt, found: [sound, found({ cause: 'wear', claimed: false })] },
    [
      'causeIs wear manufacturing 10 function.leak',
      'causeIs wear orderError 10 function.leak',
      'causeIs wear outboundTransport 10 function.leak',
      'misuseProved wear 10 2 function.leak',
      'defectFound 10 manufacturing',
    ],
  ],
  [
    'found both sound and defective: the one or the other, worn or not',
    { office: prompt, found: [sound, found({}), found({ cause: 'wear', claimed: false })] },
    [
      ...ofBadMake,
      'causeIs wear manufacturing 10 function.leak',
      'causeIs wear orderError 10 function.leak',
      'causeIs wear outboundTransport 10 function.leak',
      'misuseProved wear 10 2 function.leak',
      'onlyDefects 10',
      'onlySound 10',
      ...ofIntact,
    ],
  ],
  [
    'fewer approved, and fewer shipped, than came back',
    {
      office: prompt,
      claim: { approvedQuantity: 9 },
      sold: { orderedQuantity: 8, shippedQuantity: 8 },
      found: [found({})],
    },
    [...ofBadMake, 'approvedQuantity 10', 'shippedQuantity 10'],
  ],
  [
    'what was asked for counts where the review named no number',
    {
      office: prompt,
      claim: { approvedQuantity: null, requestedQuantity: 4 },
      found: [found({})],
    },
    [...ofBadMake, 'approvedQuantity 10'],
  ],
  [
    'goods of another article, made to order and sent by the client’s carrier',
    {
      office: prompt,
      sold: { customised: true, carrier: { name: 'Own van', selectedBy: 'client' } },
      counted: { identity: 'mismatch_instance' },
      found: [found({})],
    },
    [
      ...ofBadMake,
      'notCustomised ',
      'carrierChosenByUs ',
      'identityMatches ',
      'answered blindReturn acceptAsReturn false',
      'answered blindReturn refuseAsReturn false',
    ],
  ],
  [
    'a question of the case and the same question of the group are two',
    {
      office: { ...prompt, review: null },
      counted: { identity: 'mismatch_instance' },
      found: [found({})],
    },
    [
      ...ofBadMake,
      'reviewAuthorises ',
      'identityMatches ',
      'answered blindReturn acceptAsReturn true',
      'answered blindReturn refuseAsReturn true',
      'answered blindReturn acceptAsReturn false',
      'answered blindReturn refuseAsReturn false',
    ],
  ],
  [
    'an answer already given can be given otherwise, answers that contradict each other only once',
    {
      office: prompt,
      found: [found({ cause: 'unknown' })],
      answers: [
        answered('intactMeaning', 'payInFull'),
        answered('intactMeaning', 'refuseNotIntact'),
      ],
    },
    [
      'causeIs unknown manufacturing 10 function.leak',
      'causeIs unknown orderError 10 function.leak',
      'causeIs unknown outboundTransport 10 function.leak',
      'misuseProved unknown 10 2 function.leak',
      ...['us', 'ourCarrier', 'client', 'clientCarrier', 'sharedHalf'].map(
        (answer) => `answered responsibleUnknown ${answer} false`,
      ),
      ...ofIntact,
    ],
  ],
  [
    'what was answered about other goods, or to a question nobody asks any more, is no matter',
    {
      office: prompt,
      found: [found({})],
      answers: [
        answered('intactMeaning', 'payInFull', 'group-2'),
        answered('wasOverdue', 'yes', null),
      ],
    },
    ofBadMake,
  ],
];

describe('what could have been otherwise', () => {
  test.each(table)('%s', (_rule, situation, tried) => {
    expect(triedFor(aSituation(situation))).toEqual(tried);
  });

  test('goods of no known order may be of any order of the case, each told once', () => {
    const ordinary = aSituation({ office: prompt, counted: { returnLineId: null } });
    const [line] = ordinary.returnCase.lines;
    const [sold] = ordinary.orderLines;
    if (!line || !sold) throw new Error('nothing sold');
    const id = orderLineId('order-line-2');
    const input: PolicyInput = {
      ...ordinary,
      orderLines: [
        sold,
        { ...sold, id, orderNumber: 'SO-2', lineNumber: 7 },
        { ...sold, id: orderLineId('of-another-case'), orderNumber: 'SO-3' },
      ],
      returnCase: {
        ...ordinary.returnCase,
        lines: [{ ...line, orderLineId: null }, line, line, { ...line, orderLineId: id }],
      },
    };
    expect(triedFor(input).filter((one) => one.startsWith('linkedTo'))).toEqual([
      'linkedTo SO-1001 1',
      'linkedTo SO-2 7',
    ]);
  });

  test('what other cases were granted of another order line is no matter', () => {
    const grantedOn = (id: string) => [
      { orderLineId: orderLineId(id), quantity: 1, value: 100 },
      { orderLineId: orderLineId('order-line-9'), quantity: 1, value: 100 },
    ];
    const input = aSituation({ office: prompt, found: [found({})] });
    expect(triedFor({ ...input, grantedElsewhere: grantedOn('order-line-8') })).toEqual(ofBadMake);
    expect(triedFor({ ...input, grantedElsewhere: grantedOn('order-line-1') })).toEqual([
      ...ofBadMake,
      'notGrantedElsewhere ',
    ]);
  });

  test('the groups of a line share what was approved of it and shipped, other lines have their own', () => {
    const input = aSituation({ office: prompt, found: [found({})] });
    const [group] = input.unitGroups;
    const [line] = input.returnCase.lines;
    const [sold] = input.orderLines;
    if (!group || !line || !sold) throw new Error('nothing came back');
    const more = (name: string, returned: typeof line) => ({
      ...group,
      id: aFinding({ findingId: findingId(`count-of-${name}`) }).id,
      unitGroupId: unitGroupId(name),
      returnLineId: returned.id,
    });
    const other = {
      ...line,
      id: returnLineId('line-2'),
      orderLineId: orderLineId('order-line-2'),
    };
    const tried = triedFor({
      ...input,
      returnCase: { ...input.returnCase, lines: [line, other] },
      orderLines: [sold, { ...sold, id: other.orderLineId }],
      unitGroups: [group, more('group-2', line), more('group-3', other)],
    });
    expect(tried.slice(ofBadMake.length)).toEqual(['approvedQuantity 20', 'shippedQuantity 20']);
  });
});

function triedFor(given: PolicyInput): readonly string[] {
  const [first] = changesTried(given);
  return first ? first.changes.flatMap((one) => one.map(inWords)) : [];
}

function inWords({ why: { code, data } }: FactChange): string {
  return `${code.slice('turn.'.length)} ${Object.values(data).join(' ')}`;
}
