import type { Precedent } from '../../facts/documents.ts';
import type { Fact } from '../../facts/fact.ts';
import { PrecedentId } from '../../ids.ts';

/** What a supervisor answered once is offered the next time the policy asks. Ids: the fact's, numbered. */
export function precedentsOf(fact: Fact): readonly Precedent[] {
  if (fact.kind !== 'verdictDecided') return [];
  return fact.answers.map(({ question, answer, reason }, index) => ({
    id: PrecedentId.parse(`${fact.id}.${index + 1}`),
    question,
    answer,
    reason,
    caseId: fact.caseId,
    personId: fact.personId,
    decidedAt: fact.at.utc,
  }));
}
