import type { Page } from '@playwright/test';
import type { Fact } from '../../../shared/facts/fact.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';

/** Every fact of the case central has accepted, asked the way the page asks. */
export async function factsAtCentral(page: Page, caseId: string): Promise<readonly Fact[]> {
  const path = centralApi.case.path.replace(':id', caseId);
  const answer = await page.evaluate(async (asked) => (await fetch(asked)).text(), path);
  const { changes } = centralApi.case.response.parse(JSON.parse(answer));
  return changes.flatMap((c) => (c.collection === 'facts' && c.body ? [c.body.fact] : []));
}
