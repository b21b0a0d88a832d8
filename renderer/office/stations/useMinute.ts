import { useEffect, useEffectEvent, useState } from 'react';

const everyMs = 30_000;

/** The time to half a minute; each time it moves, what is shown is asked anew. */
export function useMinute(again: () => void): number {
  const [now, tick] = useState(() => Date.now());
  const passed = useEffectEvent(() => {
    tick(Date.now());
    again();
  });
  useEffect(() => {
    const timer = setInterval(() => passed(), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
