import { type ReactNode, useState } from 'react';
import { WriteAnswer } from '../../../shared/office/officeApi.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { problemsFrom } from '../form/sayError.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

/** Withdrawing asks why, and says what stays. */
export function WithdrawSheet(props: {
  readonly isOpen: boolean;
  readonly title: string;
  readonly path: string;
  readonly version: number;
  readonly onClose: () => void;
  readonly onWithdrawn: () => void;
}): ReactNode {
  const wording = useOfficeWording();
  const { t } = wording;
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);

  async function withdraw(): Promise<void> {
    setTrying(true);
    const answer = await ask(
      {
        method: 'DELETE',
        path: `${props.path}?reason=${encodeURIComponent(reason.trim())}`,
        headers: { 'if-match': `"${props.version}"` },
      },
      WriteAnswer,
    );
    setTrying(false);
    setTrouble(answer.ok ? null : answer.refusal);
    if (answer.ok) props.onWithdrawn();
  }

  const errors = trouble?.kind === 'refused' ? trouble.errors : [];
  return (
    <Sheet
      title={t('records.withdraw.title', { title: props.title })}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button
            look="danger"
            isDisabled={reason.trim() === ''}
            isPending={isTrying}
            onPress={() => void withdraw()}
          >
            {t('records.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('records.withdraw.lead')}</p>
      <TextField
        label={t('form.reason')}
        value={reason}
        onChange={setReason}
        most={500}
        lines="many"
        takesFocus
      />
      {errors.length > 0 && (
        <Notice tone="error" title={t('records.withdraw.refused')} isNew>
          {[...new Set(problemsFrom(wording, errors).values())].join(' ')}
        </Notice>
      )}
      {trouble && errors.length === 0 && <AskedTrouble trouble={trouble} />}
    </Sheet>
  );
}
