import type { PrintedCards } from '../../../shared/desktop/printedDocument.ts';
import type { KeepRefusal, PrintRefusal } from '../../../shared/desktop/printingApi.ts';
import type { Paper } from '../../../shared/facts/codes.ts';
import type { Result } from '../../../shared/result.ts';
import type { ActionContext } from '../../recording/actionContext.ts';

/** Prints cards or codes and writes them where the person chose; nothing of it is a record. */
export async function printSheet(
  { desktop }: Pick<ActionContext, 'desktop'>,
  sheet: { readonly document: PrintedCards; readonly paper: Paper },
): Promise<Result<{ readonly fileName: string }, PrintRefusal | KeepRefusal>> {
  const fileName = sheet.document.title;
  const printed = await desktop.printDocument({ ...sheet, pictures: [], fileName });
  if (!printed.ok) return printed;
  return await desktop.keepPrinted({ sha256: printed.value.sha256, elsewhere: false });
}
