const startOfImage = 2;
const commentMarker = [0xff, 0xfe] as const;

/**
 * The JPEG with a comment (ISO/IEC 10918-1, B.2.4.5) saying which taking it is, so that no two takings
 * have the same bytes, even where a camera gives the same picture twice: what has the same bytes is the
 * same photo. Not a pixel is changed.
 */
export function markTaking(
  jpeg: Uint8Array<ArrayBuffer>,
  { takenAt, id }: { readonly takenAt: string; readonly id: string },
): Uint8Array<ArrayBuffer> {
  const words = new TextEncoder().encode(`Quayside ${takenAt} ${id}`);
  const length = words.length + 2;
  const marked = new Uint8Array(jpeg.length + words.length + 4);
  marked.set(jpeg.subarray(0, startOfImage));
  marked.set([...commentMarker, length >> 8, length & 0xff], startOfImage);
  marked.set(words, startOfImage + 4);
  marked.set(jpeg.subarray(startOfImage), startOfImage + 4 + words.length);
  return marked;
}
