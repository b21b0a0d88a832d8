import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { ask, type Trouble } from './ask.ts';
import { useSignedOut } from './SignedOut.tsx';

type Held<Page> = {
  readonly path: string;
  readonly pages: readonly Page[];
  readonly trouble: Trouble | null;
};

export type Pages<Page> = {
  /** Null while the first is asked for. */
  readonly pages: readonly Page[] | null;
  readonly trouble: Trouble | null;
  readonly isAsking: boolean;
  /** Asks for the page behind the last; null: that was all. */
  readonly more: (() => void) | null;
  /** Begins anew with the first page; what is there stands until it is answered. */
  readonly again: () => void;
};

/** A list too long to be answered at once. `path` has a query already, and changes where another is asked for. */
export function usePages<S extends z.ZodType<{ readonly cursor: string | null }>>(
  path: string | null,
  schema: S,
): Pages<z.output<S>> {
  const signedOut = useSignedOut();
  const [wish, setWish] = useState<{ cursor: string | null; turn: number }>(begin);
  const [held, hold] = useState<Held<z.output<S>> | null>(null);
  const [asked, setAsked] = useState(path);
  const [answered, setAnswered] = useState<unknown>(null);
  if (asked !== path) {
    setAsked(path);
    setWish(begin);
  }
  useEffect(() => {
    if (path === null || asked !== path) return undefined;
    let isWanted = true;
    const { cursor } = wish;
    const behind = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    void ask({ path: `${path}${behind}` }, schema).then((answer) => {
      if (!isWanted) return;
      if (!answer.ok && answer.refusal.kind === 'signedOut') return signedOut();
      setAnswered(wish);
      hold((before) => {
        const earlier = cursor !== null && before?.path === path ? before.pages : [];
        if (answer.ok) return { path, pages: [...earlier, answer.value], trouble: null };
        const kept = before?.path === path ? before.pages : [];
        return { path, pages: kept, trouble: answer.refusal };
      });
    });
    return () => {
      isWanted = false;
    };
  }, [path, asked, schema, signedOut, wish]);
  const here = held !== null && held.path === path ? held : null;
  const cursor = here?.pages.at(-1)?.cursor ?? null;
  return {
    pages: here?.pages ?? null,
    trouble: here?.trouble ?? null,
    isAsking: answered !== wish,
    more: cursor === null ? null : () => setWish(({ turn }) => ({ cursor, turn: turn + 1 })),
    again: () => setWish(({ turn }) => ({ cursor: null, turn: turn + 1 })),
  };
}

const begin = { cursor: null, turn: 0 };
