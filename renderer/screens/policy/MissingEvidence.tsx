import type { ReactNode } from 'react';
import { keyOfUnits } from '../../../shared/facts/spans.ts';
import type { MissingEvidence as Missing } from '../../../shared/policy/decision.ts';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { nameOfUnits } from '../../workflow/nameOfUnits.ts';
import styles from './PolicyPanel.module.css';
import { sayPart } from './sayPortion.ts';
import { sayWhy } from './sayWhy.ts';

/** Photos still to take before anybody may approve. Recording goes on without them. */
export function MissingEvidence(props: {
  readonly missing: readonly Missing[];
  readonly view: CaseView;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { unitGroups } = props.view.file;
  if (props.missing.length === 0) return null;
  const ids = [...new Set(props.missing.map((m) => m.unitGroupId))];
  return (
    <Notice tone="warning" icon="camera" title={t('policy.evidence')}>
      <div className={styles['evidence']}>
        {ids.map((id) => (
          <div key={id ?? ''}>
            {unitGroups.length > 1 && (
              <p className={styles['evidenceOf']}>{nameOfUnits(props.view.file, id)}</p>
            )}
            <ul>
              {props.missing
                .filter((missing) => missing.unitGroupId === id)
                .map((missing) => (
                  <li
                    key={`${missing.shot} ${keyOfUnits(missing.units)}`}
                    className={styles['shot']}
                  >
                    <strong>
                      {t(`shot.${missing.shot}`)}
                      {sayPart(wording, props.view.file, missing)}
                    </strong>
                    <span className={styles['because']}>{sayWhy(wording, missing.because)}</span>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </Notice>
  );
}
