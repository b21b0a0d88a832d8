import { type ReactNode, useState } from 'react';
import type { DeadlineRefusal, DeadlineStanding } from '../../../../shared/deadlines/deadline.ts';
import type { InspectionClock } from '../../../../shared/deadlines/inspectionClock.ts';
import { sayNotes } from '../../../wording/sayDeadline.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../../generic/classesOf.ts';
import { Button } from '../../generic/fields/Button.tsx';
import styles from './DeadlinePanel.module.css';
import { DeadlineProof } from './DeadlineProof.tsx';
import { SevenDayBar } from './SevenDayBar.tsx';

const css = classesOf(styles);

/** The large bar of one case with what is to be known of its deadline; it opens into its days. */
export function DeadlinePanel(props: {
  readonly standing: DeadlineStanding | null;
  readonly uncounted?: DeadlineRefusal | null;
  readonly corrected?: InspectionClock['corrected'];
  readonly daySpent?: number;
}): ReactNode {
  const { t, formatDate } = useWording();
  const { uncounted = null, corrected = null } = props;
  const notes = sayNotes({ t, formatDate }, props.standing, corrected);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={css('panel')}>
      <SevenDayBar
        standing={props.standing}
        uncounted={uncounted}
        size="large"
        {...(props.daySpent !== undefined && { daySpent: props.daySpent })}
      />
      {notes.length > 0 && (
        <ul className={css('notes')}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
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
