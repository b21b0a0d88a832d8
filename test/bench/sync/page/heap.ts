import { photoBytes } from './floorSending.ts';

export { photoBytes };

/** Pictures of random bytes: nothing a store could make smaller, none like another. */
export function picture(n: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(photoBytes);
  for (let from = 0; from < photoBytes; from += 65_536)
    crypto.getRandomValues(bytes.subarray(from, Math.min(photoBytes, from + 65_536)));
  bytes.set([0xff, 0xd8, 0xff, n % 256]);
  return bytes;
}

type Memory = { readonly usedJSHeapSize: number };

/** Times keeping `count` pictures one after the other; figures in MB/s and MB of heap grown. */
export async function keeping(
  count: number,
  keep: (n: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
) {
  const pictures = Array.from({ length: 20 }, (_, n) => picture(n));
  const before = heapMegabytes();
  let most = before;
  let took = 0;
  for (let n = 0; n < count; n += 1) {
    const bytes = new Uint8Array(pictures[n % pictures.length] ?? []);
    new DataView(bytes.buffer).setUint32(8, n);
    const start = performance.now();
    await keep(n, bytes);
    took += performance.now() - start;
    if (n % 10 === 0) most = Math.max(most, heapMegabytes());
  }
  const figures = {
    'MB/s': (count * photoBytes) / 1000 / took,
    'heap growth in MB': most - before,
  };
  return { ms: [took], figures };
}

function heapMegabytes(): number {
  return (Reflect.get(performance, 'memory') as Memory).usedJSHeapSize / 1e6;
}
