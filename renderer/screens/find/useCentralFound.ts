import { useEffect, useState } from 'react';
import type { Result } from '../../../shared/result.ts';
import { type SearchResponse, searchLimits } from '../../../shared/sync/searchApi.ts';

/** Asks central, or says that it cannot be asked. */
export type AskSearch = (
  text: string,
  signal: AbortSignal,
) => Promise<Result<SearchResponse, { readonly code: 'centralUnreachable' | 'centralRefuses' }>>;

export type CentralFound =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'answered'; readonly of: string; readonly answer: SearchResponse };

/** Typing goes on; and nobody waits longer for central than for a colleague. */
const pauseMs = 250;
const mostMs = 3_000;
const fewest = 2;

/** What central knows of a text once typing pauses. What was asked before is not waited for. */
export function useCentralFound(text: string, ask: AskSearch): CentralFound {
  const sought = text.trim().slice(0, searchLimits.characters);
  const [said, say] = useState<{ readonly of: string; readonly is: CentralFound } | null>(null);
  useEffect(() => {
    if (sought.length < fewest) return undefined;
    const asking = new AbortController();
    const overdue = () => {
      say({ of: sought, is: { kind: 'unreachable' } });
      asking.abort();
    };
    let timer = setTimeout(() => {
      timer = setTimeout(overdue, mostMs);
      void ask(sought, asking.signal).then((answer) => {
        if (asking.signal.aborted) return;
        clearTimeout(timer);
        say({
          of: sought,
          is: answer.ok
            ? { kind: 'answered', of: sought, answer: answer.value }
            : { kind: 'unreachable' },
        });
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [sought, ask]);
  if (sought.length < fewest) return { kind: 'notAsked' };
  return said?.of === sought ? said.is : { kind: 'asking' };
}
