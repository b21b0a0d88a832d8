import type { ReactNode } from 'react';
import type { Precedent } from '../../../shared/facts/documents.ts';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import type { Question } from '../../../shared/policy/decision.ts';
import { policyWords } from '../../../shared/policy/policyWords.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { PolicyQuote } from '../../components/returns/PolicyQuote.tsx';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './PolicyPanel.module.css';
import { sayAnswer, sayWhy } from './sayWhy.ts';

/** Where the policy is silent or contradicts itself: both clauses, the question, what was answered before. */
export function ConflictCards(props: {
  readonly questions: readonly Question[];
  readonly precedents: readonly Precedent[];
  /** Of the edition the case is decided by. */
  readonly textSha256: string;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  return props.questions.map((question) => {
    const before = props.precedents.filter((p) => p.question === question.question);
    return (
      <section
        key={`${question.question} ${question.unitGroupId ?? ''} ${keyOfUnits(question.units)}`}
        className={styles['conflict']}
      >
        <h3 className={styles['question']}>
          <Icon name="question" />
          {t(`question.${question.question}`)}
        </h3>
        <div className={styles['sides']}>
          {question.clauses.map((clause, side) => (
            // Two sides of one conflict: their places are what they are.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={side} className={styles['clause']}>
              <Identifier value={clause} size="small" />
              <p>{t(`clause.${clause}`)}</p>
              <PolicyQuote words={policyWords(clause, props.textSha256)} isPlain />
            </div>
          ))}
        </div>
        <p>{sayWhy(wording, question.why)}</p>
        <p className={styles['note']}>{t('policy.question.who')}</p>
        {before.length > 0 && (
          <ul className={styles['precedents']}>
            {before.slice(0, 3).map((precedent) => (
              <li key={precedent.id}>
                <strong>{sayAnswer(wording, precedent.question, precedent.answer)}</strong>
                {' · '}
                {formatDate(precedent.decidedAt, 'day')}
                <p>{precedent.reason}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}
