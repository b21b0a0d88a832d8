/** How the units of one group are cut into portions by what was found on them, and weighed. */
import { describe, expect, test } from 'vitest';
import type { Cause } from '../../../../shared/facts/codes.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import { portionsOf, quantityOf } from '../../../../shared/policy/reading/portions.ts';
import { type Weighing, weighFindings } from '../../../../shared/policy/reading/weighing.ts';
import { aSituation, type Situation } from '../../../builders/cases/aSituation.ts';
import { findingId, photoId } from '../../../builders/cases/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../../builders/cases/recordedFacts.ts';

type More = Parameters<typeof aDefect>[0];

/** About so many units, which ones nobody said: as recorded before findings named any. */
const found = (name: string, quantity: number, cause: Cause | 'none', more: More = {}) =>
  aFinding({
    findingId: findingId(name),
    quantity,
    observation: cause === 'none' ? { kind: 'noDefect' } : aDefect({ cause, ...more }),
  });
const proved = (name: string, quantity: number) => ({
  ...found(name, quantity, 'misuse', { indicators: ['overload', 'impactMark'] }),
  photoIds: [photoId('photo-1')],
});
/** The same finding, about the units from one number up to another. */
const on = (from: number, to: number, finding: FindingFact): FindingFact => ({
  ...finding,
  quantity: to - from,
  units: [{ from, to }],
});

/** Portion by portion its units and what they show: "4 manufacturing, 6 sound". */
function told(findings: readonly FindingFact[], situation: Situation = {}): string {
  const input = aSituation({ found: findings, photos: [aPhoto()], ...situation });
  return portionsOf(input)
    .map((portion) =>
      [quantityOf(portion), portion.byRecords, ...shows(weighFindings(portion, 2))]
        .filter((word) => word !== null)
        .join(' '),
    )
    .join(', ');
}

function shows(weighing: Weighing): readonly string[] {
  const { misuse, unclear } = weighing;
  const lists = {
    manufacturing: weighing.manufacturing,
    orderError: weighing.orderError,
    ourTransport: weighing.ourTransport,
    otherTransport: weighing.otherTransport,
    [`unclear(${unclear?.cause})`]: unclear?.findings ?? [],
    [misuse?.isProved ? 'misuseProved' : 'misuse']: misuse?.findings ?? [],
    damage: weighing.clientDamage,
    wayBack: weighing.returnTransport,
    sound: weighing.noDefect,
  };
  const there = Object.entries(lists).flatMap(([name, findings]) =>
    findings.length ? [name] : [],
  );
  return [
    ...there,
    ...(weighing.inspected ? [] : ['notSeen']),
    ...(weighing.contradictory ? ['contradictory'] : []),
  ];
}

const named = (name: string) => found(name, 1, 'none');
const theirs = { sold: { carrier: { name: 'x', selectedBy: 'client' } } } as const;

