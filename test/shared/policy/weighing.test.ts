/** How the units of one group are counted by what was found, each once. */
import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../shared/policy/groupFacts.ts';
import { type Weighing, weighFindings } from '../../../shared/policy/weighing.ts';
import type { Cause } from '../../../shared/returns/codes.ts';
import { aSituation, type Situation } from '../../builders/aSituation.ts';
import { findingId, photoId } from '../../builders/ids.ts';
import { aDefect, aFinding, aPhoto } from '../../builders/recordedFacts.ts';

const found = (
  name: string,
  quantity: number,
  cause: Cause | 'none',
  more: Parameters<typeof aDefect>[0] = {},
) =>
  aFinding({
    findingId: findingId(name),
    quantity,
    observation: cause === 'none' ? { kind: 'noDefect' } : aDefect({ cause, ...more }),
  });
const proved = (name: string, quantity: number) => ({
  ...found(name, quantity, 'misuse', { indicators: ['overload', 'impactMark'] }),
  photoIds: [photoId('photo-1')],
});

function weighed(findings: Situation['found'], byRecords = 0, situation: Situation = {}) {
  const input = aSituation({ found: findings ?? [], photos: [aPhoto()], ...situation });
  const [facts] = groupsOf(input);
  if (facts === undefined) throw new Error('no group');
  return weighFindings(facts, byRecords * 1000, 2);
}

/** Only what is not zero, in units. */
function told(weighing: Weighing): Readonly<Record<string, number | string>> {
  const shares = Object.entries({
    byRecords: weighing.byRecords,
    manufacturing: weighing.manufacturing.quantity,
    orderError: weighing.orderError.quantity,
    ourTransport: weighing.ourTransport.quantity,
    otherTransport: weighing.otherTransport.quantity,
    [`unclear (${weighing.unclear.cause})`]: weighing.unclear.quantity,
    misuseProved: weighing.misuseProved.quantity,
    misuseNotProved: weighing.misuseNotProved.quantity,
    noDefect: weighing.noDefect.quantity,
    uninspected: weighing.uninspected,
  });
  return {
    ...Object.fromEntries(
      shares.filter(([, quantity]) => quantity !== 0).map(([name, q]) => [name, q / 1000]),
    ),
    ...(weighing.beyond.length > 0 ? { beyond: weighing.beyond.length } : {}),
    ...(weighing.contradictory ? { contradictory: 'yes' } : {}),
  };
}

