const letterFields =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [role="dialog"]';

/** Letters belong to the field they are typed into, and to a sheet that is open. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest(letterFields) !== null)
  );
}
