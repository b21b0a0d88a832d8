import type { ReactNode } from 'react';
import type { InspectionFinishedFact } from '../../../../shared/facts/fact.ts';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import styles from './DecisionsRead.module.css';

/** Who inspected, when, and how long each inspection took. */
export function InspectionsRead(props: { readonly view: CaseView }): ReactNode {
  const { t, formatDate, formatDuration } = useWording();
  const { file, people } = props.view;
  return file.inspections.map((inspection) => (
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
  ));
}

/** Shorter is said of none: the clock of a station may be set meanwhile. */
const shortestMs = 60_000;

function timeTaken({ startedAt, at }: InspectionFinishedFact): number {
  return Math.max(shortestMs, Date.parse(at.utc) - Date.parse(startedAt.utc));
}
