import type { Result } from '../../../shared/result.ts';

/** The value of an outcome that must be one. */
export function accepted<T>(outcome: Result<T, unknown>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The refusal of an outcome that must be one. */
export function refusedWith<R>(outcome: Result<unknown, R>): R {
  if (outcome.ok) throw new Error(`accepted: ${JSON.stringify(outcome.value)}`);
  return outcome.refusal;
}
