import { type ReactNode, type Ref, useState } from 'react';
import { nameOfArticle } from '../../../../shared/facts/articles.ts';
import type { ShotType } from '../../../../shared/facts/codes.ts';
import type { PhotoTakenFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import type { Span } from '../../../../shared/facts/spans.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { ShotList } from '../../../components/returns/ShotList.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { isolated } from '../../../wording/isolated.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { identityWords, lotApart } from '../../../workflow/nameOfUnits.ts';
import { Scrolling } from '../../../workflow/Scrolling.tsx';
import { Camera, type Shutter } from '../../camera/Camera.tsx';
import { secondAtWork } from '../../inspections/layerAtWork.ts';
import { BesideReference } from '../../photos/BesideReference.tsx';
import { referenceOf } from '../../photos/referenceOf.ts';
import { SamplePlan } from '../../portions/SamplePlan.tsx';
import type { FindingByScan } from './byScan.ts';
import { FindingForm } from './FindingForm.tsx';
import { FindingList } from './FindingList.tsx';
import { inspectedOf, lastTakenBy } from './inspected.ts';
import { NothingCounted } from './NothingCounted.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { shotsFor } from './shotsFor.ts';
import type { Ahead } from './useFindingKeys.ts';
import styles from './WhatWeFound.module.css';

/** The camera, always in sight, and beside it what is true of the units, one group at a time. */
export function WhatWeFound({
  cameraRef,
  formRef,
  ...props
}: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact | null;
  readonly onGroup: (unitGroupId: string) => void;
  readonly cameraRef: Ref<Shutter>;
  readonly formRef: Ref<FindingByScan>;
  readonly shot: ShotType;
  readonly onShot: (shot: ShotType) => void;
  readonly ahead: Ahead;
  /** What has just been done, said for a moment where it was asked for: below the picture, not over it. */
  readonly done: ReactNode;
  readonly onShoot: () => void;
  readonly onRetake: (photo: PhotoTakenFact) => void;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t } = useWording();
  const { person } = useActionContext();
  const { view, group } = props;
  const [piece, setPiece] = useState<readonly Span[] | null>(null);
  const shots = shotsFor(view, group?.unitGroupId ?? null);
  const last = lastTakenBy(view.file, person.personId);
  const nextWithWork = view.file.unitGroups.find(
    (g) =>
      g.unitGroupId !== group?.unitGroupId && inspectedOf(view.file, g.unitGroupId) < g.quantity,
  );
  return (
    <section className={styles['found']} aria-label={t('bench.found')}>
      <div className={styles['look']}>
        <div className={styles['camera']}>
          <BesideReference {...referenceOf(view, group?.unitGroupId ?? null)}>
            {(zoom) => (
              <Camera
                ref={cameraRef}
                label={t(`shot.${props.shot}`)}
                onAgain={last ? () => props.onRetake(last) : undefined}
                zoom={zoom}
              />
            )}
          </BesideReference>
          <Button
            look="quiet"
            icon="camera"
            isWide
            keys={[...keyNames('shoot'), ...keyNames('photo')]}
            onPress={props.onShoot}
          >
            {t('bench.shoot', { shot: t(`shot.${props.shot}`) })}
          </Button>
          {props.done}
        </div>
        <Scrolling as="section" className={styles['under']} label={t('bench.evidence')}>
          <ShotList
            layout="grid"
            shots={shots.map((s) => ({
              key: s.shot,
              word: t(`shot.${s.shot}`),
              taken: s.taken,
              isNeeded: s.isNeeded,
            }))}
            next={props.shot}
            onChoose={(key) => {
              const found = shots.find((s) => s.shot === key);
              if (found) props.onShot(found.shot);
            }}
          />
          <PhotoStrip
            view={view}
            unitGroupId={group?.unitGroupId ?? null}
            personId={person.personId}
            onRetake={props.onRetake}
            onRefusal={props.onRefusal}
          />
          {group && (
            <FindingList view={view} group={group} piece={piece} onRefusal={props.onRefusal} />
          )}
        </Scrolling>
      </div>
      <div className={styles['said']}>
        {group ? (
          <>
            {view.file.unitGroups.length > 1 && (
              <Groups view={view} group={group} onGroup={props.onGroup} />
            )}
            <SamplePlan group={group} contract={view.references?.contract ?? null} />
            <FindingForm
              key={group.unitGroupId}
              ref={formRef}
              view={view}
              group={group}
              inspectionId={secondAtWork(view)?.inspectionId ?? null}
              ahead={props.ahead}
              onShoot={props.onShoot}
              onPiece={setPiece}
              onAllFound={() => nextWithWork && props.onGroup(nextWithWork.unitGroupId)}
              onRefusal={props.onRefusal}
            />
          </>
        ) : (
          <NothingCounted view={view} onRefusal={props.onRefusal} />
        )}
      </div>
    </section>
  );
}

/** Which article is looked at, and how much of it is done. */
function Groups(props: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  readonly onGroup: (unitGroupId: string) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { file } = props.view;
  return (
    <SegmentedChoice
      label={t('bench.articles')}
      isLabelHidden
      layout="tight"
      chosen={props.group.unitGroupId}
      onChoose={props.onGroup}
      segments={file.unitGroups.map((g) => ({
        key: g.unitGroupId,
        word: `${formatNumber(g.quantity)} × ${isolated(nameOfArticle(g))}`,
        hint: [
          lotApart(file, g),
          // Two lots of what was announced are told by their lots alone.
          lotApart(file, g) === null || g.identity !== 'match' ? t(identityWords(file, g)) : null,
          t('bench.inspected', {
            done: formatNumber(inspectedOf(file, g.unitGroupId)),
            all: formatNumber(g.quantity),
          }),
        ]
          .filter((part) => part !== null)
          .join(' · '),
      }))}
    />
  );
}