describe('ten units, each counted once', () => {
  // biome-ignore format: one group a line
  test.each<readonly [string, Weighing, Readonly<Record<string, number | string>>]>([
    ['nothing found yet', weighed([]), { uninspected: 10 }],
    ['all kinds side by side', weighed([found('a', 2, 'manufacturing'), found('b', 1, 'orderError'), found('c', 3, 'outboundTransport'), found('d', 1, 'wear'), found('e', 1, 'misuse'), found('f', 2, 'none')]), { manufacturing: 2, orderError: 1, ourTransport: 3, 'unclear (wear)': 1, misuseNotProved: 1, noDefect: 2 }],
    ['our errors before the doubtful, where they overlap', weighed([found('a', 6, 'manufacturing'), found('b', 6, 'unknown')]), { manufacturing: 6, 'unclear (unknown)': 4 }],
    ['a defect before an order error', weighed([found('a', 6, 'orderError'), found('b', 6, 'manufacturing')]), { manufacturing: 6, orderError: 4 }],
    ['an order error before transport damage', weighed([found('a', 6, 'outboundTransport'), found('b', 6, 'orderError')]), { orderError: 6, ourTransport: 4 }],
    ['the doubtful before unproved misuse', weighed([found('a', 6, 'misuse'), found('b', 6, 'wear')]), { 'unclear (wear)': 6, misuseNotProved: 4 }],
    ['defects found twice are capped by what is left', weighed([found('a', 6, 'manufacturing'), found('b', 6, 'manufacturing'), found('c', 3, 'none')]), { manufacturing: 7, noDefect: 3 }],
    ['proved misuse leaves the others to us', weighed([proved('a', 4), found('b', 6, 'manufacturing'), found('c', 6, 'manufacturing')], 0), { manufacturing: 6, misuseProved: 4 }],
    ['proved misuse that must overlap with ours is mixed', weighed([proved('a', 5), found('b', 6, 'manufacturing')]), { 'unclear (mixed)': 10 }],
    ['with sound units the overlap shows earlier', weighed([proved('a', 4), found('b', 5, 'orderError'), found('c', 2, 'none')]), { 'unclear (mixed)': 8, noDefect: 2 }],
    ['transport damage by our carrier overlaps too', weighed([proved('a', 5), found('b', 6, 'outboundTransport')]), { 'unclear (mixed)': 10 }],
    ['what just fits does not overlap', weighed([proved('a', 4), found('b', 6, 'outboundTransport')]), { ourTransport: 6, misuseProved: 4 }],
    ['misuse found twice on the same units is no overlap with anything of ours', weighed([proved('a', 6), proved('b', 6)]), { misuseProved: 10 }],
    ['proved and unproved misuse are two things', weighed([proved('a', 4), found('b', 6, 'misuse')]), { misuseProved: 4, misuseNotProved: 6 }],
    ['the client’s carrier is another matter', weighed([found('a', 10, 'outboundTransport')], 0, { sold: { carrier: { name: 'x', selectedBy: 'client' } } }), { otherTransport: 10 }],
    ['damage on the way back is beyond the claim and inspects nothing', weighed([found('a', 10, 'returnTransport')]), { uninspected: 10, beyond: 1 }],
    ['so is damage nobody claimed', weighed([found('a', 4, 'none'), found('b', 6, 'wear', { claimed: false })]), { noDefect: 4, uninspected: 6, beyond: 1 }],
    ['a defect or error of ours nobody claimed is not', weighed([found('a', 4, 'manufacturing', { claimed: false }), found('b', 6, 'orderError', { claimed: false })]), { manufacturing: 4, orderError: 6 }],
    ['a finding about more than there is contradicts', weighed([found('a', 11, 'none')]), { noDefect: 11, contradictory: 'yes' }],
    ['sound units and a defect on more than the rest contradict', weighed([found('a', 4, 'none'), found('b', 7, 'manufacturing')]), { manufacturing: 6, noDefect: 4, contradictory: 'yes' }],
    ['further damage on more than the rest does not', weighed([found('a', 10, 'none'), found('b', 7, 'wear', { claimed: false })]), { noDefect: 10, beyond: 1 }],
  ])('%s', (_, weighing, expected) => {
    expect(told(weighing)).toEqual(expected);
  });
});

describe('what the records show wrong', () => {
  // biome-ignore format: one group a line
  test.each<readonly [string, Weighing, Readonly<Record<string, number | string>>]>([
    ['the whole group, sound', weighed([found('a', 10, 'none')], 10), { byRecords: 10, noDefect: 10 }],
    ['the whole group, and badly made as well: the defect comes first', weighed([found('a', 4, 'manufacturing'), found('b', 6, 'none')], 10), { byRecords: 6, manufacturing: 4, noDefect: 6 }],
    ['the whole group, misused: beyond the claim, and inspected by it', weighed([proved('a', 10)], 10), { byRecords: 10, beyond: 1 }],
    ['the whole group, worn on four: beyond the claim', weighed([found('a', 4, 'wear'), found('b', 6, 'none')], 10), { byRecords: 10, noDefect: 6, beyond: 1 }],
    ['three of ten, the rest sound', weighed([found('a', 10, 'none')], 3), { byRecords: 3, noDefect: 10 }],
    ['three of ten, and seven badly made', weighed([found('a', 7, 'manufacturing'), found('b', 3, 'none')], 3), { byRecords: 3, manufacturing: 7, noDefect: 3 }],
    ['three of ten, and all worn: the other seven are doubtful', weighed([found('a', 10, 'wear')], 3), { byRecords: 3, 'unclear (wear)': 7 }],
    ['three of ten, and all misused: the other seven are', weighed([proved('a', 10)], 3), { byRecords: 3, misuseProved: 7 }],
  ])('%s', (_, weighing, expected) => {
    expect(told(weighing)).toEqual(expected);
  });

  test('a group of nothing weighs nothing', () => {
    expect(told(weighed([found('a', 0, 'wear')], 0, { counted: { quantity: 0 } }))).toEqual({});
  });
});
