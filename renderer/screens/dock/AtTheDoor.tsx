import { type ReactNode, useState } from 'react';
import type { ArrivalFact } from '../../../shared/facts/fact.ts';
import { NumberStepper } from '../../components/generic/fields/NumberStepper.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { type Door, doorOf } from '../parcel/door.ts';
import styles from './ParcelPanel.module.css';

const conditions = ['good', 'opened', 'deformed', 'wet', 'leaking'] as const;
type Condition = ArrivalFact['condition'];
/** Shown until the record of it is read back. */
type Said = {
  readonly condition?: Condition;
  readonly packages?: number;
  readonly before: string | null;
};

/** The parcel from the outside: its condition and how many packages it is. */
export function AtTheDoor(props: {
  readonly view: CaseView | null;
  readonly arrivalId: string;
  /** What the field shows before it is saved; null: what is recorded. */
  readonly packages: number | null;
  readonly onPackages: (count: number) => void;
  /** The number is left: saved now, once. */
  readonly onLeftPackages: () => void;
  readonly onSay: (news: Partial<Door>) => void;
}): ReactNode {
  const { t } = useWording();
  const { view, arrivalId } = props;
  const [said, setSaid] = useState<Said | null>(null);
  const door = doorOf(view, arrivalId);
  const checked = view?.file.doorChecks.findLast((d) => d.arrivalId === arrivalId)?.id ?? null;
  if (said !== null && said.before !== checked) setSaid(null);
  const say = (news: Omit<Said, 'before'>) => setSaid({ ...said, ...news, before: checked });
  return (
    <section className={styles['door']} aria-label={t('dock.door.title')}>
      <SegmentedChoice
        label={t('dock.door.condition')}
        chosen={said?.condition ?? door.condition}
        onChoose={(next) => {
          say({ condition: next });
          props.onSay({ condition: next });
        }}
        segments={conditions.map((key) => ({ key, word: t(`condition.${key}`) }))}
      />
      <div
        data-packages
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) props.onLeftPackages();
        }}
      >
        <NumberStepper
          label={t('dock.door.packages')}
          value={props.packages ?? said?.packages ?? door.packages}
          least={1}
          most={999}
          onChange={(packages) => {
            say({ packages });
            props.onPackages(packages);
          }}
        />
      </div>
    </section>
  );
}
