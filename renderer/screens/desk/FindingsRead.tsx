import type { ReactNode } from 'react';
import { SavedMark } from '../../components/SavedMark.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { sayFinding } from '../atWork/sayFinding.ts';
import styles from './FindingsRead.module.css';

/** What was found, by whom, and how far each record has come. */
export function FindingsRead(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { file, people, acceptance } = props.view;
  return (
    <section>
      <SectionHead level={3} title={t('bench.findings')} />
      <ol>
        {file.findings.map((finding) => (
          <li key={finding.id} className={styles['finding']}>
            <p>{sayFinding(wording, finding)}</p>
            <p className={styles['under']}>
              {people.get(finding.personId)?.name} · {formatDate(finding.at.utc, 'moment')}{' '}
              <SavedMark saved={acceptance.get(finding.id) ?? 'here'} />
            </p>
            {finding.note && <p>{finding.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
