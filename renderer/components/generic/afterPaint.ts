import { useEffect, useState } from 'react';

/** Once what was just drawn is on the screen. Call what comes back to leave it. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    // A task begun in a frame runs after its paint.
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * The value as it was before the last paint: what takes long to draw holds no answer up. At once at
 * first, unless something else is shown until there was a paint.
 */
export function useBehindPaint<Value>(value: Value, first = value): Value {
  const [shown, setShown] = useState(() => first);
  useEffect(() => afterPaint(() => setShown(() => value)), [value]);
  // null is something that may be shown.
  const isFirst = shown === undefined;
  return isFirst ? value : shown;
}
