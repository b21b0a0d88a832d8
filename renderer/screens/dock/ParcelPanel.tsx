import { type ReactNode, useState } from 'react';
import type { ArrivalFact } from '../../../shared/returns/fact.ts';
import { Identifier } from '../../components/Identifier.tsx';
import { NumberStepper } from '../../components/NumberStepper.tsx';
import { SavedMark } from '../../components/SavedMark.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { SevenDayBar } from '../../components/SevenDayBar.tsx';
import type { CaseView } from '../../queries/caseView.ts';
import { useCase } from '../../queries/oneCase.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import type { CountOf, OpenParcel } from '../atWork/routeScan.ts';
import { Contents } from './Contents.tsx';
import styles from './ParcelPanel.module.css';

const conditions = ['good', 'opened', 'deformed', 'wet', 'leaking'] as const;
type Condition = ArrivalFact['condition'];
/** Shown until the record of it is read back. */
type Said = {
  readonly condition: Condition;
  readonly packages: number;
  readonly before: string | null;
};

/** The parcel in hand: whose it is, its seven days, the door and the contents. */
export function ParcelPanel(props: {
  readonly parcel: OpenParcel;
  /** What is printed on it, for one that belongs to nobody yet. */
  readonly label: string | null;
  readonly onCondition: (condition: Condition, packages: number) => void;
  readonly onCount: (count: CountOf) => void;
}): ReactNode {
  const { t } = useWording();
  const view = useCase(props.parcel.caseId ?? '') ?? null;
  const arrival = view?.file.arrivals.find((a) => a.arrivalId === props.parcel.arrivalId);
  const checked = view?.file.doorChecks.findLast((d) => d.arrivalId === props.parcel.arrivalId);
  const [said, setSaid] = useState<Said | null>(null);
  const isSaved = said !== null && said.before !== (checked?.id ?? null);
  const known = (isSaved ? null : said) ?? checked ?? arrival;
  const condition = known?.condition ?? 'good';
  const packages = known?.packages ?? 1;
  const say = (next: Condition, count: number) => {
    setSaid({ condition: next, packages: count, before: checked?.id ?? null });
    props.onCondition(next, count);
  };
  return (
    <div className={styles['panel']}>
      <Whose view={view} arrival={arrival ?? null} {...props} />
      <section className={styles['door']} aria-label={t('dock.door.title')}>
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
      </section>
      {view && <Contents view={view} onCount={props.onCount} />}
    </div>
  );
}

function Whose(props: {
  readonly view: CaseView | null;
  readonly arrival: ArrivalFact | null;
  readonly parcel: OpenParcel;
  readonly label: string | null;
}): ReactNode {
  const { t } = useWording();
  const { view, arrival } = props;
  const rma = view?.file.returnCase.rma ?? null;
  if (props.parcel.caseId === null)
    return (
      <header className={styles['whose']}>
        <h2 className={styles['name']}>{t('dock.parcel.unexpected')}</h2>
        {props.label !== null && <Identifier value={props.label} size="large" />}
        <p className={styles['under']}>{t('dock.parcel.unexpected.next')}</p>
      </header>
    );
  return (
    <header className={styles['head']}>
      <div className={styles['whose']}>
        <h2 className={styles['name']}>
          {rma ? <Identifier value={rma} size="display" /> : view?.clientName}
        </h2>
        <p className={styles['under']}>
          {rma && <span className={styles['client']}>{view?.clientName}</span>}
          {arrival && <SavedMark saved={view?.acceptance.get(arrival.id) ?? 'here'} />}
        </p>
      </div>
      {view && (
        <div className={styles['days']}>
          <SevenDayBar standing={view.standing} uncounted={view.uncounted} />
        </div>
      )}
    </header>
  );
}