describe('findings that name their units', () => {
  // biome-ignore format: one group a line
  test.each<readonly [string, readonly FindingFact[], string]>([
    ['two findings on the same units are one portion', [on(0, 5, found('crack', 5, 'manufacturing')), on(0, 5, found('weld', 5, 'manufacturing'))], '5 manufacturing, 5 notSeen'],
    ['two findings on other units are two portions', [on(0, 5, found('crack', 5, 'manufacturing')), on(5, 10, found('weld', 5, 'manufacturing'))], '5 manufacturing, 5 manufacturing'],
    ['where two overlap there are three', [on(0, 6, found('a', 6, 'manufacturing')), on(4, 10, found('b', 6, 'orderError'))], '4 manufacturing, 2 manufacturing orderError, 4 orderError'],
    ['units apart that share their findings are one portion', [{ ...found('a', 4, 'manufacturing'), units: [{ from: 0, to: 2 }, { from: 8, to: 10 }] }, on(2, 8, found('b', 6, 'none'))], '4 manufacturing, 6 sound'],
    ['parts of a unit too', [on(0, 0.25, found('a', 0.25, 'manufacturing')), on(0.25, 10, found('b', 9.75, 'none'))], '0.25 manufacturing, 9.75 sound'],
    ['misuse and a defect of ours on the same units are mixed', [on(0, 5, proved('a', 5)), on(0, 5, found('b', 5, 'manufacturing')), on(5, 10, found('c', 5, 'none'))], '5 unclear(mixed) misuseProved, 5 sound'],
    ['misuse and a defect of ours on other units are not', [on(0, 5, proved('a', 5)), on(5, 10, found('b', 5, 'manufacturing'))], '5 misuseProved damage, 5 manufacturing'],
    ['misuse and transport damage by our carrier are mixed too', [on(0, 5, proved('a', 5)), on(0, 5, found('b', 5, 'outboundTransport')), on(5, 10, found('c', 5, 'none'))], '5 unclear(mixed) misuseProved, 5 sound'],
    ['misuse and an order error are not: the article is wrong all the same, and damaged', [on(0, 10, proved('a', 10)), on(0, 10, found('b', 10, 'orderError'))], '10 orderError misuseProved damage'],
    ['what is doubtful beside what is ours is damage beside it', [on(0, 10, found('a', 10, 'manufacturing')), on(0, 10, found('b', 10, 'wear'))], '10 manufacturing damage'],
    ['sound and defective at once contradict, on those units only', [on(0, 6, found('a', 6, 'none')), on(4, 10, found('b', 6, 'manufacturing'))], '4 sound, 2 manufacturing sound contradictory, 4 manufacturing'],
    ['sound and wet on the way back do not', [on(0, 10, found('a', 10, 'none')), on(0, 2, found('b', 2, 'returnTransport'))], '2 wayBack sound, 8 sound'],
    ['a finding about units that are not there contradicts', [on(8, 12, found('a', 4, 'manufacturing')), on(0, 8, found('b', 8, 'none'))], '2 manufacturing contradictory, 8 sound'],
    ['a finding about no unit of the group is no portion, and puts all of it in doubt', [on(10, 12, found('a', 2, 'manufacturing')), on(0, 10, found('b', 10, 'none'))], '10 sound contradictory'],
    ['the same fact told twice counts once', [on(0, 5, found('a', 5, 'manufacturing')), on(0, 5, found('a', 5, 'manufacturing')), on(5, 10, found('b', 5, 'none'))], '5 manufacturing, 5 sound'],
  ])('%s', (_, findings, says) => {
    expect(told(findings).split(', ').sort()).toEqual(says.split(', ').sort());
    expect(told([...findings].reverse())).toBe(told(findings));
  });

  test('a finding about serials is about those units', () => {
    const counted = { serials: ['S1', 'S2', 'S3'], quantity: 3 };
    const one = { ...found('a', 1, 'manufacturing'), serials: ['S2'] };
    const rest = { ...found('b', 2, 'none'), serials: ['S1', 'S3'] };
    const input = aSituation({ counted, found: [one, rest] });
    expect(portionsOf(input).map((p) => [p.serials, p.units])).toEqual([
      [
        ['S1', 'S3'],
        [
          { from: 0, to: 1 },
          { from: 2, to: 3 },
        ],
      ],
      [['S2'], [{ from: 1, to: 2 }]],
    ]);
  });

  test('a serial the group does not hold is no unit of it', () => {
    const counted = { serials: ['S1', 'S2'], quantity: 2 };
    const one = { ...found('a', 2, 'manufacturing'), serials: ['S2', 'S9'] };
    expect(told([one], { counted })).toBe('1 notSeen, 1 manufacturing contradictory');
  });
});

describe('findings older than portions: quantities of one group add up', () => {
  // biome-ignore format: one group a line
  test.each<readonly [string, readonly FindingFact[], string]>([
    ['nothing found yet', [], '10 notSeen'],
    ['all kinds side by side', [found('a', 2, 'manufacturing'), found('b', 1, 'orderError'), found('c', 3, 'outboundTransport'), found('d', 1, 'wear'), found('e', 1, 'misuse'), found('f', 2, 'none')], '2 manufacturing, 1 misuse damage, 1 orderError, 3 ourTransport, 1 unclear(wear), 2 sound'],
    ['certain causes take their units before doubtful ones', [found('a', 4, 'wear'), found('b', 6, 'manufacturing')], '6 manufacturing, 4 unclear(wear)'],
    ['what is more than the group holds falls on the same units', [found('a', 6, 'manufacturing'), found('b', 6, 'unknown')], '2 manufacturing damage, 4 manufacturing, 4 unclear(unknown)'],
    ['but never on those found sound while others are there', [found('a', 6, 'manufacturing'), found('b', 6, 'manufacturing'), found('c', 3, 'none')], '5 manufacturing, 1 manufacturing, 1 manufacturing, 3 sound'],
    ['two defects of three units beside seven sound ones are three units', [found('a', 3, 'manufacturing'), found('b', 3, 'manufacturing'), found('c', 7, 'none')], '3 manufacturing, 7 sound'],
    ['sound units and one defect on more than the rest contradict', [found('a', 4, 'none'), found('b', 7, 'manufacturing')], '1 manufacturing sound contradictory, 6 manufacturing, 3 sound'],
    ['one finding about more than there is contradicts', [found('a', 11, 'none')], '10 sound contradictory'],
    ['what just fits does not overlap', [proved('a', 4), found('b', 6, 'outboundTransport')], '4 misuseProved damage, 6 ourTransport'],
    ['proved misuse that must overlap with ours is mixed there', [proved('a', 5), found('b', 6, 'manufacturing')], '1 unclear(mixed) misuseProved, 5 manufacturing, 4 misuseProved damage'],
    ['with sound units the overlap shows earlier', [proved('a', 4), found('b', 5, 'manufacturing'), found('c', 2, 'none')], '1 unclear(mixed) misuseProved, 4 manufacturing, 3 misuseProved damage, 2 sound'],
    ['damage on the way back shows on units something else was found on, and inspects nothing', [found('a', 10, 'returnTransport')], '10 wayBack notSeen'],
    ['so does damage nobody claimed', [found('a', 10, 'none'), found('b', 7, 'wear', { claimed: false })], '7 damage sound, 3 sound'],
    ['which says nothing about the claim on sound units', [found('a', 10, 'none'), found('b', 7, 'misuse', { claimed: false })], '7 damage sound, 3 sound'],
    ['a defect or error of ours nobody claimed is none', [found('a', 4, 'manufacturing', { claimed: false }), found('b', 6, 'orderError', { claimed: false })], '4 manufacturing, 6 orderError'],
  ])('%s', (_, findings, says) => {
    expect(told(findings).split(', ').sort()).toEqual(says.split(', ').sort());
    expect(told([...findings].reverse())).toBe(told(findings));
  });

  test('findings with and without units of one group add up as well', () => {
    expect(told([on(0, 4, found('a', 4, 'manufacturing')), found('b', 6, 'none')])).toBe(
      '4 manufacturing, 6 sound',
    );
  });

  test('the client’s carrier is another matter', () => {
    expect(told([found('a', 10, 'outboundTransport')], theirs)).toBe('10 otherTransport');
    expect(told([found('a', 10, 'outboundTransport'), proved('b', 10)], theirs)).toBe(
      '10 otherTransport unclear(mixed) misuseProved',
    );
  });
});

