/** Beyond it a spreadsheet program shows zeros: what stands there is what binary numbers make of it. */
const shownDigits = 15;

/**
 * A number as a workbook writes it (`1.2E-3`, `12.339999999999999`), in plain digits with a decimal
 * point, rounded to what the program showed its author. Never by way of a binary number.
 */
export function exactNumber(written: string): string | null {
  const [, sign = '', whole = '', part = '', power = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(written.trim()) ?? [];
  if (whole === '' && part === '') return null;
  const { digits, point } = rounded(whole + part, whole.length + Number(power));
  const text = withPoint(digits, point);
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** The digits without leading zeros, and where the point stands among them. */
function rounded(all: string, point: number): { readonly digits: string; readonly point: number } {
  const digits = all.replace(/^0+/, '');
  const at = point - (all.length - digits.length);
  if (digits.length <= shownDigits) return { digits, point: at };
  const up = digits.charCodeAt(shownDigits) >= '5'.charCodeAt(0) ? 1n : 0n;
  const shown = String(BigInt(digits.slice(0, shownDigits)) + up);
  return { digits: shown, point: at + shown.length - shownDigits };
}

function withPoint(digits: string, point: number): string {
  if (digits === '') return '0';
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const part = (point < 0 ? '0'.repeat(-point) : '') + digits.slice(Math.max(point, 0));
  const trimmed = part.replace(/0+$/, '');
  return trimmed === '' ? whole : `${whole}.${trimmed}`;
}
