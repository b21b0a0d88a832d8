import { type ReactNode, useState } from 'react';
import type { Precedent } from '../../../../shared/facts/documents.ts';
import type { Question } from '../../../../shared/policy/decision.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { Clause } from '../../policy/Clause.tsx';
import { sayPart } from '../../policy/sayPortion.ts';
import { sayAnswer, sayWhy } from '../../policy/sayWhy.ts';
import { type Alike, alikeAmong, answeredAll, answerToAll, keyOfAlike } from './alikeQuestions.ts';
import type { OpenPart } from './completed.ts';
import styles from './DecidingPanel.module.css';
import { type AnswerDraft, type DecisionDraft, keyOf } from './decisionDraft.ts';

type Props = {
  /** Those answered so far and those open, in the order they were raised. */
  readonly questions: readonly Question[];
  readonly view: CaseView;
  readonly precedents: readonly Precedent[];
  readonly answers: DecisionDraft['answers'];
  readonly open: OpenPart | null;
  readonly onAnswer: (answers: DecisionDraft['answers']) => void;
};

/**
 * What the policy leaves to this person. Earlier answers are offered, never filled in. The same
 * question of several portions is answered once for all of them, or for each by itself.
 */
export function Questions(props: Props): ReactNode {
  const { t } = useWording();
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  return alikeAmong(props.questions).map((alike) => {
    const [first, ...others] = alike;
    const key = keyOfAlike(first);
    const ofAll = apart.has(key) ? null : answerToAll(alike, props.answers);
    if (others.length === 0 || ofAll !== null) {
      const given = props.answers[keyOf(first)] ?? { question: first, answer: null, reason: '' };
      return (
        <OneQuestion key={keyOf(first)} {...props} alike={alike} given={ofAll ?? given}>
          {others.length > 0 && (
            <Button look="quiet" onPress={() => setApart(new Set([...apart, key]))}>
              {t('desk.answer.apart')}
            </Button>
          )}
        </OneQuestion>
      );
    }
    const together = () => {
      const { answer, reason } = props.answers[keyOf(first)] ?? { answer: null, reason: '' };
      setApart(new Set([...apart].filter((one) => one !== key)));
      props.onAnswer(answeredAll(alike, { answer, reason }, props.answers));
    };
    return alike.map((question) => {
      const given = props.answers[keyOf(question)] ?? { question, answer: null, reason: '' };
      return (
        <OneQuestion key={keyOf(question)} {...props} alike={[question]} given={given}>
          {question === first && (
            <Button look="quiet" onPress={together}>
              {t('desk.answer.together', { count: alike.length })}
            </Button>
          )}
        </OneQuestion>
      );
    });
  });
}

function OneQuestion(
  props: Props & {
    readonly alike: Alike;
    readonly given: AnswerDraft;
    /** To answer together or apart, where there is more than one. */
    readonly children: ReactNode;
  },
): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { alike, answers, given, open, view } = props;
  const [question] = alike;
  const say = (part: Partial<Pick<AnswerDraft, 'answer' | 'reason'>>) =>
    props.onAnswer(
      answeredAll(alike, { answer: given.answer, reason: given.reason, ...part }, answers),
    );
  const before = props.precedents.find((p) => p.question === question.question);
  const isOpen = (part: OpenPart['part']) =>
    open?.part === part && 'key' in open && alike.some((one) => keyOf(one) === open.key);
  return (
    <section className={styles['question']} data-part={alike.map(keyOf).join('|')}>
      <h3>{t(`question.${question.question}`)}</h3>
      {alike.length > 1 && <p>{t('desk.answer.forAll', { count: alike.length })}</p>}
      {alike.map((one) => (
        <p key={keyOf(one)}>
          {one.clauses.map((clause) => (
            <span key={clause} className={styles['clause']}>
              <Clause clause={clause} policy={view.references?.policy ?? null} />
            </span>
          ))}
          {sayWhy(wording, one.why)}
          {one.units.length > 0 && sayPart(wording, view.file, one)}
        </p>
      ))}
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
        onChoose={(answer) => say({ answer })}
        problem={isOpen('answer') ? t('refusal.questionOpen.do') : null}
        segments={question.answers.map((answer) => ({
          key: answer,
          word: sayAnswer(wording, question.question, answer),
        }))}
      />
      <TextField
        label={t('desk.answer.reason')}
        value={given.reason}
        onChange={(reason) => say({ reason })}
        problem={isOpen('answerReason') ? t('refusal.reasonRequired.do') : null}
      />
      {props.children}
    </section>
  );
}
