import type { ReactNode } from 'react';
import type { UnitsCountedFact } from '../../../../../shared/facts/fact.ts';
import { SavedMark } from '../../../../components/generic/marks/SavedMark.tsx';
import type { CaseView } from '../../../../queries/oneCase/caseView.ts';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import { sayFinding } from '../../../../workflow/sayFinding.ts';
import { sayPart } from '../../../policy/sayPortion.ts';
import styles from './ClaimBeside.module.css';

/** What was found on these units, portion by portion, by whom, and how far each record has come. */
export function FoundOn(props: {
  readonly view: CaseView;
  readonly groups: readonly UnitsCountedFact[];
}): ReactNode {
  const wording = useWording();
  const { t, formatDate } = wording;
  const { file, people, acceptance } = props.view;
  const findings = file.findings.filter(({ unitGroupId }) =>
    props.groups.some((group) => group.unitGroupId === unitGroupId),
  );
  if (findings.length === 0) return t('desk.noFindings');
  return (
    <ol className={styles['found']}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <p className={styles['what']}>
            {sayFinding(wording, finding)}
            {finding.units &&
              sayPart(wording, file, { unitGroupId: finding.unitGroupId, units: finding.units })}
          </p>
          {finding.note && <p>{finding.note}</p>}
          <p className={styles['under']}>
            <span>{people.get(finding.personId)?.name}</span>
            <span>{formatDate(finding.at.utc, 'moment')}</span>
            <SavedMark saved={acceptance.get(finding.id) ?? 'here'} />
          </p>
        </li>
      ))}
    </ol>
  );
}
