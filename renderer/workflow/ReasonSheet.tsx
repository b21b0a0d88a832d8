import { type ReactNode, useState } from 'react';
import type { Result } from '../../shared/result.ts';
import { Button } from '../components/generic/fields/Button.tsx';
import { TextField } from '../components/generic/fields/TextField.tsx';
import type { IconName } from '../components/generic/marks/Icon.tsx';
import { Notice } from '../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../components/generic/surfaces/Sheet.tsx';
import type { ActionRefusal } from '../recording/actionContext.ts';
import { sayRefusal } from '../wording/sayRefusal.ts';
import { useWording } from '../wording/WordingProvider.tsx';
import styles from './ReasonSheet.module.css';

/** A sheet in which something is done for a reason: what lacks is said once asked for, a refusal below. */
export function ReasonSheet(props: {
  readonly title: string;
  /** What it is done to, or why in a word of ours; above the reason in the person's own. */
  readonly children: (isAsked: boolean) => ReactNode;
  readonly reason: {
    readonly label: string;
    readonly isOptional?: boolean;
    /** Said where there must be one and there is none. */
    readonly missing: string;
  };
  readonly hint?: string | undefined;
  readonly go: string;
  readonly icon: IconName;
  /** false: something above is not chosen yet. */
  readonly isChosen: boolean;
  readonly onGo: (reason: string) => Promise<Result<unknown, ActionRefusal>>;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const { label, isOptional = false, missing } = props.reason;
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const lacksReason = !isOptional && reason.trim() === '';
  async function go(): Promise<void> {
    setAsked(true);
    if (!props.isChosen || lacksReason) return;
    const done = await props.onGo(reason.trim());
    if (done.ok) props.onClose();
    else setRefusal(done.refusal);
  }
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <Sheet
      title={props.title}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon={props.icon} onPress={() => void go()}>
            {props.go}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {props.children(isAsked)}
        <TextField
          label={label}
          isOptional={isOptional}
          most={300}
          value={reason}
          onChange={setReason}
          problem={isAsked && lacksReason ? missing : null}
        />
        {props.hint !== undefined && <p>{props.hint}</p>}
        {words && (
          <Notice tone="error" isNew title={words.what}>
            {words.toDo}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
