import { PrintedDocument } from '../../shared/desktop/printedDocument.ts';

/** What this window is open for: served by the main process to it alone. */
export async function askForJob(): Promise<PrintedDocument> {
  const answer = await fetch('/job/document');
  return PrintedDocument.parse(await answer.json());
}

/** Everything stands on the page: it is printed now. */
export async function tellDrawn(): Promise<void> {
  await fetch('/job/drawn');
}

export async function tellFailed(detail: string): Promise<void> {
  await fetch(`/job/failed?detail=${encodeURIComponent(detail.slice(0, 300))}`);
}
