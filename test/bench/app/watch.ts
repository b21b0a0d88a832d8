/** Asks the watch in the page (page/installWatch.ts). */
import type { Page } from '@playwright/test';
import {
  type Block,
  installWatch,
  type Seen,
  type Sights,
  type Watch,
} from './page/installWatch.ts';

/** Again after each load of the page; a second time does nothing. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(installWatch);
}

/**
 * Waits for all of them. `act` runs between looking and waiting, so nothing it brings is missed. What
 * stands there before it says nothing about it: that throws, or with `freshOnly` does not count until
 * it has been drawn anew.
 */
export async function seenAfter<Name extends string>(
  page: Page,
  sights: Sights<Name>,
  act: () => Promise<unknown>,
  { freshOnly = false, patienceMs = 60_000 } = {},
): Promise<Seen<Name>> {
  const already = await expectSights(page, sights, freshOnly, patienceMs);
  if (already.length > 0 && !freshOnly)
    throw new Error(`seen before anything was done: ${already.join(', ')}`);
  await act();
  return await sightsSeen(page);
}

/** Waits for all of them, whenever they come; of what stands there already the time says nothing. */
export async function seen<Name extends string>(
  page: Page,
  sights: Sights<Name>,
  patienceMs = 300_000,
): Promise<Seen<Name>> {
  await expectSights(page, sights, false, patienceMs);
  return await sightsSeen(page);
}

/** From a key's own time stamp until it was seen. What came before the key was not its doing. */
export function sinceKey(seenAt: number, pressedAt: number): number {
  if (!(seenAt > pressedAt)) throw new Error(`seen ${pressedAt - seenAt} ms before its key`);
  return seenAt - pressedAt;
}

/** Everything over 50 ms that held the interface's thread since then. */
export async function blocksSince(page: Page, from: number): Promise<readonly Block[]> {
  // Told by then of everything that has ended.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  return await ask(page, 'blocks', from);
}

/**
 * From each key's own time stamp to the paint of what it wrote, since the last call. As many as were
 * pressed: what does not reach a field is painted in no time.
 */
export async function typedSince(page: Page, pressed?: number): Promise<readonly number[]> {
  const typed = await ask<readonly number[]>(page, 'typed');
  if (pressed !== undefined && typed.length !== pressed)
    throw new Error(`${pressed} keys were pressed and ${typed.length} of them wrote something`);
  return typed;
}

/** What the application itself has measured under this name since the last call. */
export async function measuredSince(page: Page, name: string): Promise<readonly number[]> {
  return await ask(page, 'measured', name);
}

/** Frames that were due and not drawn while `act` ran, by the display's own pace. */
export async function droppedFrames(page: Page, act: () => Promise<unknown>): Promise<number> {
  await ask(page, 'framesBegin');
  const began = performance.now();
  await act();
  const took = performance.now() - began;
  const gaps = await ask<readonly number[]>(page, 'framesEnd');
  const counted = gaps.reduce((sum, gap) => sum + gap, 0);
  // A window that draws nothing drops nothing either.
  if (counted < took * leastCounted)
    throw new Error(`frames of ${counted.toFixed(0)} ms were told in ${took.toFixed(0)} ms`);
  return gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frameMs) - 1), 0);
}

const frameMs = 1000 / 60;
const leastCounted = 0.8;

function expectSights(
  page: Page,
  sights: Sights<string>,
  freshOnly: boolean,
  patienceMs: number,
): Promise<readonly string[]> {
  return ask(page, 'expect', sights, freshOnly, patienceMs);
}

async function sightsSeen<Name extends string>(page: Page): Promise<Seen<Name>> {
  return await ask(page, 'seen');
}

/** A page that was loaded anew and is not watched would answer nothing, which looks like quick. */
async function ask<Answer>(page: Page, name: keyof Watch, ...given: unknown[]): Promise<Answer> {
  return (await page.evaluate(
    ({ name: asked, given: values }) => {
      const answering = window.benchWatch?.[asked] as ((...all: unknown[]) => unknown) | undefined;
      if (!answering) throw new Error('nobody watches this page');
      return answering(...values);
    },
    { name, given },
  )) as Answer;
}
