import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Result } from '../../../shared/result.ts';
import { ask, type Trouble } from './ask.ts';
import { useSignedOut } from './SignedOut.tsx';

/**
 * A list that is looked through here, brought page by page: its first page is there at once, the others
 * as they come. Asked again, what was there stands until all of it is. A null path asks nothing.
 */
export function useAllPages<S extends z.ZodType<{ readonly cursor: string | null }>>(
  path: string | null,
  schema: S,
): {
  /** Null while the first page is asked for. */
  readonly answer: Result<readonly z.output<S>[], Trouble> | null;
  readonly again: () => void;
} {
  const signedOut = useSignedOut();
  const [turn, setTurn] = useState(0);
  const [held, hold] = useState<{
    readonly path: string;
    readonly answer: Result<readonly z.output<S>[], Trouble>;
  } | null>(null);
  useEffect(() => {
    if (path === null) return undefined;
    let isWanted = true;
    void bring(path);
    return () => {
      isWanted = false;
    };

    async function bring(from: string): Promise<void> {
      const pages: z.output<S>[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const behind: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        const answer: Result<z.output<S>, Trouble> = await ask(
          { path: `${from}${behind}` },
          schema,
        );
        if (!isWanted) return;
        if (!answer.ok) {
          if (answer.refusal.kind === 'signedOut') return signedOut();
          return hold({ path: from, answer });
        }
        pages.push(answer.value);
        ({ cursor } = answer.value);
        const isWhole = cursor === null;
        const so = { path: from, answer: { ok: true, value: [...pages] } } as const;
        hold((before) =>
          isWhole ||
          before?.path !== from ||
          !before.answer.ok ||
          before.answer.value.length < pages.length
            ? so
            : before,
        );
      }
    }
  }, [path, schema, signedOut, turn]);
  return {
    answer: held && held.path === path ? held.answer : null,
    again: () => setTurn((before) => before + 1),
  };
}
