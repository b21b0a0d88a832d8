/**
 * Puts into the browser's timeline how long a scan took, from the time stamp of its own last key, so
 * that a thread that came late is seen: `scan heard` when the thread came to it, `scan answered` when
 * the answer was painted. Whoever observes measures gets them; nothing is kept.
 */
export function timeScan(answer: Promise<unknown>, at: number | undefined): void {
  if (at === undefined) return;
  measured('scan heard', at);
  void answer.then(() =>
    // A task begun in a frame runs after its paint.
    requestAnimationFrame(() => setTimeout(() => measured('scan answered', at))),
  );
}

function measured(name: string, start: number): void {
  performance.measure(name, { start, end: performance.now() });
  performance.clearMeasures(name);
}
