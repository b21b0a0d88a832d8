import type { Why } from '../../../shared/policy/decision.ts';
import { isWordingId } from '../../wording/catalogues.ts';
import type { Values, Wording } from '../../wording/createWording.ts';

/** Data that is itself a code, by the family that has its word. */
const families: Readonly<Record<string, string>> = {
  cause: 'cause',
  from: 'cause',
  shot: 'shot',
  reason: 'claim',
  severity: 'severity',
  question: 'question',
  clause: 'clause',
  method: 'method',
  outcome: 'standing',
  field: 'paper',
  what: 'clientEvidence',
  beyond: 'defect',
  codes: 'defect',
};
/** Empty where the rule holds for all, or nobody is named: the sentence itself says so. */
const mayBeNone: readonly string[] = ['reason', 'severity', 'carrier'];
const localDate = /^\d{4}-\d{2}-\d{2}$/;

/** A reason of the policy as a sentence. */
export function sayWhy(wording: Wording, why: Why): string {
  const id = `why.${why.code}`;
  // A day that ends in a stop, as in German, ends the sentence with it.
  return isWordingId(id)
    ? wording.t(id, valuesOf(wording, why)).replace(/(?<!\.)\.\.(?!\.)/g, '.')
    : why.code;
}

/** A supervisor's answer in words. */
export function sayAnswer(wording: Wording, question: string, answer: string): string {
  return wordOf(wording, `answer.${question}`, answer);
}

function valuesOf(wording: Wording, { data }: Why): Values {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, speak(wording, key, value, data)]),
  );
}

function speak(
  wording: Wording,
  key: string,
  value: string | number | boolean,
  data: Why['data'],
): string | number {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    return key === 'amount' && typeof data['currency'] === 'string'
      ? wording.formatMoney({ minor: value, currency: data['currency'] })
      : value;
  }
  if (value === '') return mayBeNone.includes(key) ? 'none' : wording.t('data.notNamed');
  if (localDate.test(value)) return wording.formatDate(value, 'day');
  // Only the question of who is responsible is answered without being named beside it.
  if (key === 'answer')
    return sayAnswer(wording, String(data['question'] ?? 'responsibleUnknown'), value);
  const family = families[key];
  if (family === undefined) return value;
  return wording.formatList(value.split(/[ ,]+/).map((code) => wordOf(wording, family, code)));
}

function wordOf(wording: Wording, family: string, code: string): string {
  const id = `${family}.${code}`;
  return isWordingId(id) ? wording.t(id) : code;
}
