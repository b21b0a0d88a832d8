import type { ReactNode } from 'react';
import type { FindingFact, PhotoTakenFact } from '../../../shared/facts/fact.ts';
import { attachPhoto } from '../../actions/attachPhoto.ts';
import { Checkbox } from '../../components/generic/fields/Checkbox.tsx';
import { SectionHead } from '../../components/generic/lists/SectionHead.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../../workflow/AtWork.tsx';
import { nameOfUnits } from '../../workflow/nameOfUnits.ts';
import { sayFinding } from '../../workflow/sayFinding.ts';
import styles from './PhotoSheet.module.css';

/** The findings of the inspection at work: those this photo shows are ticked, any other may be. */
export function JoinedFindings(props: {
  readonly view: CaseView;
  readonly photo: PhotoTakenFact;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const { file } = props.view;
  const { photoId } = props.photo;
  const join = async ({ caseId, findingId }: FindingFact): Promise<void> => {
    const result = await attachPhoto(context, { caseId, photoId, findingId });
    props.onRefusal(result.ok ? null : result.refusal);
  };
  const areManyGroups = file.unitGroups.length > 1;
  return (
    <section className={styles['joined']}>
      <SectionHead level={3} title={t('photos.joined')} />
      {file.findings.length === 0 && <p className={styles['none']}>{t('photos.noFindings')}</p>}
      {file.findings.map((finding) => {
        const isJoined = finding.photoIds.includes(photoId);
        return (
          <Checkbox
            key={finding.id}
            isChecked={isJoined}
            isDisabled={isJoined}
            onChange={() => void join(finding)}
            {...(areManyGroups && { hint: nameOfUnits(file, finding.unitGroupId) })}
          >
            {sayFinding(wording, finding)}
          </Checkbox>
        );
      })}
    </section>
  );
}
