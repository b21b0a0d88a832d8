import { useState } from 'react';
import type { BarcodeRefusal } from '../../../shared/barcodes/barcodeRefusal.ts';
import type { ArrivalId, CaseId, ClientId } from '../../../shared/ids.ts';
import { openCase } from '../../actions/openCase.ts';
import { relinkArrival } from '../../actions/relinkArrival.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useActionContext } from '../../workflow/AtWork.tsx';

/** Gives goods without papers their case: an announced one, or one of their own. */
export function useSettling(arrivalId: ArrivalId | null, onSettled: (caseId: CaseId) => void) {
  const context = useActionContext();
  const [refusal, setRefusal] = useState<ActionRefusal | BarcodeRefusal | null>(null);
  async function link(caseId: CaseId, reason: string): Promise<void> {
    if (arrivalId === null) return;
    const linked = await relinkArrival(context, { arrivalId, caseId, reason });
    setRefusal(linked.ok ? null : linked.refusal);
    if (linked.ok) onSettled(caseId);
  }
  async function open(clientId: ClientId | null): Promise<void> {
    if (arrivalId === null) return;
    const opened = await openCase(context, { clientId, arrivalId, note: '' });
    setRefusal(opened.ok ? null : opened.refusal);
    if (opened.ok) onSettled(opened.value.caseId);
  }
  return { refusal, setRefusal, link, open };
}
