import { onTestFinished, vi } from 'vitest';
import type { aBench } from './aBench.tsx';

/** Seals nothing until the answer is called; then a finding that waited is refused so, or sealed. */
export function slowJournal(
  { station: { desktop } }: Awaited<ReturnType<typeof aBench>>,
  refusal: { readonly code: 'diskFull'; readonly freeBytes: number } | null = null,
): () => void {
  const seal = desktop.sealCommand;
  let free = () => {};
  const written = new Promise<void>((resolve) => {
    free = resolve;
  });
  let refuses = refusal;
  vi.spyOn(desktop, 'sealCommand').mockImplementation(async (asked) => {
    await written;
    const refused = asked.draft.fact.kind === 'finding' ? refuses : null;
    if (!refused) return await seal(asked);
    refuses = null;
    return { ok: false, refusal: refused };
  });
  onTestFinished(() => free());
  return () => free();
}
