/**
 * The day a label's YYMMDD means, as an ISO local date without zone, or `undefined` when there is no
 * such day. The century is the one within −49/+50 years of `referenceYear`; day 00 is the month's
 * last day where `wholeMonth` allows it (GS1 General Specifications, 3.4 and 7.12).
 */
export function labelDate(
  yymmdd: string,
  referenceYear: number,
  wholeMonth: boolean,
): string | undefined {
  const year = fullYear(Number(yymmdd.slice(0, 2)), referenceYear);
  return isoDate(year, Number(yymmdd.slice(2, 4)), Number(yymmdd.slice(4, 6)), wholeMonth);
}

/** As `labelDate`, for YYYYMMDD, which leaves nothing to guess. */
export function longLabelDate(yyyymmdd: string): string | undefined {
  const part = (from: number, to: number) => Number(yyyymmdd.slice(from, to));
  return isoDate(part(0, 4), part(4, 6), part(6, 8), false);
}

function fullYear(twoDigits: number, referenceYear: number): number {
  const century = referenceYear - (referenceYear % 100);
  const apart = twoDigits - (referenceYear % 100);
  if (apart >= 51) return century - 100 + twoDigits;
  if (apart <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

function isoDate(year: number, month: number, day: number, wholeMonth: boolean) {
  if (month < 1 || month > 12) return undefined;
  const last = daysIn(year, month);
  const on = day === 0 && wholeMonth ? last : day;
  if (on < 1 || on > last) return undefined;
  const padded = (n: number, length: number) => String(n).padStart(length, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(on, 2)}`;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
