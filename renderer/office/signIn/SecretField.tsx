import type { ReactNode } from 'react';
import { TextField as AriaTextField, Input, Label } from 'react-aria-components';
import { classesOf } from '../../components/generic/classesOf.ts';
import fieldStyles from '../../components/generic/fields/Field.module.css';
import { FieldNote } from '../form/FieldNote.tsx';

const css = classesOf(fieldStyles);

/** A passphrase, as a browser's own keeper of passphrases finds and fills it. */
export function SecretField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew: boolean;
  readonly help?: string;
  readonly problem?: string | null;
}): ReactNode {
  return (
    <AriaTextField
      className={css('field')}
      type="password"
      value={props.value}
      onChange={props.onChange}
      isInvalid={Boolean(props.problem)}
      autoComplete={props.isNew ? 'new-password' : 'current-password'}
    >
      <span className={css('label')}>
        <Label>{props.label}</Label>
      </span>
      <Input className={css('box')} />
      <FieldNote problem={props.problem} help={props.help} />
    </AriaTextField>
  );
}
