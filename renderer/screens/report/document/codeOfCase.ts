import type { CaseView } from '../../../queries/oneCase/caseView.ts';

/**
 * What opens the case when it is scanned at any station: its RMA number, as on its label; where it has
 * none, a number that its goods are found by. null: it has none that a scanner could read.
 */
export function codeOfCase({ file }: Pick<CaseView, 'file'>): string | null {
  const numbers = [
    file.returnCase.rma,
    ...file.handlingUnits.map(({ licencePlate }) => licencePlate),
    ...file.handlingUnits.map(({ sscc }) => sscc && `00${sscc}`),
    ...file.arrivals.map(({ trackingNumber }) => trackingNumber),
  ];
  return numbers.find((number) => number && isInCode128(number)) ?? null;
}

function isInCode128(text: string): boolean {
  return /^[ -~]{1,48}$/.test(text);
}
