import { type ReactNode, useState } from 'react';
import type { ArrivalId, CaseId } from '../../../shared/ids.ts';
import { HoldReason } from '../../../shared/returns/codes.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { holdCase } from '../../actions/holdCase.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextField } from '../../components/TextField.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import styles from './Holds.module.css';

/** The office cancels a return, not the floor: that hold comes by itself. */
const reasons = HoldReason.options.filter((reason) => reason !== 'cancelled');

/** Why goods wait: one press, and a note where the reason is none of these. */
export function HoldSheet(props: {
  readonly caseId: CaseId | null;
  readonly arrivalId: ArrivalId | null;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const [reason, setReason] = useState<HoldReason | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const needsNote = reason === 'other' && note.trim() === '';
  async function hold() {
    setAsked(true);
    if (reason === null || needsNote) return;
    const { caseId, arrivalId } = props;
    const held = await holdCase(context, {
      caseId,
      ...(arrivalId !== null && { arrivalId }),
      reason,
      // Only where the contract says for which reasons: otherwise a hold does not stop the clock.
      pausesClock: false,
      note: note.trim(),
    });
    if (held.ok) props.onClose();
    else setRefusal(held.refusal);
  }
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <Sheet
      title={t('hold.put')}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="pause" onPress={() => void hold()}>
            {t('hold.put.go')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <SegmentedChoice
          label={t('hold.reason')}
          layout="grid"
          chosen={reason}
          onChoose={setReason}
          problem={isAsked && reason === null ? t('hold.reason.missing') : null}
          segments={reasons.map((key) => ({ key, word: t(`hold.${key}`) }))}
        />
        <TextField
          label={t('hold.note')}
          isOptional={reason !== 'other'}
          most={300}
          value={note}
          onChange={setNote}
          problem={isAsked && needsNote ? t('hold.note.missing') : null}
        />
        <p>{t('hold.clock')}</p>
        {words && (
          <Notice tone="error" isNew title={words.what}>
            {words.toDo}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
