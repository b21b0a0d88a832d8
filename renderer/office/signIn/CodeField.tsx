import type { ReactNode } from 'react';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { useOfficeWording } from '../wording/OfficeSpeaking.tsx';

/** Six digits of the authenticator application. */
export function CodeField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | null;
}): ReactNode {
  const { t } = useOfficeWording();
  return (
    <TextField
      label={t('office.signIn.code')}
      help={t('office.signIn.code.help')}
      value={props.value}
      onChange={(typed) => props.onChange(typed.replace(/\D/g, '').slice(0, 6))}
      look="mono"
      inputMode="numeric"
      problem={props.problem ?? null}
    />
  );
}
