import type { ReactNode } from 'react';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../../components/generic/marks/SavedMark.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { sayAnswer } from '../../policy/sayWhy.ts';
import styles from './DecisionsRead.module.css';

/** What was decided, by whom and why. Until central has it, it says that it waits. */
export function DecisionsRead(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { file, people, acceptance } = props.view;
  if (file.decisions.length === 0) return null;
  return (
    <section>
      <SectionHead level={3} title={t('desk.decisions')} />
      <ol>
        {file.decisions.map((decision) => {
          const saved = acceptance.get(decision.id) ?? 'here';
          return (
            <li key={decision.id} className={styles['finding']}>
              <p className={styles['what']}>{t(`decision.${decision.decision}`)}</p>
              <p className={styles['under']}>
                <span>{people.get(decision.personId)?.name}</span>
                <span>{formatDate(decision.at.utc, 'moment')}</span>
                {saved === 'here' && <span>{t('saved.waiting')}</span>}
              </p>
              {decision.reason && <p>{decision.reason}</p>}
              {decision.answers.map((answer) => (
                <p key={`${answer.question} ${answer.unitGroupId ?? ''}`}>
                  <strong>{sayAnswer(wording, answer.question, answer.answer)}</strong>
                  {' · '}
                  {answer.reason}
                </p>
              ))}
              <SavedMark saved={saved} look="way" />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
