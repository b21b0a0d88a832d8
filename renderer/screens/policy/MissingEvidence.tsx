import type { ReactNode } from 'react';
import type { MissingEvidence as Missing } from '../../../shared/policy/decision.ts';
import { Notice } from '../../components/Notice.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { sayWhy } from './sayWhy.ts';

/** Photos still to take before anybody may approve. Recording goes on without them. */
export function MissingEvidence(props: {
  readonly missing: readonly Missing[];
  readonly view: CaseView;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  if (props.missing.length === 0) return null;
  const nameOf = (id: string | null) =>
    props.view.file.unitGroups.find((g) => g.unitGroupId === id)?.article.name ?? '';
  return (
    <Notice tone="warning" icon="camera" title={t('policy.evidence')}>
      <ul>
        {props.missing.map((missing) => (
          <li key={`${missing.shot} ${missing.unitGroupId ?? ''}`}>
            {t(`shot.${missing.shot}`)}
            {missing.unitGroupId && ` · ${nameOf(missing.unitGroupId)}`}
            {' · '}
            {sayWhy(wording, missing.because)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
