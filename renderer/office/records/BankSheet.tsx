import { type ReactNode, useState } from 'react';
import { BankAccount, Iban, ShownAccount } from '../../../shared/office/bodies/bank.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';
import styles from './BankAccountOf.module.css';

const css = classesOf(styles);

/** Said anew as a whole: what is kept is never shown again. */
export function BankSheet(props: {
  readonly path: string;
  readonly client: string;
  readonly isReplaced: boolean;
  readonly onClose: () => void;
  readonly onKept: () => void;
}): ReactNode {
  const { t } = useOfficeWording();
  const [holder, setHolder] = useState('');
  const [iban, setIban] = useState('');
  const [bic, setBic] = useState('');
  const [reason, setReason] = useState('');
  const [isTold, tell] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const code = bic.replaceAll(/\s/g, '').toUpperCase();
  const account = { holder, iban, ...(code !== '' && { bic: code }) };
  const isBic = code === '' || BankAccount.shape.bic.safeParse(code).success;

  async function keep(): Promise<void> {
    tell(true);
    if (!BankAccount.safeParse(account).success) return;
    setTrying(true);
    setTrouble(null);
    const path = `${props.path}?reason=${encodeURIComponent(reason.trim())}`;
    const answer = await ask({ method: 'PUT', path, body: account }, ShownAccount);
    setTrying(false);
    if (answer.ok) props.onKept();
    else setTrouble(answer.refusal);
  }

  const isWithoutKey = trouble?.kind === 'refused' && trouble.errors.length === 0;
  return (
    <Sheet
      title={t(props.isReplaced ? 'bank.replace.title' : 'bank.enter.title', {
        client: props.client,
      })}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={reason.trim() === ''}
            isPending={isTrying}
            onPress={() => void keep()}
          >
            {t('action.save')}
          </Button>
        </>
      }
    >
      <div className={css('fields')}>
        <p>{t('bank.lead')}</p>
        <TextField
          label={t('bank.holder')}
          help={t('bank.holder.help')}
          value={holder}
          onChange={setHolder}
          most={140}
          takesFocus
          problem={isTold && holder.trim() === '' ? t('bank.holder.missing') : null}
        />
        <TextField
          label={t('bank.iban')}
          value={iban}
          onChange={setIban}
          look="mono"
          most={60}
          problem={isTold && !Iban.safeParse(iban).success ? t('bank.iban.wrong') : null}
        />
        <TextField
          label={t('bank.bic')}
          value={bic}
          onChange={setBic}
          look="mono"
          most={20}
          isOptional
          problem={isTold && !isBic ? t('bank.bic.wrong') : null}
        />
        <TextField
          label={t('form.reason')}
          help={t('form.reason.help')}
          value={reason}
          onChange={setReason}
          most={500}
          lines="many"
        />
      </div>
      {isWithoutKey ? (
        <Notice tone="error" title={t('bank.noKey')} isNew>
          {t('bank.noKey.next')}
        </Notice>
      ) : (
        trouble && <AskedTrouble trouble={trouble} />
      )}
    </Sheet>
  );
}
