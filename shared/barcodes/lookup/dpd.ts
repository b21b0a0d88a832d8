/*
 * DPD's barcode: `%`, seven characters of postcode, the fourteen digits of the parcel, three of
 * service and three of country (DPD Parcel Label Specification). Below the bars stands the same with
 * a check character; on papers the parcel's digits alone, with or without theirs.
 */
const label = /^%?[0-9A-Z]{7}(\d{14})\d{6}[0-9A-Z]?$/;

/** The parcel numbers a DPD label or a number printed beside it means, in normal form. */
export function dpdForms(text: string): readonly string[] {
  if (text.length === 15 && /^\d{14}/.test(text)) {
    const parcel = text.slice(0, 14);
    return checkCharacterOf(parcel) === text.charAt(14) ? [parcel] : [];
  }
  const parcel = label.exec(text)?.[1];
  return parcel === undefined ? [] : [parcel, parcel + checkCharacterOf(parcel)];
}

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO/IEC 7064, MOD 37,36, over digits and capitals. */
export function checkCharacterOf(body: string): string {
  let rest = 36;
  for (const character of body) {
    const sum = (rest + characters.indexOf(character)) % 36;
    rest = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return characters.charAt((37 - rest) % 36);
}
