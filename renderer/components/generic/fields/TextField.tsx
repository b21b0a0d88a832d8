import type { ReactNode } from 'react';
import { TextField as AriaTextField, Input, Label, Text, TextArea } from 'react-aria-components';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import { Icon } from '../marks/Icon.tsx';
import styles from './Field.module.css';

const css = classesOf(styles);

export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onSubmit?: () => void;
  readonly help?: string;
  /** Why this value is not accepted; shown beside the field. */
  readonly problem?: string | null;
  readonly most?: number;
  readonly lines?: 'one' | 'many';
  readonly look?: 'normal' | 'mono' | 'huge';
  /** A day, typed part by part or picked; what is not whole yet is empty. */
  readonly isDay?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly isOptional?: boolean;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  /** The caret stands here at first. */
  readonly takesFocus?: boolean;
  readonly name?: string;
};

/** Text that saves itself; the caller decides when. */
export function TextField(props: TextFieldProps): ReactNode {
  const { t } = useWording();
  const look = props.look ?? 'normal';
  const className = css('box', look !== 'normal' && 'mono', look === 'huge' && 'huge');
  const left = props.most === undefined ? null : props.most - props.value.length;
  const isNearlyFull = left !== null && left <= 40 && left < props.value.length;
  return (
    <AriaTextField
      className={css('field')}
      value={props.value}
      onChange={props.onChange}
      isInvalid={Boolean(props.problem)}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      autoComplete="off"
      spellCheck={look === 'normal' ? 'true' : 'false'}
      {...(props.isDay && { type: 'date' })}
      {...(props.isLabelHidden && { 'aria-label': props.label })}
      {...(props.name !== undefined && { name: props.name })}
      {...(props.onBlur && { onBlur: props.onBlur })}
      {...(props.most !== undefined && { maxLength: props.most })}
      {...(props.inputMode && { inputMode: props.inputMode })}
      {...(props.takesFocus && { autoFocus: true })}
      {...(props.onSubmit &&
        props.lines !== 'many' && {
          onKeyDown: (event: {
            readonly key: string;
            readonly nativeEvent: { readonly isComposing: boolean };
            readonly continuePropagation: () => void;
          }) => {
            // That of an input method ends the word it puts together.
            const isEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
            if (isEnter) props.onSubmit?.();
            // Kept from everybody above otherwise: Escape would not close a sheet.
            else event.continuePropagation();
          },
        })}
    >
      {!props.isLabelHidden && (
        <span className={css('label')}>
          <Label>{props.label}</Label>
          {props.isOptional && <span className={css('aside')}>{t('field.optional')}</span>}
        </span>
      )}
      {props.lines === 'many' ? (
        <TextArea className={className} placeholder={props.placeholder ?? ''} rows={3} />
      ) : (
        <Input className={className} placeholder={props.placeholder ?? ''} />
      )}
      {props.problem ? (
        <Text slot="errorMessage" className={css('problem')}>
          <Icon name="alert" size="small" />
          {props.problem}
        </Text>
      ) : (
        (props.help ?? isNearlyFull) && (
          <Text slot="description" className={css('help')}>
            {props.help ?? t('field.left', { count: left ?? 0 })}
          </Text>
        )
      )}
    </AriaTextField>
  );
}
