import type { ReactNode, Ref } from 'react';
import type { ArrivalId, PhotoId, ReturnLineId } from '../../../shared/ids.ts';
import type { ShotType } from '../../../shared/returns/codes.ts';
import type { OrderLine } from '../../../shared/returns/documents.ts';
import type { UnitsCountedFact } from '../../../shared/returns/fact.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { countUnits } from '../../actions/countUnits.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { ShotList } from '../../components/ShotList.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import { CasePhoto } from '../atWork/CasePhoto.tsx';
import { functionKeys } from '../atWork/useFunctionKeys.ts';
import { Camera, type CameraHandle } from '../camera/Camera.tsx';
import { FindingForm } from './FindingForm.tsx';
import { FindingList } from './FindingList.tsx';
import type { WantedShot } from './shotsFor.ts';
import styles from './WhatWeFound.module.css';

/** The camera and what is true of the units, one group at a time. */
export function WhatWeFound({
  cameraRef,
  ...props
}: {
  readonly view: CaseView;
  readonly group: UnitsCountedFact | null;
  readonly onGroup: (unitGroupId: string) => void;
  readonly cameraRef: Ref<CameraHandle>;
  readonly shots: readonly WantedShot[];
  readonly shot: ShotType;
  readonly onShot: (shot: ShotType) => void;
  readonly onShoot: () => void;
  readonly fresh: readonly PhotoId[];
  readonly onRecorded: () => void;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const { view, group } = props;
  const { unitGroups, photos } = view.file;
  const taken = photos.filter(
    (p) => p.subject.kind !== 'unitGroup' || p.subject.unitGroupId === group?.unitGroupId,
  );
  return (
    <div className={styles['found']}>
      <SectionHead title={t('bench.found')} />
      <Camera ref={cameraRef} label={t(`shot.${props.shot}`)} />
      <div className={styles['shutter']}>
        <ShotList
          shots={props.shots.map((s) => ({
            key: s.shot,
            word: t(`shot.${s.shot}`),
            taken: s.taken,
            isNeeded: s.isNeeded,
          }))}
          next={props.shot}
          onChoose={(key) => {
            const found = props.shots.find((s) => s.shot === key);
            if (found) props.onShot(found.shot);
          }}
        />
        <Button look="quiet" icon="camera" keys={[functionKeys.photo]} onPress={props.onShoot}>
          {t('bench.shoot', { shot: t(`shot.${props.shot}`) })}
        </Button>
      </div>
      {taken.length > 0 && (
        <div className={styles['photos']}>
          {taken.map((photo) => (
            <CasePhoto
              key={photo.photoId}
              sha256={photo.sha256}
              caption={t(`shot.${photo.shot}`)}
              standing={view.acceptance.get(photo.id) === 'accepted' ? 'sent' : 'waiting'}
            />
          ))}
        </div>
      )}
      {group ? (
        <>
          {unitGroups.length > 1 && (
            <SegmentedChoice
              label={t('bench.groups')}
              layout="grid"
              chosen={group.unitGroupId}
              onChoose={props.onGroup}
              segments={unitGroups.map((g) => ({
                key: g.unitGroupId,
                word: `${formatNumber(g.quantity)} × ${g.article.name || (g.article.gtin ?? '')}`,
                hint: t(`identity.${g.identity}`),
              }))}
            />
          )}
          <FindingList view={view} group={group} onRefusal={props.onRefusal} />
          <FindingForm
            key={group.unitGroupId}
            view={view}
            group={group}
            fresh={props.fresh}
            onRecorded={props.onRecorded}
            onRefusal={props.onRefusal}
          />
        </>
      ) : (
        <NothingCounted view={view} onRefusal={props.onRefusal} />
      )}
    </div>
  );
}

/** The dock sent it on uncounted: count what was announced here, in one press a line. */
function NothingCounted(props: {
  readonly view: CaseView;
  readonly onRefusal: (refusal: ActionRefusal | null) => void;
}): ReactNode {
  const { t, formatNumber } = useWording();
  const context = useActionContext();
  const { file, orderLines } = props.view;
  const [arrival] = file.arrivals;
  const count = async (
    arrivalId: ArrivalId,
    returnLineId: ReturnLineId,
    order: OrderLine,
    quantity: number,
  ): Promise<void> => {
    const result = await countUnits(context, {
      caseId: file.returnCase.id,
      arrivalId,
      returnLineId,
      article: order.article,
      lot: order.lot,
      serials: [],
      quantity,
      identity: null,
      identifiedBy: 'manual',
      raw: null,
    });
    props.onRefusal(result.ok ? null : result.refusal);
  };
  if (!arrival) return <EmptyState icon="box" title={t('bench.notHere')} />;
  return (
    <EmptyState icon="box" title={t('bench.nothingCounted')} next={t('bench.nothingCounted.next')}>
      {file.returnCase.lines.map((line) => {
        const order = orderLines.find((o) => o.id === line.orderLineId);
        const quantity = line.approvedQuantity ?? line.requestedQuantity;
        return (
          order && (
            <Button
              key={line.id}
              icon="check"
              onPress={() => void count(arrival.arrivalId, line.id, order, quantity)}
            >
              {t('bench.countAll', { quantity: formatNumber(quantity), name: order.article.name })}
            </Button>
          )
        );
      })}
    </EmptyState>
  );
}
