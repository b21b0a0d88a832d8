import { isWordingId } from './catalogues.ts';
import type { Values, Wording } from './createWording.ts';

/** Any refusal: a code with data. Which ones there are is the business of who refuses. */
export type RefusalLike = { readonly code: string };

export type RefusalWords = {
  /** What happened, and what is safe. */
  readonly what: string;
  readonly toDo: string;
};

/** Sentences for a refusal. One that has none is said to be unexpected, with the time to name. */
export function sayRefusal(
  wording: Wording,
  refusal: RefusalLike,
  now: string = new Date().toISOString(),
): RefusalWords {
  const { t } = wording;
  const inner = 'refusal' in refusal ? refusal.refusal : null;
  if (refusal.code === 'pin' && isRefusal(inner)) return sayRefusal(wording, inner, now);
  const what = `refusal.${changedOr(refusal) ?? certificateOr(refusal)}`;
  if (!isWordingId(what)) {
    return {
      what: t('refusal.unexpected'),
      toDo: t('refusal.unexpected.do', { time: wording.formatDate(now, 'moment') }),
    };
  }
  const toDo = `${what}.do`;
  const values = valuesOf(wording, refusal);
  return {
    what: t(what, values),
    toDo: t(isWordingId(toDo) ? toDo : 'refusal.policyInput.do', values),
  };
}

/** As Chromium and Node name a certificate nobody here vouches for. */
export function isCertificate(detail: string): boolean {
  return /ERR_CERT_|ERR_SSL_|CERT_HAS_EXPIRED|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT/.test(
    detail,
  );
}

/** Two hashes tell nobody what differs. */
function changedOr(refusal: RefusalLike): string | null {
  const isChanged = 'field' in refusal && refusal.field === 'basisHash';
  return refusal.code === 'signedDiffers' && isChanged ? 'changedSinceSigned' : null;
}

/** An answer that cannot be trusted is not a missing one. */
function certificateOr(refusal: RefusalLike): string {
  const isTrouble = refusal.code === 'centralUnreachable' && 'detail' in refusal;
  if (!isTrouble || typeof refusal.detail !== 'string') return refusal.code;
  if (isCertificate(refusal.detail)) return 'untrustedCertificate';
  return refusal.detail === 'answer not understood' ? 'strangerAnswers' : refusal.code;
}

function isRefusal(found: unknown): found is RefusalLike {
  return typeof found === 'object' && found !== null && 'code' in found;
}

/** Which catalogue the codes inside a refusal belong to. */
const codeFields: Readonly<Record<string, string>> = {
  needs: 'role',
  shots: 'shot',
  question: 'question',
  reason: 'hold',
  field: 'signed',
};

function valuesOf(wording: Wording, refusal: RefusalLike): Values {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries<unknown>(refusal)) {
    if (name === 'freeBytes' && typeof value === 'number')
      values['free'] = wording.formatBytes(value);
    else if (name === 'retryAfterSeconds' && typeof value === 'number') values['seconds'] = value;
    else if (name === 'most' && typeof value === 'number')
      values[name] = mostOf(wording, value, refusal);
    else if ((name === 'signed' || name === 'computed') && typeof value === 'string')
      values[name] = signedOf(wording, value, refusal);
    else if (name === 'field' && refusal.code === 'signedDiffers')
      values[name] = wordOf(wording, name, String(value));
    else if (name === 'at' && typeof value === 'string')
      values[name] = wording.formatDate(value, 'moment');
    else if (typeof value === 'boolean') values[name] = value ? 'yes' : 'no';
    else if (typeof value === 'number') values[name] = value;
    else if (typeof value === 'string') values[name] = wordOf(wording, name, value);
    else if (Array.isArray(value))
      values[name] = wording.formatList(value.map((item) => wordOf(wording, name, String(item))));
  }
  return values;
}

/** What was signed or computed, as it would be shown: money as money. */
function signedOf(wording: Wording, value: string, refusal: RefusalLike): string {
  const field = 'field' in refusal ? refusal.field : null;
  const currency = 'currency' in refusal ? refusal.currency : null;
  const isMoney = field === 'amount' || field === 'value';
  return isMoney && typeof currency === 'string' && /^-?\d+$/.test(value)
    ? wording.formatMoney({ minor: Number(value), currency })
    : value.slice(0, 12);
}

/** Minor units. Refusals of older builds do not say of which currency. */
function mostOf(wording: Wording, most: number, refusal: RefusalLike): string {
  const currency = 'currency' in refusal ? refusal.currency : null;
  return typeof currency === 'string'
    ? wording.formatMoney({ minor: most, currency })
    : wording.t('money.smallest', { amount: wording.formatNumber(most) });
}

function wordOf(wording: Wording, field: string, value: string): string {
  const id = `${codeFields[field] ?? ''}.${value}`;
  return isWordingId(id) ? wording.t(id) : value;
}
