import { rolesFor } from '../../shared/cases/decisions/entitled.ts';
import type { Person } from '../../shared/facts/documents.ts';
import type { FactOf } from '../../shared/facts/fact.ts';
import { admit, groundless } from './admitInBatch.ts';
import { answer, refusedAs } from './answers.ts';
import type { Batch, Decided } from './batch.ts';

/**
 * The refused record is decided about once more, as if whoever signed it had been entitled then: the
 * supervisor's word stands for who and when, and for nothing else.
 */
export function withRecord(
  applied: Decided,
  fact: FactOf<'acceptedAnyway'>,
  batch: Batch,
): Decided {
  const { sent } = applied;
  const record = batch.refused?.get(fact.accepts);
  // Somebody else has accepted it meanwhile.
  if (!record || batch.known.get(record.sent.id)?.status === 'applied') return applied;
  if (!record.signer) return answer(sent, refusedAs(sent, { code: 'badSignature' }));
  const without = groundless(sent, record.fact, batch);
  if (without) return without;
  const { kind, caseId } = record.fact;
  const paper = caseId === null ? undefined : batch.workingSet.cases.get(caseId);
  if (paper && paper.siteId !== record.fact.siteId)
    return answer(sent, refusedAs(sent, { code: 'otherSite' }));
  const entitled: Person = {
    ...record.signer,
    active: true,
    siteIds: [record.fact.siteId],
    roles: [...new Set([...record.signer.roles, ...rolesFor[kind]])],
  };
  const admitted = admit(record.fact, entitled, batch, true);
  return admitted.ok
    ? { ...applied, accepted: { record, admitted: admitted.value } }
    : answer(sent, refusedAs(sent, admitted.refusal));
}
