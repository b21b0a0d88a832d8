import { type ReactNode, useState } from 'react';
import type { DeadlineStanding } from '../../shared/deadlines/deadline.ts';
import { useWording } from '../wording/WordingProvider.tsx';
import { Button } from './Button.tsx';
import { classesOf } from './classesOf.ts';
import styles from './DeadlinePanel.module.css';
import { DeadlineProof } from './DeadlineProof.tsx';
import { SevenDayBar } from './SevenDayBar.tsx';

const css = classesOf(styles);

/** The large bar of one case, which opens into its days. */
export function DeadlinePanel(props: {
  readonly standing: DeadlineStanding | null;
  readonly daySpent?: number;
}): ReactNode {
  const { t } = useWording();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={css('panel')}>
      <SevenDayBar
        standing={props.standing}
        size="large"
        {...(props.daySpent !== undefined && { daySpent: props.daySpent })}
      />
      {props.standing && (
        <div className={css('toggle')}>
          <Button
            look="bare"
            icon={isOpen ? 'chevronUp' : 'chevronDown'}
            isExpanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'deadline.proof.hide' : 'deadline.proof.show')}
          </Button>
        </div>
      )}
      {props.standing && isOpen && (
        <div>
          <DeadlineProof standing={props.standing} />
        </div>
      )}
    </div>
  );
}
