import type { PolicyInput } from '../../shared/policy/decision.ts';

/** Equal for equal facts, however often a query reads them anew. */
export function factsOf(input: PolicyInput): string {
  return JSON.stringify(input, (_field, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}
