import { type ReactNode, type Ref, useState } from 'react';
import type { ArrivalFact } from '../../../shared/returns/fact.ts';
import { DeadlinePanel } from '../../components/DeadlinePanel.tsx';
import { Identifier } from '../../components/Identifier.tsx';
import { NumberStepper } from '../../components/NumberStepper.tsx';
import { SavedMark } from '../../components/SavedMark.tsx';
import { SectionHead } from '../../components/SectionHead.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useCase } from '../../queries/oneCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { Camera, type CameraHandle } from '../camera/Camera.tsx';
import { Contents } from './Contents.tsx';
import styles from './ParcelPanel.module.css';
import type { CountOf, OpenParcel } from './routeScan.ts';

const conditions = ['good', 'opened', 'deformed', 'wet', 'leaking'] as const;
type Condition = ArrivalFact['condition'];

/** The parcel in hand: whose it is, its seven days, the door and the contents. */
export function ParcelPanel({
  cameraRef,
  ...props
}: {
  readonly parcel: OpenParcel;
  readonly cameraRef: Ref<CameraHandle>;
  readonly onCondition: (condition: Condition, packages: number) => void;
  readonly onCount: (count: CountOf) => void;
}): ReactNode {
  const { t } = useWording();
  const view = useCase(props.parcel.caseId ?? '') ?? null;
  const arrival = view?.file.arrivals.find((a) => a.arrivalId === props.parcel.arrivalId);
  const checked = view?.file.doorChecks.findLast((d) => d.arrivalId === props.parcel.arrivalId);
  const [blind, setBlind] = useState<{ condition: Condition; packages: number } | null>(null);
  const condition = checked?.condition ?? blind?.condition ?? arrival?.condition ?? 'good';
  const packages = checked?.packages ?? blind?.packages ?? arrival?.packages ?? 1;
  const say = (next: Condition, count: number) => {
    setBlind({ condition: next, packages: count });
    props.onCondition(next, count);
  };
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <div className={styles['whose']}>
          <p className={styles['kicker']}>
            {t(props.parcel.caseId ? 'dock.parcel.title' : 'dock.parcel.unexpected')}
          </p>
          <h2 className={styles['rma']}>
            {view?.file.returnCase.rma ? (
              <Identifier value={view.file.returnCase.rma} size="display" />
            ) : (
              (view?.clientName ?? t('dock.parcel.unexpected'))
            )}
          </h2>
          {view?.file.returnCase.rma && <p className={styles['client']}>{view.clientName}</p>}
          {arrival && <SavedMark saved={savedOf(view, arrival)} />}
        </div>
        <div className={styles['camera']}>
          <Camera ref={cameraRef} label={t('dock.camera')} />
        </div>
      </header>
      {view && <DeadlinePanel standing={view.standing} />}
      <section>
        <SectionHead title={t('dock.door.title')} />
        <div className={styles['door']}>
          <SegmentedChoice
            label={t('dock.door.condition')}
            chosen={condition}
            onChoose={(next) => say(next, packages)}
            segments={conditions.map((key) => ({ key, word: t(`condition.${key}`) }))}
          />
          <NumberStepper
            label={t('dock.door.packages')}
            value={packages}
            least={1}
            most={999}
            onChange={(count) => say(condition, count)}
          />
        </div>
      </section>
      {view && <Contents view={view} arrivalId={props.parcel.arrivalId} onCount={props.onCount} />}
    </div>
  );
}

function savedOf(view: CaseView | null, arrival: ArrivalFact) {
  return view?.acceptance.get(arrival.id) ?? 'here';
}
