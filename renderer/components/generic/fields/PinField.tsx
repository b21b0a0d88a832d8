import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Button, Group } from 'react-aria-components';
import { useWording } from '../../../wording/WordingProvider.tsx';
import { classesOf } from '../classesOf.ts';
import { Icon } from '../marks/Icon.tsx';
import styles from './PinField.module.css';

const css = classesOf(styles);
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * A PIN, by pad or by keyboard: the digits as marks, never as characters. `isReady` decides when the
 * large key may be pressed; Enter presses it too.
 */
export function PinField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  readonly submitWord: string;
  readonly least?: number;
  readonly most?: number;
  readonly problem?: string | null;
  readonly isPending?: boolean;
  /** The caret stands here at first. */
  readonly takesFocus?: boolean;
  /** `folded`: a keyboard is at hand, and the pad comes out for fingers. */
  readonly pad?: 'shown' | 'folded';
}): ReactNode {
  const { t } = useWording();
  const id = useId();
  const [isOut, setOut] = useState(props.pad !== 'folded');
  const { value, least = 6, most = 12 } = props;
  const isReady = value.length >= least && !props.isPending;
  const submit = () => {
    if (isReady) props.onSubmit();
  };
  const append = (digit: string) => {
    if (value.length < most && !props.isPending) props.onChange(value + digit);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit();
  };
  return (
    <div className={css('pin', props.pad === 'folded' && 'slim')}>
      <label className={css('label')} htmlFor={id}>
        {props.label}
      </label>
      {props.pad === 'folded' && (
        <Button
          className={css('out')}
          aria-label={t('pin.pad')}
          aria-expanded={isOut}
          onPress={() => setOut(!isOut)}
        >
          <Icon name="keyboard" />
        </Button>
      )}
      <div className={css('window')} data-invalid={props.problem ? true : undefined}>
        <span className={css('marks')} aria-hidden>
          {Array.from({ length: Math.max(least, value.length) }, (_, place) => (
            <span key={place} className={css('mark', place < value.length && 'entered')} />
          ))}
        </span>
        <input
          id={id}
          className={css('input')}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          maxLength={most}
          aria-invalid={Boolean(props.problem)}
          aria-describedby={`${id}-problem`}
          readOnly={props.isPending ?? false}
          {...(props.takesFocus && { autoFocus: true })}
          onChange={(event) => props.onChange(event.target.value.replaceAll(/\D/g, ''))}
          onKeyDown={press}
        />
      </div>
      <p id={`${id}-problem`} className={css('problem')} role="alert">
        {props.problem && <Icon name="alert" size="small" />}
        {props.problem}
      </p>
      {isOut && (
        <Group className={css('pad')} aria-label={t('pin.pad')} dir="ltr">
          {digits.map((digit) => (
            <Button
              key={digit}
              className={css('key')}
              onPress={() => append(digit)}
              excludeFromTabOrder
            >
              {digit}
            </Button>
          ))}
          <Button
            className={css('key', 'aside')}
            aria-label={t('pin.delete')}
            isDisabled={value === ''}
            onPress={() => props.onChange(value.slice(0, -1))}
          >
            <Icon name="back" />
          </Button>
          <Button className={css('key')} onPress={() => append('0')} excludeFromTabOrder>
            {String(0)}
          </Button>
          <Button className={css('key', 'go')} isDisabled={!isReady} onPress={submit}>
            {props.submitWord}
          </Button>
        </Group>
      )}
    </div>
  );
}
