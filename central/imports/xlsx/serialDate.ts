const msPerDay = 86_400_000;
const msPerSecond = 1000;
/** 9999-12-31. */
const lastSerial = 2_958_465;
const from1904Days = 1462;

/**
 * The day a spreadsheet's serial number stands for: days since 30 December 1899 (or 1 January 1904),
 * the time of day behind the point. ISO 8601, to the second; a time without a day is `HH:MM:SS`.
 * null: no day, among them 29 February 1900, which never was.
 */
export function serialDate(serial: string, from1904: boolean): string | null {
  const number = Number(serial) + (from1904 ? from1904Days : 0);
  if (!(number >= 0 && number < lastSerial + 1)) return null;
  const seconds = Math.round((number % 1) * (msPerDay / msPerSecond));
  const time = new Date(seconds * msPerSecond).toISOString().slice(11, 19);
  const days = Math.floor(number) + (seconds === msPerDay / msPerSecond ? 1 : 0);
  if (days === 0) return time;
  if (days === 60) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * msPerDay);
  const date = day.toISOString().slice(0, 10);
  return seconds % (msPerDay / msPerSecond) === 0 ? date : `${date}T${time}`;
}
