import { expect, test } from 'vitest';
import { markTaking } from '../../../renderer/screens/camera/markTaking.ts';
import { readImageHeader } from '../../../shared/facts/imageHeader.ts';

/** Start, a frame of 640 × 480, a scan, the end: what a header is read from. */
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x01, 0xe0, 0x02, 0x80, 0x01, 0x01, 0x11, 0x00, 0xff,
  0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0x34, 0xff, 0xd9,
]);
const takenAt = '2026-11-29T09:00:00.000Z';

test('two takings of the same picture are two photos, and both are the picture', () => {
  const [one, two] = ['a', 'b'].map((id) => markTaking(jpeg, { takenAt, id }));
  expect(one).not.toEqual(two);
  for (const photo of [one, two]) {
    expect(photo && readImageHeader(photo)).toEqual(readImageHeader(jpeg));
    expect(photo?.subarray(-jpeg.length + 2)).toEqual(jpeg.subarray(2));
  }
});

test('a taking says when it was and which', () => {
  const said = new TextDecoder().decode(markTaking(jpeg, { takenAt, id: 'a' }).subarray(6, 41));
  expect(said).toBe(`Quayside ${takenAt} a`);
});
