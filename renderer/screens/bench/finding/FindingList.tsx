import type { ReactNode } from 'react';
import type { FindingFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { overlaps, type Span } from '../../../../shared/facts/spans.ts';
import type { FactId } from '../../../../shared/ids.ts';
import { placeFindings } from '../../../../shared/policy/reading/placing.ts';
import { attachPhoto } from '../../../actions/attachPhoto.ts';
import { correctFact } from '../../../actions/correctFact.ts';
import { IconButton } from '../../../components/generic/fields/Button.tsx';
import { SavedMark } from '../../../components/generic/marks/SavedMark.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { sayFinding } from '../../../workflow/sayFinding.ts';
import styles from './FindingList.module.css';
import { unnamedPhotos } from './inspected.ts';

/** What is on record about these units, each with its way back. */
export function FindingList(props: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  /** Only what is about these; null: all of it. */
  readonly piece: readonly Span[] | null;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const own = props.view.file.findings.filter((f) => f.unitGroupId === props.group.unitGroupId);
  const findings = placeFindings(props.group, own)
    .filter(({ spans }) => props.piece === null || overlaps(spans, props.piece))
    .map(({ finding }) => finding);
  const fresh = unnamedPhotos(props.view.file, props.group.unitGroupId);
  if (findings.length === 0) return null;
  const attach = async (finding: FindingFact): Promise<void> => {
    for (const { photoId } of fresh) {
      const { caseId, findingId } = finding;
      const result = await attachPhoto(context, { caseId, photoId, findingId });
      if (!result.ok) return props.onRefusal(result.refusal);
    }
    props.onRefusal(null);
  };
  const takeBack = async (factId: FactId): Promise<void> => {
    const result = await correctFact(context, { factId, reason: 'UNDO' });
    props.onRefusal(result.ok ? null : result.refusal);
  };
  return (
    <ol className={styles['findings']} aria-label={t('bench.findings')}>
      {findings.map((finding) => {
        const words = sayFinding(wording, finding);
        return (
          <li key={finding.id} className={styles['finding']}>
            <div>
              <p className={styles['what']}>{words}</p>
              <p className={styles['under']}>
                {props.view.people.get(finding.personId)?.name}
                <SavedMark saved={props.view.acceptance.get(finding.id) ?? 'here'} />
              </p>
              {finding.note && <p>{finding.note}</p>}
            </div>
            {fresh.length > 0 && (
              <IconButton
                icon="camera"
                look="bare"
                label={t('bench.attach', { finding: words })}
                onPress={() => void attach(finding)}
              />
            )}
            <IconButton
              icon="undo"
              look="bare"
              label={t('bench.takeBack', { finding: words })}
              onPress={() => void takeBack(finding.id)}
            />
          </li>
        );
      })}
    </ol>
  );
}
