import type { ReactNode } from 'react';
import type { ClauseId } from '../../../shared/policy/decision.ts';
import { policyWords } from '../../../shared/policy/policyWords.ts';
import { ClauseMark } from '../../components/returns/ClauseMark.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';

/** A clause that is named; one press shows the words of the edition the case is decided by. */
export function Clause(props: {
  readonly clause: ClauseId;
  readonly textSha256: string;
}): ReactNode {
  const { t } = useWording();
  const { clause, textSha256 } = props;
  return (
    <ClauseMark
      clause={clause}
      name={t(`clause.${clause}`)}
      words={policyWords(clause, textSha256)}
    />
  );
}
