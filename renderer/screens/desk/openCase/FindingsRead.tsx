import type { ReactNode } from 'react';
import type { InspectionFinishedFact } from '../../../../shared/facts/fact.ts';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { SavedMark } from '../../../components/generic/marks/SavedMark.tsx';
import { EmptyState } from '../../../components/generic/surfaces/EmptyState.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { sayFinding } from '../../../workflow/sayFinding.ts';
import styles from './FindingsRead.module.css';

/** What was found, by whom, how far each record has come, and how long each inspection took. */
export function FindingsRead(props: { readonly view: CaseView }): ReactNode {
  const wording = useWording();
  const { t, formatDate, formatDuration } = wording;
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
      {file.inspections.map((inspection) => (
        <p key={inspection.id} className={styles['under']}>
          <span>
            {t('desk.inspected', {
              kind: t(`inspection.${inspection.inspection}`),
              name: people.get(inspection.personId)?.name ?? '',
              duration: formatDuration(timeTaken(inspection)),
            })}
          </span>
          <span>{formatDate(inspection.at.utc, 'moment')}</span>
        </p>
      ))}
    </section>
  );
}

/** Shorter is said of none: the clock of a station may be set meanwhile. */
const shortestMs = 60_000;

function timeTaken({ startedAt, at }: InspectionFinishedFact): number {
  return Math.max(shortestMs, Date.parse(at.utc) - Date.parse(startedAt.utc));
}
