import type { ReactNode } from 'react';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../../components/generic/marks/SavedMark.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { sayFinding } from '../../../workflow/sayFinding.ts';
import styles from './FindingsRead.module.css';

/** What was found, by whom, and how far each record has come. */
export function FindingsRead(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { file, people, acceptance } = props.view;
  return (
    <section>
      <SectionHead level={3} title={t('bench.findings')} />
      {file.findings.length === 0 && <EmptyState size="part" title={t('desk.noFindings')} />}
      <ol>
        {file.findings.map((finding) => (
          <li key={finding.id} className={styles['finding']}>
            <p className={styles['what']}>{sayFinding(wording, finding)}</p>
            {finding.note && <p>{finding.note}</p>}
            <p className={styles['under']}>
              <span>{people.get(finding.personId)?.name}</span>
              <span>{formatDate(finding.at.utc, 'moment')}</span>
              <SavedMark saved={acceptance.get(finding.id) ?? 'here'} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
