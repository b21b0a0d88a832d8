import type { Page } from '@playwright/test';
import type { Refund } from '../../../shared/returns/documents.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';

/** Central's register of the case, asked the way the page asks. */
export async function refundsAtCentral(page: Page, caseId: string): Promise<readonly Refund[]> {
  const path = centralApi.refund.path.replace(':id', caseId);
  const answer = await page.evaluate(async (asked) => (await fetch(asked)).text(), path);
  return centralApi.refund.response.parse(JSON.parse(answer)).refunds;
}
