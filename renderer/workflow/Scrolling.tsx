import type { ReactNode } from 'react';

/**
 * A part of the screen that scrolls by itself. It can be reached by Tab, so that the arrow keys move
 * it even where nothing inside takes the focus.
 */
export function Scrolling(props: {
  readonly as: 'main' | 'section' | 'aside';
  /** Its name for screen readers; a `main` may go without. */
  readonly label?: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const Part = props.as;
  return (
    <Part
      className={props.className}
      tabIndex={0}
      {...(props.label !== undefined && { 'aria-label': props.label })}
    >
      {props.children}
    </Part>
  );
}
