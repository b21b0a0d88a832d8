import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Found = {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string }[];
};

/** What axe finds wrong with this page: by every rule, or by what colours alone can break. */
export async function violationsOn(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly Found[]> {
  await bringAxe(page);
  return await page.evaluate(
    async ({ excluded, only }) => {
      const { axe } = globalThis as unknown as { readonly axe: Axe };
      const options = { resultTypes: ['violations'], ...(only && { runOnly: only }) };
      return (await axe.run({ exclude: [excluded] }, options)).violations;
    },
    // What the component library has said aloud of a button that is gone lingers for some seconds.
    { excluded: '[data-live-announcer]', only: rules === 'all' ? null : ['color-contrast'] },
  );
}

type Axe = {
  readonly run: (
    context: unknown,
    options: unknown,
  ) => Promise<{ readonly violations: readonly Found[] }>;
};

/** Past the page's own policy, once: bringing it takes as long as a run of every rule. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  // The other mode opens a page of its own, which a desktop application does not have.
  await new AxeBuilder({ page }).setLegacyMode(true).withRules(['document-title']).analyze();
}

/** A sheet half there, or a key on its way from one theme's colours to the next, is not to be judged. */
export async function allSettled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(haveAllEnded)).toBe(true);
}

function haveAllEnded(): boolean {
  // What is about to come in has no animation yet, and is not to be seen.
  if (document.querySelector('[data-entering], [data-exiting]')) return false;
  return document
    .getAnimations()
    .every(
      (one) =>
        one.playState !== 'running' ||
        one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
    );
}
