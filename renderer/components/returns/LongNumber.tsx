import { Fragment, type ReactNode } from 'react';

/** Shorter ones stay on one line, or break wherever there is no room at all. */
const fewestBroken = 17;

/** A number that may be longer than its line breaks behind its own separators first. What is copied is the number. */
export function LongNumber({ value }: { readonly value: string }): ReactNode {
  if (value.length < fewestBroken) return value;
  return value.split(/(?<=[/\-_.])/).map((part, place) => (
    // Parts never change places, and equal ones are common.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
