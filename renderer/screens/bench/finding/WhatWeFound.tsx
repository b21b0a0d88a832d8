import type { ReactNode, Ref } from 'react';
import { nameOfArticle } from '../../../../shared/facts/articles.ts';
import type { ShotType } from '../../../../shared/facts/codes.ts';
import type { PhotoTakenFact, UnitsCountedFact } from '../../../../shared/facts/fact.ts';
import { Button } from '../../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../../components/generic/fields/SegmentedChoice.tsx';
import { keyNames } from '../../../components/generic/keys/keys.ts';
import { SectionHead } from '../../../components/generic/lists/SectionHead.tsx';
import { ShotList } from '../../../components/returns/ShotList.tsx';
import type { CaseView } from '../../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../../recording/actionContext.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { useActionContext } from '../../../workflow/AtWork.tsx';
import { identityWords } from '../../../workflow/nameOfUnits.ts';
import { Camera, type Shutter } from '../../camera/Camera.tsx';
import { secondAtWork } from '../../inspections/layerAtWork.ts';
import { BesideReference } from '../../photos/BesideReference.tsx';
import { referenceOf } from '../../photos/referenceOf.ts';
import { SamplePlan } from '../../portions/SamplePlan.tsx';
import { FindingForm } from './FindingForm.tsx';
import { FindingList } from './FindingList.tsx';
import { inspectedOf, lastTakenBy } from './inspected.ts';
import { NothingCounted } from './NothingCounted.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { shotsFor } from './shotsFor.ts';
import styles from './WhatWeFound.module.css';

/** The camera and what is true of the units, one group at a time. */
export function WhatWeFound({
  cameraRef,
  ...props
}: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact | null;
  readonly onGroup: (unitGroupId: string) => void;
  readonly cameraRef: Ref<Shutter>;
  readonly shot: ShotType;
  readonly onShot: (shot: ShotType) => void;
  readonly onShoot: () => void;
  readonly onRetake: (photo: PhotoTakenFact) => void;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t } = useWording();
  const { person } = useActionContext();
  const { view, group } = props;
  const shots = shotsFor(view, group?.unitGroupId ?? null);
  const last = lastTakenBy(view.file, person.personId);
  return (
    <div className={styles['found']}>
      <SectionHead title={t('bench.found')} />
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
        </div>
        <ShotList
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
      </div>
      <PhotoStrip
        view={view}
        unitGroupId={group?.unitGroupId ?? null}
        personId={person.personId}
        onRetake={props.onRetake}
        onRefusal={props.onRefusal}
      />
      {group ? (
        <>
          <Units view={view} group={group} onGroup={props.onGroup} />
          <SamplePlan group={group} contract={view.references?.contract ?? null} />
          <FindingList view={view} group={group} onRefusal={props.onRefusal} />
          <FindingForm
            key={group.unitGroupId}
            view={view}
            group={group}
            inspectionId={secondAtWork(view)?.inspectionId ?? null}
            onRefusal={props.onRefusal}
          />
        </>
      ) : (
        <NothingCounted view={view} onRefusal={props.onRefusal} />
      )}
    </div>
  );
}

/** Which units are looked at, and how many of them are done. */
function Units(props: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact;
  readonly onGroup: (unitGroupId: string) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { file } = props.view;
  const wordOf = (g: UnitsCountedFact) => `${formatNumber(g.quantity)} × ${nameOfArticle(g)}`;
  const doneOf = (g: UnitsCountedFact) =>
    t('bench.inspected', {
      done: formatNumber(inspectedOf(file, g.unitGroupId)),
      all: formatNumber(g.quantity),
    });
  if (file.unitGroups.length === 1)
    return (
      <div className={styles['units']}>
        <h3 className={styles['unitsName']}>{wordOf(props.group)}</h3>
        <p className={styles['unitsDone']}>
          {props.group.identity !== 'match' && `${t(identityWords(file, props.group))} · `}
          {doneOf(props.group)}
        </p>
      </div>
    );
  return (
    <SegmentedChoice
      label={t('bench.groups')}
      layout="stack"
      chosen={props.group.unitGroupId}
      onChoose={props.onGroup}
      segments={file.unitGroups.map((g) => ({
        key: g.unitGroupId,
        word: wordOf(g),
        hint: `${t(identityWords(file, g))} · ${doneOf(g)}`,
      }))}
    />
  );
}
