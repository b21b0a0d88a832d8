import { useEffect, useRef, useState } from 'react';

/**
 * What takes its time to work out, beside the drawing: the last answer stays until the next one is
 * there, and of what is asked meanwhile only the latest is worked out. Undefined before the first.
 * `isStale`: something else is asked by now, and `workOut` may answer undefined.
 */
export function useWorkedOut<Asked extends object, Answer>(
  asked: Asked | null,
  workOut: (asked: Asked, isStale: () => boolean) => Promise<Answer | undefined>,
): Answer | undefined {
  const [answer, setAnswer] = useState<{ readonly is: Answer } | { readonly failed: unknown }>();
  const latest = useRef<Asked | null>(null);
  const isWorking = useRef(false);
  useEffect(() => {
    latest.current = asked;
    if (isWorking.current) return;
    isWorking.current = true;
    void workOutLatest();

    async function workOutLatest(): Promise<void> {
      for (let next = latest.current; next !== null; ) {
        const done = next;
        try {
          const is = await workOut(done, () => latest.current !== done);
          if (is !== undefined) setAnswer({ is });
        } catch (cause) {
          setAnswer({ failed: cause });
        }
        next = latest.current === done ? null : latest.current;
      }
      // In the same turn as the look for more: what is asked in the next one begins by itself.
      isWorking.current = false;
    }
  }, [asked, workOut]);
  if (answer && 'failed' in answer) throw answer.failed;
  return answer?.is;
}
