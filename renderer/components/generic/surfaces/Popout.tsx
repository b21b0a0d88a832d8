import type { ReactNode } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { classesOf } from '../classesOf.ts';
import buttonStyles from '../fields/Button.module.css';
import { Icon, type IconName } from '../marks/Icon.tsx';
import styles from './Popout.module.css';

const css = classesOf({ ...buttonStyles, ...styles });

/** A little panel below its button, closed by Escape or a press beside it. */
export function Popout(props: {
  readonly label: string;
  readonly icon: IconName;
  /** The button says its name. */
  readonly isNamed?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <DialogTrigger>
      <AriaButton
        className={css('button', props.isNamed ? 'quiet' : 'bare', !props.isNamed && 'square')}
        aria-label={props.label}
      >
        <Icon name={props.icon} />
        {props.isNamed && <span className={css('words')}>{props.label}</span>}
      </AriaButton>
      <Popover className={css('popout')} placement="bottom end" offset={4}>
        <Dialog className={css('inside')} aria-label={props.label}>
          {props.children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
