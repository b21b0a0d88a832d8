import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { classesOf } from './classesOf.ts';
import styles from './Tooltip.module.css';

const css = classesOf(styles);

/** A word more about a button. Nothing that is needed to work may stand only here. */
export function Tooltip(props: {
  readonly says: string;
  /** A Button or IconButton. */
  readonly children: ReactNode;
}): ReactNode {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {props.children}
      <AriaTooltip className={css('tooltip')} offset={6}>
        {props.says}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
