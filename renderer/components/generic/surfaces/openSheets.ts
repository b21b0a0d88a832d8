const sheets = '[role="dialog"], [role="alertdialog"]';

/** Whether something stands over the work that no scan can answer. */
export function isSheetOpen(document: Document): boolean {
  return sheetsOpen(document).some((sheet) => sheet.querySelector('[data-takes-scans]') === null);
}

/** What leaks is said whatever stands open. */
const always = 'hazard';

/**
 * Whether a sheet is in the way of a command card: behind it nothing is finished, taken back or
 * pictured. A sheet that takes scans hears the card itself; its key it does not.
 */
export function isCardInTheWay(document: Document, command: string, by: 'card' | 'key'): boolean {
  if (command === always) return false;
  return sheetsOpen(document).some((sheet) => {
    const hears = by === 'card' && sheet.querySelector('[data-takes-scans]') !== null;
    const answers = sheet.querySelector<HTMLElement>('[data-answers]')?.dataset['answers'] ?? '';
    return !hears && !answers.split(' ').includes(command);
  });
}

function sheetsOpen(document: Document): readonly Element[] {
  return [...document.querySelectorAll(sheets)];
}