describe('what the records show wrong', () => {
  const shippedOther = {
    sold: { shippedArticle: { number: 'PUMP-50', name: '', gtin: '09521101530018' } },
    counted: {
      identity: 'mismatch_class',
      article: { gtin: null, number: 'PUMP-50', name: '' },
    },
  } as const;
  const threeMore = { sold: { orderedQuantity: 7 } };
  // biome-ignore format: one group a line
  test.each<readonly [string, readonly FindingFact[], Situation, string]>([
    ['another article, sound', [found('a', 10, 'none')], shippedOther, '10 wrongArticle sound'],
    ['another article nobody looked at is not seen', [], shippedOther, '10 wrongArticle notSeen'],
    ['another article, badly made as well on four', [found('a', 4, 'manufacturing'), found('b', 6, 'none')], shippedOther, '4 wrongArticle manufacturing, 6 wrongArticle sound'],
    ['another article, misused: damage beside it, and seen by it', [proved('a', 10)], shippedOther, '10 wrongArticle misuseProved damage'],
    ['another article, wet on the way back: nobody looked at more', [found('a', 10, 'returnTransport')], shippedOther, '10 wrongArticle wayBack notSeen'],
    ['three more than ordered, all sound: the last three', [found('a', 10, 'none')], threeMore, '7 sound, 3 surplus sound'],
    ['three more, and three sound: those, before any of ours', [found('a', 7, 'manufacturing'), found('b', 3, 'none')], threeMore, '7 manufacturing, 3 surplus sound'],
    ['three more, and all badly made: three of them as well', [found('a', 10, 'manufacturing')], threeMore, '7 manufacturing, 3 surplus manufacturing'],
    ['three more, and all worn: the other seven are doubtful', [found('a', 10, 'wear')], threeMore, '7 unclear(wear), 3 surplus damage'],
    ['three more, and all misused: the other seven are', [proved('a', 10)], threeMore, '7 misuseProved damage, 3 surplus misuseProved damage'],
  ])('%s', (_, findings, situation, says) => {
    expect(told(findings, situation)).toBe(says);
  });

  test('portions stand by their first unit, also when the surplus cuts them', () => {
    const each = [
      {
        ...on(0, 2, named('a')),
        units: [
          { from: 0, to: 2 },
          { from: 4, to: 8 },
        ],
      },
      on(2, 4, named('b')),
      on(8, 10, named('b2')),
    ];
    const input = aSituation({ found: each, sold: { orderedQuantity: 6 } });
    expect(portionsOf(input).map((p) => [p.units[0]?.from, p.byRecords])).toEqual([
      [0, null],
      [2, null],
      [4, 'surplus'],
      [8, null],
    ]);
  });

  test('what another case was granted has left the client, and is no surplus any more', () => {
    const input = aSituation({ found: [found('a', 10, 'none')], ...threeMore });
    const after = (quantity: number) =>
      portionsOf({
        ...input,
        grantedElsewhere: [{ orderLineId: input.orderLines[0]?.id ?? never(), quantity, value: 0 }],
      }).map((p) => [quantityOf(p), p.byRecords]);
    expect(after(2)).toEqual([
      [9, null],
      [1, 'surplus'],
    ]);
    expect(after(3)).toEqual([[10, null]]);
  });
});

test('a group of nothing has no portion', () => {
  expect(told([found('a', 0, 'wear')], { counted: { quantity: 0 } })).toBe('');
});

function never(): never {
  throw new Error('no order line');
}
