import { expect, test } from 'vitest';
import { pairPhotos, type Shown } from '../../../../renderer/workflow/photoViewer/pairPhotos.ts';

const theirs = (...captions: readonly string[]): readonly Shown[] =>
  captions.map((caption) => ({ sha256: `their ${caption}`, caption }));
const ours = (...shots: readonly (NonNullable<Shown['shot']> | 'claimed')[]): readonly Shown[] =>
  shots.map((shot, at) => ({
    sha256: `our ${at}`,
    caption: '',
    shot: shot === 'claimed' ? 'defectCloseUp' : shot,
    isClaimed: shot === 'claimed',
  }));

function paired(client: readonly Shown[], we: readonly Shown[]) {
  return pairPhotos(client, we).map(({ theirs: a, ours: b }) => [a, b]);
}

test('the client’s crack opens beside our crack, label beside label, plate beside plate', () => {
  const client = theirs('Crack at the hub', 'Etikett der Sendung', '铭牌', 'Wet carton');
  const we = ours('label', 'wholeItem', 'packaging', 'defectCloseUp', 'serialPlate');
  expect(paired(client, we)).toEqual([
    [0, 3],
    [1, 0],
    [2, 4],
    [3, 2],
    [0, 1],
  ]);
});

test('of several close-ups that of the claimed defect stands beside the claim', () => {
  expect(paired(theirs('Leak'), ours('defectCloseUp', 'claimed'))[0]).toEqual([0, 1]);
});

test('two pictures of the claim take two of ours, and a third shares', () => {
  expect(paired(theirs('a', 'b', 'c'), ours('claimed', 'claimed'))).toEqual([
    [0, 0],
    [1, 1],
    [2, 0],
  ]);
});

test('without a picture of its kind a picture stands alone, and none is left out', () => {
  expect(paired(theirs('Leak'), ours('label'))).toEqual([
    [0, null],
    [null, 0],
  ]);
  expect(paired([], ours('label', 'door'))).toEqual([
    [null, 0],
    [null, 1],
  ]);
  expect(paired(theirs('Leak'), [])).toEqual([[0, null]]);
});

test('a whole item stands in for a close-up nobody took', () => {
  expect(paired(theirs('Leak'), ours('label', 'wholeItem'))[0]).toEqual([0, 1]);
});
