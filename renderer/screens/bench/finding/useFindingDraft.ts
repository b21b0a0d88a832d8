import { useRef, useState } from 'react';
import type { UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { type FindingDraft, saveDraft, setDraftAside } from '../../../actions/saveDraft.ts';
import { underWay } from '../../../recording/underWay.ts';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { isBegun } from './findingDraft.ts';

/** A finding that saves itself while it is put together. */
export function useFindingDraft(
  { caseId, unitGroupId }: Pick<UnitsCountedFact, 'caseId' | 'unitGroupId'>,
  start: FindingDraft,
): {
  readonly draft: FindingDraft;
  readonly change: (part: Partial<FindingDraft>) => void;
  /** It is being recorded: whoever comes back to these units meanwhile finds nothing begun. */
  readonly setAside: () => void;
  /** It has become a finding, or was given up. */
  readonly startAnew: (empty: FindingDraft) => void;
} {
  const context = useActionContext();
  const [draft, setDraft] = useState(start);
  const latest = useRef(start);
  const put = (next: FindingDraft) => {
    latest.current = next;
    setDraft(next);
    const kept = isBegun(next) ? next : null;
    void underWay(context.db, saveDraft(context, { caseId, unitGroupId, draft: kept }));
  };
  return {
    draft,
    change: (part) => put({ ...latest.current, ...part }),
    setAside: () => setDraftAside(context, { caseId, unitGroupId }),
    startAnew: put,
  };
}
