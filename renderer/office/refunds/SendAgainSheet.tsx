import { type ReactNode, useState } from 'react';
import { adminRefundsApi, type RefundRead } from '../../../shared/sync/adminRefundsApi.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Sheet } from '../../components/generic/surfaces/Sheet.tsx';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

/** Money is sent again with a reason, and never by one press. */
export function SendAgainSheet(props: {
  readonly refund: RefundRead;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSent: () => void;
}): ReactNode {
  const { t, formatMoney } = useOfficeWording();
  const { refund } = props;
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTrying, setTrying] = useState(false);
  const amount = formatMoney({ minor: refund.amount, currency: refund.currency });

  async function send(): Promise<void> {
    const { path, response } = adminRefundsApi.sendRefundAgain;
    setTrying(true);
    const answer = await ask(
      {
        method: 'POST',
        path: path.replace(':id', encodeURIComponent(refund.id)),
        body: { why: why.trim() },
      },
      response,
    );
    setTrying(false);
    setTrouble(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    setWhy('');
    props.onSent();
  }

  return (
    <Sheet
      title={t('refunds.sendAgain.title', { amount })}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={why.trim() === ''}
            isPending={isTrying}
            onPress={() => void send()}
          >
            {t('refunds.sendAgain')}
          </Button>
        </>
      }
    >
      <p>{t('refunds.sendAgain.lead')}</p>
      <TextField
        label={t('form.reason')}
        help={t('form.reason.help')}
        value={why}
        onChange={setWhy}
        most={500}
        lines="many"
        takesFocus
      />
      {trouble && <AskedTrouble trouble={trouble} />}
    </Sheet>
  );
}
