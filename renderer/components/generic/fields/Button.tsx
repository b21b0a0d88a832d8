import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classesOf } from '../classesOf.ts';
import { KeyHint, type KeyName } from '../keys/KeyHint.tsx';
import { Icon, type IconName } from '../marks/Icon.tsx';
import styles from './Button.module.css';

const css = classesOf(styles);

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary` at most once per view. `danger` for what destroys or refuses. `bare` inside text and bars. */
  readonly look?: 'primary' | 'quiet' | 'danger' | 'bare';
  readonly size?: 'normal' | 'primary';
  /** `stacked`: the picture above the word and the key in the corner, for the large keys of the dock. */
  readonly layout?: 'inline' | 'stacked';
  readonly icon?: IconName;
  readonly keys?: readonly KeyName[];
  readonly isDisabled?: boolean;
  /** Work is under way: stays in focus, does nothing. */
  readonly isPending?: boolean;
  readonly isWide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly describedBy?: string;
  readonly isExpanded?: boolean;
  readonly slot?: string;
};

/** Never takes focus by itself: a scanner's Enter must not press it. */
export function Button(props: ButtonProps): ReactNode {
  const { look = 'quiet', size = 'normal' } = props;
  return (
    <AriaButton
      className={css(
        'button',
        look,
        size === 'primary' && 'tall',
        props.isWide && 'wide',
        props.layout,
      )}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      isPending={props.isPending ?? false}
      {...(props.onPress && { onPress: props.onPress })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
      {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
      {...(props.isExpanded !== undefined && { 'aria-expanded': props.isExpanded })}
      {...(props.slot !== undefined && { slot: props.slot })}
    >
      {props.icon && <Icon name={props.icon} />}
      <span className={css('words')}>{props.children}</span>
      {props.keys && <KeyHint keys={props.keys} />}
    </AriaButton>
  );
}

/** A button that is only a picture; `label` is its name. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress?: () => void;
  readonly look?: 'quiet' | 'bare';
  readonly isDisabled?: boolean;
  readonly slot?: string;
}): ReactNode {
  return (
    <AriaButton
      className={css('button', 'square', props.look ?? 'bare')}
      aria-label={props.label}
      isDisabled={props.isDisabled ?? false}
      {...(props.onPress && { onPress: props.onPress })}
      {...(props.slot !== undefined && { slot: props.slot })}
    >
      <Icon name={props.icon} />
    </AriaButton>
  );
}
