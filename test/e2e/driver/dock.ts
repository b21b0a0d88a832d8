import { expect, type Page } from '@playwright/test';
import type { ExpectedReturn } from '../demoReturns.ts';
import { scan } from '../scan.ts';

/** The band's own regions, where every scan is answered. */
const answer = (page: Page) => page.getByRole('status').or(page.getByRole('alert'));

/** Scans a parcel label and waits until it is saved. */
export async function receive(
  page: Page,
  parcel: ExpectedReturn,
  word: 'Received' | 'Here already' = 'Received',
): Promise<void> {
  await scan(page, parcel.tracking);
  await expect(answer(page).filter({ hasText: word }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: parcel.case.rma ?? '' })).toBeVisible();
}

/** Scans one article of the parcel as often as there are pieces. */
export async function countPieces(
  page: Page,
  parcel: ExpectedReturn,
  pieces: number,
): Promise<void> {
  const lot = parcel.order.lot ? `10${parcel.order.lot}` : '';
  for (let piece = 1; piece <= pieces; piece += 1) {
    await scan(page, `]C101${parcel.order.article.gtin}${lot}`);
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: `${piece} of` })
        .first(),
    ).toBeVisible();
  }
}

export async function photographParcel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Photo' }).click();
  await expect(answer(page).filter({ hasText: 'Photo saved' }).first()).toBeVisible();
}

export async function parcelDone(page: Page): Promise<void> {
  await scan(page, 'QS-CMD-DONE');
  await expect(answer(page).filter({ hasText: 'Parcel done' }).first()).toBeVisible();
}
