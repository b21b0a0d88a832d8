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

/** The value as it was before the last paint: whoever draws thousands of rows of it holds no answer up. */
export function useBehindPaint<Value>(value: Value | undefined): Value | undefined {
  const [shown, setShown] = useState(value);
  useEffect(() => (value === shown ? undefined : afterPaint(() => setShown(value))));
  return shown ?? value;
}
