import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Result } from '../../../shared/result.ts';
import { ask, type Trouble } from './ask.ts';
import { useSignedOut } from './SignedOut.tsx';

/** Null while it is asked for the first time; what was answered before stands while it is asked again. */
export type Answered<T> = Result<T, Trouble> | null;

/** What central says to a question; `again` asks once more. A null path asks nothing. */
export function useAsked<S extends z.ZodType>(
  path: string | null,
  schema: S,
): { readonly answer: Answered<z.output<S>>; readonly again: () => void } {
  const signedOut = useSignedOut();
  const [turn, setTurn] = useState(0);
  const [held, hold] = useState<{ path: string; answer: Result<z.output<S>, Trouble> } | null>(
    null,
  );
  useEffect(() => {
    if (path === null) return undefined;
    let isWanted = true;
    void ask({ path }, schema).then((answer) => {
      if (!isWanted) return;
      if (!answer.ok && answer.refusal.kind === 'signedOut') signedOut();
      else hold({ path, answer });
    });
    return () => {
      isWanted = false;
    };
  }, [path, schema, signedOut, turn]);
  return {
    answer: held && held.path === path ? held.answer : null,
    again: () => setTurn((before) => before + 1),
  };
}
