import type { Why } from '../../../shared/policy/decision.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { Values, Wording } from '../../wording/createWording.ts';

/** Data that is itself a code, by the catalogue that has its word. */
const coded: Readonly<Record<string, string>> = {
  cause: 'cause',
  from: 'cause',
  shot: 'shot',
  reason: 'claim',
  severity: 'severity',
  question: 'question',
  clause: 'clause',
  method: 'method',
  what: 'clientEvidence',
  outcome: 'standing',
};

/** A reason of the policy as a sentence. */
export function sayWhy(wording: Wording, why: Why): string {
  const id = `why.${why.code}`;
  return isWordingId(id) ? wording.t(id, valuesOf(wording, why)) : why.code;
}

function valuesOf(wording: Wording, { data }: Why): Values {
  const currency = typeof data['currency'] === 'string' ? data['currency'] : 'USD';
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, speak(wording, key, value, currency, data)]),
  );
}

function speak(
  wording: Wording,
  key: string,
  value: string | number | boolean,
  currency: string,
  data: Why['data'],
): string | number {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return key === 'amount' ? wording.formatMoney({ minor: value, currency }) : value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return wording.formatDate(value, 'day');
  if (key === 'answer') {
    // Only that question's answers are cited by clauses without naming it.
    const id = `answer.${String(data['question'] ?? 'responsibleUnknown')}.${value}`;
    return isWordingId(id) ? wording.t(id) : value;
  }
  const catalogue = coded[key];
  if (catalogue === undefined) return value;
  const words = value.split(',').map((part) => {
    const id = `${catalogue}.${part.trim()}`;
    return isWordingId(id) ? wording.t(id) : part.trim();
  });
  return wording.formatList(words);
}
