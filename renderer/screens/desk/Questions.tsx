import type { ReactNode } from 'react';
import type { Question } from '../../../shared/policy/decision.ts';
import type { Precedent } from '../../../shared/returns/documents.ts';
import { Identifier } from '../../components/Identifier.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { sayAnswer, sayWhy } from '../policy/sayWhy.ts';
import styles from './DecisionSheet.module.css';
import { type AnswerDraft, type DecisionDraft, keyOf, type OpenPart } from './decisionDraft.ts';

/** What the policy leaves to this person. Earlier answers are offered, never filled in. */
export function Questions(props: {
  /** Those answered so far and those open, in the order they were raised. */
  readonly questions: readonly Question[];
  readonly view: CaseView;
  readonly precedents: readonly Precedent[];
  readonly answers: DecisionDraft['answers'];
  readonly open: OpenPart | null;
  readonly onAnswer: (answers: DecisionDraft['answers']) => void;
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  return props.questions.map((question) => {
    const key = keyOf(question);
    const given: AnswerDraft = props.answers[key] ?? { question, answer: null, reason: '' };
    const change = (part: Partial<AnswerDraft>) =>
      props.onAnswer({ ...props.answers, [key]: { ...given, ...part } });
    const before = props.precedents.find((p) => p.question === question.question);
    const isOpen = (part: OpenPart['part']) =>
      props.open?.part === part && 'key' in props.open && props.open.key === key;
    return (
      <section key={key} className={styles['question']}>
        <h3>{t(`question.${question.question}`)}</h3>
        <p>
          {question.clauses.map((clause) => (
            <span key={clause} className={styles['clause']}>
              <Identifier value={clause} size="small" />
            </span>
          ))}
          {sayWhy(wording, question.why)}
        </p>
        {before && (
          <p className={styles['earlier']}>
            {t('desk.precedent', {
              answer: sayAnswer(wording, before.question, before.answer),
              date: formatDate(before.decidedAt, 'day'),
              reason: before.reason,
            })}
          </p>
        )}
        <SegmentedChoice
          label={t('desk.answer')}
          layout="grid"
          chosen={given.answer}
          onChoose={(answer) => change({ answer })}
          problem={isOpen('answer') ? t('refusal.questionOpen.do') : null}
          segments={question.answers.map((answer) => ({
            key: answer,
            word: sayAnswer(wording, question.question, answer),
          }))}
        />
        <TextField
          label={t('desk.answer.reason')}
          value={given.reason}
          onChange={(reason) => change({ reason })}
          problem={isOpen('answerReason') ? t('refusal.reasonRequired.do') : null}
        />
      </section>
    );
  });
}
