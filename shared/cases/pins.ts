/** Of how many digits a PIN is at least and at most: the same wherever one is chosen or asked for. */
export const pinDigits = { least: 6, most: 12 } as const;

/** After so many wrong ones in a row somebody else has to help. */
export const mostWrongPins = 10;

/** May it be chosen? Digits only, and enough of them. */
export function isPin(text: string): boolean {
  return /^\d+$/.test(text) && text.length >= pinDigits.least && text.length <= pinDigits.most;
}
