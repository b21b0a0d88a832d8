import { describe, expect, test } from 'vitest';
import {
  gapToFill,
  heardEpoch,
  offered,
  offeredAfterRestore,
} from '../../../renderer/protocol/offering.ts';
import { acceptedMs } from '../../../shared/cases/retention.ts';

const newest = '2026-11-20T15:00:00.000Z';
const earlier = (ms: number) => new Date(Date.parse(newest) - ms).toISOString();
const own = (sequence: number, acceptedAt: string | null) => ({
  sequence,
  acceptance: acceptedAt === null ? ('here' as const) : ('accepted' as const),
  acceptedAt,
});

test('Central counts as restored only where another count was heard before', () => {
  expect(heardEpoch(undefined, 'epoch-1')).toBe('first');
  expect(heardEpoch('epoch-1', 'epoch-1')).toBe('same');
  expect(heardEpoch('epoch-1', 'epoch-2')).toBe('restored');
});

describe('After a restore', () => {
  test.each([
    ['nothing is offered where there is nothing', [], []],
    [
      'all is offered that was accepted in the time it is kept, its first moment with it',
      [own(1, earlier(acceptedMs + 1)), own(2, earlier(acceptedMs)), own(3, newest)],
      [2, 3],
    ],
    [
      'the time counts back from the last acceptance, wherever in the order it stands',
      [own(1, newest), own(2, earlier(acceptedMs + 1)), own(3, earlier(acceptedMs + 2))],
      [1, 2, 3],
    ],
    [
      'what was never answered is offered however old the rest is, and all behind it',
      [
        own(1, earlier(acceptedMs + 2)),
        own(2, null),
        own(3, earlier(acceptedMs + 1)),
        own(4, newest),
      ],
      [2, 3, 4],
    ],
    ['what waits does not hide what was just accepted', [own(1, newest), own(2, null)], [1, 2]],
    ['all is offered where nothing was ever answered', [own(1, null), own(2, null)], [1, 2]],
  ])('%s', (_, commands, again) => {
    expect(offeredAfterRestore(commands).map((it) => it.sequence)).toEqual(again);
  });

  test('what is offered again counts as answered no longer', () => {
    expect(offered(own(3, newest))).toEqual({ sequence: 3, acceptance: 'here', acceptedAt: null });
  });
});

describe('The gap central names', () => {
  test('is filled up to what waits already', () => {
    expect(gapToFill(4, { isThere: false, next: 7 })).toEqual({ from: 4, below: 7 });
  });
  test('is filled with all there is where nothing waits', () => {
    const gap = gapToFill(4, { isThere: false, next: undefined });
    expect(gap).toEqual({ from: 4, below: Number.MAX_SAFE_INTEGER });
  });
  test('is none where its first waits itself', () => {
    expect(gapToFill(4, { isThere: true, next: 4 })).toBe(null);
  });
});
