/** An expected outcome: either the value, or a refusal that says why not. Never thrown. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/** Closes a switch over a union: reaching it is a mistake in the program, not in the data. */
export function assertNever(impossible: never): never {
  throw new Error(`Impossible state: ${JSON.stringify(impossible)}`);
}
