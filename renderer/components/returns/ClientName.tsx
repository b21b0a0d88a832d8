import type { ReactNode } from 'react';

/** A company's name, or those of its articles, in their own direction, so that where it is cut its beginning stays; whole on hover. */
export function ClientName(props: {
  readonly name: string;
  /** How the place lays it out. */
  readonly className: string | undefined;
}): ReactNode {
  const { className, name } = props;
  // It stands where names of the other direction stand: only what is inside it runs its own way.
  return (
    <span
      className={className}
      dir="auto"
      style={{ display: 'block', textAlign: 'match-parent' }}
      title={name}
    >
      {name}
    </span>
  );
}
