import type { ReactNode } from 'react';
import type { RefusedDecision } from '../../actions/decisionInHand.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import type { KeyName } from '../../components/generic/keys/KeyHint.tsx';
import { keyNames } from '../../components/generic/keys/keys.ts';
import { Icon } from '../../components/generic/marks/Icon.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Toasts.module.css';
import type { usePendingDecision } from './usePendingDecision.ts';

type Pending = NonNullable<ReturnType<typeof usePendingDecision>['pending']>;

/** What was signed a moment ago, for as long as it can be called back; it lies over the page and moves nothing. */
export function SignedToast(props: {
  readonly pending: Pending;
  readonly onUndo: () => void;
  readonly onNow: () => void;
}): ReactNode {
  const { t } = useWording();
  const { decision, name, secondsLeft, shareLeft } = props.pending;
  return (
    <div className={styles['toast']} title={t('desk.pending.what')}>
      <span className={styles['left']} style={{ inlineSize: `${shareLeft * 100}%` }} />
      <Icon name="gavel" />
      {/* Each second is for the eye; who listens is told once. */}
      <p aria-hidden>{t('desk.pending', { name, seconds: secondsLeft })}</p>
      <p className={styles['told']} role="status">
        {[name, t(`desk.decision.${decision}`), t('desk.pending.what')].join(' · ')}
      </p>
      <Button icon="undo" keys={keyNames('undoDecision')} onPress={props.onUndo}>
        {t('action.undo')}
      </Button>
      <Button look="bare" onPress={props.onNow}>
        {t('desk.pending.now')}
      </Button>
    </div>
  );
}

/** It could not be signed after all; the next case lies open already, so it says of which. */
export function RefusedToast(props: {
  readonly refused: RefusedDecision;
  /** What opens it as well, shown only. */
  readonly keys: readonly KeyName[];
  readonly onOpen: () => void;
  readonly onSeen: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { name, refusal } = props.refused;
  const { what, toDo } = sayRefusal(wording, refusal);
  return (
    <div className={styles['toast']} data-tone="error" role="alert">
      <Icon name="cross" />
      <p>
        <strong>{[name, what].join(' · ')}</strong> {toDo}
      </p>
      <Button keys={props.keys} onPress={props.onOpen}>
        {t('desk.refused.open')}
      </Button>
      <Button look="bare" onPress={props.onSeen}>
        {t('action.ok')}
      </Button>
    </div>
  );
}
