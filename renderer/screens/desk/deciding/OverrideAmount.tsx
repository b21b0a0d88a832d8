import { type ReactNode, useState } from 'react';
import type { AmountRefusal } from '../../../../shared/facts/readAmount.ts';
import { TextField } from '../../../components/generic/fields/TextField.tsx';
import { sayAmountRefusal } from '../../../wording/sayAmountRefusal.ts';
import { useWording } from '../../../wording/WordingProvider.tsx';

/** The sum a supervisor grants instead of the policy's. What was read stands under what is typed. */
export function OverrideAmount(props: {
  readonly currency: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Why it could not be signed like this. */
  readonly refusal: AmountRefusal | null;
  readonly label?: string;
}): ReactNode {
  const wording = useWording();
  const { currency, typed } = props;
  const [isLeft, setLeft] = useState(false);
  const read = wording.readAmount(typed, currency);
  const seen = isLeft && typed.trim() !== '' && !read.ok ? read.refusal : null;
  const refusal = props.refusal ?? seen;
  return (
    <TextField
      label={props.label ?? wording.t('desk.amount', { currency })}
      value={typed}
      onChange={(text) => {
        setLeft(false);
        props.onType(text);
      }}
      onBlur={() => setLeft(true)}
      inputMode="decimal"
      isOptional
      {...(read.ok && {
        help: wording.t('desk.amount.read', {
          amount: wording.formatMoney({ minor: read.value, currency }),
        }),
      })}
      problem={refusal && sayAmountRefusal(wording, refusal)}
    />
  );
}
