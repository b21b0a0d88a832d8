import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { classesOf } from '../classesOf.ts';
import { Icon } from '../marks/Icon.tsx';
import styles from './Checkbox.module.css';

const css = classesOf(styles);

export function Checkbox(props: {
  readonly children: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}): ReactNode {
  return (
    <CheckboxField
      isSelected={props.isChecked}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <CheckboxButton className={css('checkbox')}>
        <span className={css('box')}>
          <Icon name="check" size="small" />
        </span>
        <span>
          {props.children}
          {props.hint && <span className={css('hint')}>{props.hint}</span>}
        </span>
      </CheckboxButton>
    </CheckboxField>
  );
}
