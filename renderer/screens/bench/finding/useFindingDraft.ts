import { useRef, useState } from 'react';
import type { UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { type FindingDraft, saveDraft } from '../../../actions/saveDraft.ts';
import { underWay } from '../../../recording/underWay.ts';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { isBegun } from './findingDraft.ts';

/**
 * A finding that saves itself while it is put together. One write at a time: what changed meanwhile
 * goes with the next one, so that typing never queues.
 */
export function useFindingDraft(
  group: Pick<UnitsCountedFact, 'caseId' | 'unitGroupId'>,
  start: FindingDraft,
): {
  readonly draft: FindingDraft;
  readonly change: (part: Partial<FindingDraft>) => void;
  /** It has become a finding, or was given up. */
  readonly startAnew: (empty: FindingDraft) => void;
} {
  const context = useActionContext();
  const [draft, setDraft] = useState(start);
  const latest = useRef(start);
  const wanted = useRef(false);
  const isSaving = useRef(false);

  const save = async (): Promise<void> => {
    wanted.current = true;
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      while (wanted.current) {
        wanted.current = false;
        const now = latest.current;
        await saveDraft(context, { ...group, draft: isBegun(now) ? now : null });
      }
    } finally {
      isSaving.current = false;
    }
  };
  const put = (next: FindingDraft) => {
    latest.current = next;
    setDraft(next);
    void underWay(context.db, save());
  };
  return { draft, change: (part) => put({ ...latest.current, ...part }), startAnew: put };
}
