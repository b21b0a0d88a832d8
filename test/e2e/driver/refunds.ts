import type { Page } from '@playwright/test';
import type { Grant, Refund } from '../../../shared/facts/documents.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';

/** Central's register of the case, asked the way the page asks. */
export async function refundsAtCentral(page: Page, caseId: string): Promise<readonly Refund[]> {
  return (await registerOf(page, caseId)).refunds;
}

/** What central was told to grant, with money and without. */
export async function grantsAtCentral(page: Page, caseId: string): Promise<readonly Grant[]> {
  return (await registerOf(page, caseId)).grants ?? [];
}

async function registerOf(page: Page, caseId: string) {
  const path = centralApi.refund.path.replace(':id', caseId);
  const answer = await page.evaluate(async (asked) => (await fetch(asked)).text(), path);
  return centralApi.refund.response.parse(JSON.parse(answer));
}

/** The rows about a return on the page that people read at central. */
export async function rowsOfRegister(
  central: { readonly url: string; readonly adminToken: string },
  rma: string,
): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${central.adminToken}` };
  const page = await (await fetch(new URL('/central/register', central.url), { headers })).text();
  return page
    .split('<tr>')
    .filter((row) => row.includes(rma))
    .map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
}
