import { type ReactNode, useState } from 'react';
import type { CaseId } from '../../../shared/ids.ts';
import { ReleaseReason } from '../../../shared/returns/codes.ts';
import type { HeldFact } from '../../../shared/returns/fact.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';
import { releaseCase } from '../../actions/releaseCase.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextField } from '../../components/TextField.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { useActionContext } from '../atWork/AtWork.tsx';
import styles from './Holds.module.css';

/** Why a hold ends; on record with the name of who says so. */
export function ReleaseSheet(props: {
  readonly held: HeldFact;
  readonly caseId: CaseId | null;
  readonly onClose: () => void;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const context = useActionContext();
  const [because, setBecause] = useState<ReleaseReason | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const needsNote = because === 'other' && note.trim() === '';
  async function release() {
    setAsked(true);
    if (because === null || needsNote) return;
    const { held, caseId } = props;
    const released = await releaseCase(context, { held, caseId, because, note: note.trim() });
    if (released.ok) props.onClose();
    else setRefusal(released.refusal);
  }
  const words = refusal && sayRefusal(wording, refusal);
  return (
    <Sheet
      title={t('hold.release.title', { reason: t(`hold.${props.held.reason}`) })}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button look="primary" icon="check" onPress={() => void release()}>
            {t('hold.release')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <SegmentedChoice
          label={t('hold.because')}
          layout="grid"
          chosen={because}
          onChoose={setBecause}
          problem={isAsked && because === null ? t('hold.because.missing') : null}
          segments={ReleaseReason.options.map((key) => ({ key, word: t(`release.${key}`) }))}
        />
        <TextField
          label={t('hold.note')}
          isOptional={because !== 'other'}
          most={300}
          value={note}
          onChange={setNote}
          problem={isAsked && needsNote ? t('hold.note.missing') : null}
        />
        {words && (
          <Notice tone="error" isNew title={words.what}>
            {words.toDo}
          </Notice>
        )}
      </div>
    </Sheet>
  );
}
