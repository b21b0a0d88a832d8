import type { ReactNode } from 'react';
import type { PolicyVersion, Precedent } from '../../../shared/facts/documents.ts';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import type { Question } from '../../../shared/policy/decision.ts';
import { policyWords } from '../../../shared/policy/policyWords.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { Identifier } from '../../components/returns/Identifier.tsx';
import { PolicyQuote } from '../../components/returns/PolicyQuote.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './PolicyPanel.module.css';
import { type PrecedentSum, precedentSums } from './precedentSums.ts';
import { sayAnswer, sayWhy } from './sayWhy.ts';

/** Where the policy is silent or contradicts itself: both clauses, the question, what was answered before. */
export function ConflictCards(props: {
  readonly questions: readonly Question[];
  readonly precedents: readonly Precedent[];
  readonly people: CaseView['people'];
  /** Of the edition the case is decided by. */
  readonly policy: PolicyVersion | null;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  return props.questions.map((question) => {
    const before = precedentSums(props.precedents.filter((p) => p.question === question.question));
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
              <PolicyQuote words={policyWords(clause, props.policy)} isPlain />
            </div>
          ))}
        </div>
        <p>{sayWhy(wording, question.why)}</p>
        <p className={styles['note']}>{t('policy.question.who')}</p>
        {before.length > 0 && <Precedents sums={before} people={props.people} />}
      </section>
    );
  });
}

/** Named by whom, of those who answered so; the others are counted. */
const mostNamed = 3;

/** What people answered before: how often, who, and the last of them in full. */
function Precedents(props: {
  readonly sums: readonly PrecedentSum[];
  readonly people: CaseView['people'];
}): ReactNode {
  const wording = useWording();
  const { t, formatDate, formatList, formatNumber } = wording;
  const sayBy = ({ by }: PrecedentSum) =>
    formatList([
      ...by.slice(0, mostNamed).map(({ personId, count }) =>
        t('precedent.by', {
          name: props.people.get(personId)?.name ?? personId,
          count: formatNumber(count),
        }),
      ),
      ...(by.length > mostNamed
        ? [t('precedent.others', { count: formatNumber(by.length - mostNamed) })]
        : []),
    ]);
  return (
    <section className={styles['precedents']}>
      <h4>{t('precedent.title')}</h4>
      <ul>
        {props.sums.map((sum) => (
          <li key={sum.answer}>
            <strong>{sayAnswer(wording, sum.last.question, sum.answer)}</strong>
            {' · '}
            {t('precedent.times', { count: sum.count })}
            {' · '}
            {sayBy(sum)}
            <p>
              {t('precedent.last', {
                date: formatDate(sum.last.decidedAt, 'dayWithYear'),
                reason: sum.last.reason,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
