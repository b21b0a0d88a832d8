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

/** Whether central has their bytes, and found them to be what the facts say, asked the same way. */
export async function photoStatesAtCentral(
  page: Page,
  photos: readonly { readonly sha256: string }[],
) {
  const { path, response } = centralApi.photoStates;
  const body = JSON.stringify({ sha256: photos.map(({ sha256 }) => sha256) });
  const answer = await page.evaluate(
    async (asked) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(asked.path, { method: 'POST', headers, body: asked.body })).text();
    },
    { path, body },
  );
  return response.parse(JSON.parse(answer)).photos;
}
