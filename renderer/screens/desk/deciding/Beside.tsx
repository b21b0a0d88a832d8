import { createContext, type ReactNode, useContext, useState } from 'react';
import { createPortal } from 'react-dom';

const Place = createContext<HTMLElement | null>(null);

/** A column beside what lies open: what is shown `Beside` it stands there, whoever shows it. */
export function WithColumn(props: {
  readonly className: string | undefined;
  readonly columnClassName: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const [column, setColumn] = useState<HTMLElement | null>(null);
  return (
    <div className={props.className}>
      <Place value={column}>{props.children}</Place>
      <div ref={setColumn} className={props.columnClassName} />
    </div>
  );
}

/** In the column beside what lies open, or where it is written when there is none. */
export function Beside(props: { readonly children: ReactNode }): ReactNode {
  const column = useContext(Place);
  return column ? createPortal(props.children, column) : props.children;
}
