import { type ReactNode, useState } from 'react';
import type { Result } from '../../../shared/result.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { SegmentedChoice } from '../../components/generic/fields/SegmentedChoice.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import type { IconName } from '../../components/generic/marks/Icon.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import styles from './Holds.module.css';

/** One press for a coded reason, and a note where the reason is none of these. */
export function CodedReasonSheet<Reason extends string>(props: {
  readonly title: string;
  readonly label: string;
  /** What is said where nobody chose. */
  readonly missing: string;
  readonly reasons: readonly { readonly key: Reason; readonly word: string }[];
  readonly go: string;
  readonly icon: IconName;
  readonly hint?: string;
  readonly onGo: (reason: Reason, note: string) => Promise<Result<unknown, ActionRefusal>>;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const needsNote = reason === 'other' && note.trim() === '';
  async function go() {
    setAsked(true);
    if (reason === null || needsNote) return;
    const done = await props.onGo(reason, note.trim());
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
        <SegmentedChoice
          label={props.label}
          layout="grid"
          chosen={reason}
          onChoose={setReason}
          problem={isAsked && reason === null ? props.missing : null}
          segments={props.reasons}
        />
        <TextField
          label={t('hold.note')}
          isOptional={reason !== 'other'}
          most={300}
          value={note}
          onChange={setNote}
          problem={isAsked && needsNote ? t('hold.note.missing') : null}
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
