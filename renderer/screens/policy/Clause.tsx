import type { ReactNode } from 'react';
import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import type { ClauseId } from '../../../shared/facts/policyText.ts';
import { policyWords } from '../../../shared/policy/policyWords.ts';
import { ClauseMark } from '../../components/returns/ClauseMark.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';

/** A clause that is named; one press shows the words of the edition the case is decided by. */
export function Clause(props: {
  readonly clause: ClauseId;
  readonly policy: PolicyVersion | null;
}): ReactNode {
  const { t } = useWording();
  const { clause, policy } = props;
  return (
    <ClauseMark clause={clause} name={t(`clause.${clause}`)} words={policyWords(clause, policy)} />
  );
}
