import { useMemo, useRef, useState } from 'react';

export type Readable<T> = {
  /** What is drawn. */
  readonly shown: T;
  /** What is so at this moment, drawn yet or not: for work that runs between two pictures. */
  readonly now: () => T;
  readonly put: (next: T) => void;
};

/** State that handlers can read as it is, however long ago they were made. */
export function useReadable<T>(start: T): Readable<T> {
  const [shown, setShown] = useState(start);
  const latest = useRef(start);
  const ways = useMemo(
    () => ({
      now: () => latest.current,
      put: (next: T) => {
        latest.current = next;
        setShown(() => next);
      },
    }),
    [],
  );
  return { shown, ...ways };
}
