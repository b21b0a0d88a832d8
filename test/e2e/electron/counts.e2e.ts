import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { queue } from '../../../renderer/wording/en/queue.ts';
import { answering, palette } from '../../bench/app/measure/finding.ts';
import { articleOf } from '../../bench/app/measure/scanning.ts';
import { enrolling, signIn } from '../../bench/app/measure/signingIn.ts';
import { type Counts, installCounts } from '../../bench/app/page/installCounts.ts';
import type { Sight } from '../../bench/app/page/installWatch.ts';
import { seededCentral } from '../../bench/app/seed/seededCentral.ts';
import {
  band,
  bandSays,
  benchList,
  deskQueue,
  dockListOf,
  heading,
  onBench,
  readyToScan,
  said,
} from '../../bench/app/sights.ts';
import { type Ground, type OpenedStation, prepareGround } from '../../bench/app/station.ts';
import { seen, seenAfter, watch } from '../../bench/app/watch.ts';
import { type CuttableLine, layLine } from '../cuttableLine.ts';
import { everybodyHasJoined } from '../driver/signIn.ts';

/**
 * How much work a scan is on a station whose lists are longer than its screen. In counts, which a
 * busy machine does not change; times are for `npm run bench:app`.
 */
let ground: Ground;
let station: OpenedStation;
let line: CuttableLine | null = null;

test.beforeAll(async () => {
  const run = path.join(projectRoot, 'test/bench/app/run.ts');
  execFileSync(process.execPath, [run, 'longLists', '--seed-only'], { stdio: 'inherit' });
  ground = await prepareGround('electron', await seededCentral('longLists'), async (url) => {
    line = await layLine(url);
    return line;
  });
  station = await ground.open();
  await enrolling(ground, station);
  await station.page.context().addInitScript(installCounts);
  await station.page.reload();
  await watch(station.page);
  const listed = dockListOf(ground.manifest.expected.length);
  await seen(station.page, { readyToScan, listed });
  await everybodyHasJoined(station.page);
  // What synchronising does beside a scan comes when it likes, and is not the scan's.
  await line?.cut();
});
test.afterAll(async () => {
  await station.close();
  await line?.cut();
  await ground.clear();
});

test('a scan asks and draws no more than it is about', { tag: '@release' }, async () => {
  const took = new Map<string, Counts[]>();
  const count = async (what: string, text: string, ...sights: readonly Sight[]) => {
    took.set(what, [...(took.get(what) ?? []), await counted(text, sights)]);
  };
  const several = ground.manifest.expected.filter((one) => one.isCountedByScan && one.pieces > 1);
  for (const parcel of several.slice(0, 5)) {
    await count('label', parcel.tracking, bandSays(said.received), heading(parcel.rma));
    await count('article', articleOf(parcel), bandSays(said.counted), onePiece);
    await count('done, asked once more', 'QS-CMD-DONE', bandSays(said.missing));
    await count('done', 'QS-CMD-DONE', { selector: band, any: said.over });
  }
  for (const [what, limit] of Object.entries(limits)) {
    const least = leastOf(took.get(what) ?? []);
    for (const name of names)
      expect.soft(least[name], `${name} of a scan: ${what}`).toBeLessThanOrEqual(limit[name]);
  }
});

test('of lists longer than the screen no more is drawn than fits on it', {
  tag: '@release',
}, async () => {
  expect.soft(await rowsDrawn(station.page), 'dock').toBeLessThanOrEqual(mostRows);
  expect.soft(await nodesDrawn(station.page), 'nodes at the dock').toBeLessThanOrEqual(480);
  for (const [personId, place, mostNodes] of [
    ['person-zielinski', benchList, 1340],
    ['person-brandt', deskQueue, 1450],
  ] as const) {
    await signIn(ground, station, personId, place);
    await expect(station.page.getByRole('row').nth(3)).toBeVisible();
    expect.soft(await rowsDrawn(station.page), personId).toBeLessThanOrEqual(mostRows);
    const nodes = await nodesDrawn(station.page);
    expect.soft(nodes, `nodes of ${personId}`).toBeLessThanOrEqual(mostNodes);
  }
});

test('a letter in the palette, a filter of the queue and a case that opens cost no more than they show', {
  tag: '@release',
}, async () => {
  const { page, keys } = station;
  const [first] = ground.manifest.bench;
  const took: Record<string, Counts> = {};
  await signIn(ground, station, 'person-zielinski', benchList);
  await workOf(async () => undefined);
  if (!first) throw new Error('nothing lies on the bench');
  took['case at the bench'] = await workOf(async () => {
    await keys.scan(first.tracking);
    await seen(page, { opened: onBench(first.rma) });
  });
  await signIn(ground, station, 'person-brandt', deskQueue);
  took['palette'] = await workOf(async () => {
    await keys.press('k', 2);
    await seen(page, { open: { selector: `${palette}:focus` } });
  });
  for (const text of ['v', 'va', 'val'])
    took[`letter ${text.length}`] = await workOf(async () => {
      await keys.press(text.slice(-1));
      await seen(page, { answered: answering(text) });
    });
  expect.soft(await page.getByRole('option').count(), 'lines').toBeLessThanOrEqual(mostRows);
  await page.keyboard.press('Escape');
  await page.locator(palette).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: queue['queue.filter'], exact: true }).click();
  const filters = page.getByRole('dialog', { name: queue['queue.filter'] });
  await filters.getByRole('button', { name: new RegExp(queue['queue.filter.client']) }).click();
  const all = (await page.locator('h1').first().textContent()) ?? '';
  took['filter'] = await workOf(async () => {
    await page.getByRole('option').nth(2).click();
    await seen(page, { fewer: { selector: 'h1', not: all } });
  });
  for (const [what, limit] of Object.entries(limitsOfOthers))
    for (const name of names)
      expect.soft(took[what]?.[name], `${name}: ${what}`).toBeLessThanOrEqual(limit[name]);
});

const onePiece: Sight = { selector: 'main li strong', text: '1', isWhole: true };
const names = ['requests', 'commits', 'renders'] as const;
const mostRows = 60;
/** Half as much again as was counted offline on 2026-11-29; a list drawn whole renders thousands. */
const limits: Readonly<Record<string, Counts>> = {
  label: { requests: 110, commits: 18, renders: 1040 },
  article: { requests: 170, commits: 10, renders: 510 },
  'done, asked once more': { requests: 24, commits: 4, renders: 230 },
  done: { requests: 130, commits: 24, renders: 620 },
};

/** Half as much again as was counted on 2026-11-30. */
const limitsOfOthers: Readonly<Record<string, Counts>> = {
  'case at the bench': { requests: 68, commits: 33, renders: 2120 },
  palette: { requests: 44, commits: 9, renders: 240 },
  'letter 1': { requests: 92, commits: 4, renders: 60 },
  'letter 2': { requests: 42, commits: 4, renders: 60 },
  'letter 3': { requests: 42, commits: 4, renders: 60 },
  filter: { requests: 4, commits: 14, renders: 3460 },
};

/** Until nothing more happens: what a scan sets going behind itself belongs to it. */
async function counted(text: string, sights: readonly Sight[]): Promise<Counts> {
  const { page, keys } = station;
  const asked = Object.fromEntries(sights.map((sight, n) => [String(n), sight]));
  return await workOf(() => seenAfter(page, asked, () => keys.scan(text), { freshOnly: true }));
}

async function workOf(act: () => Promise<unknown>): Promise<Counts> {
  const { page } = station;
  await countsSince(page);
  await act();
  let all = await countsSince(page);
  await expect
    .poll(
      async () => {
        const more = await countsSince(page);
        all = added(all, more);
        return more.requests + more.commits;
      },
      { intervals: [400] },
    )
    .toBe(0);
  return all;
}

async function countsSince(page: Page): Promise<Counts> {
  return (await page.evaluate(() => window.benchCounts?.())) ?? nothing;
}

const nothing: Counts = { requests: 0, commits: 0, renders: 0 };

function added(one: Counts, other: Counts): Counts {
  return combined(one, other, (a, b) => a + b);
}

/** What else comes about beside a scan only adds to it. */
function leastOf(counts: readonly Counts[]): Counts {
  const [first = nothing, ...others] = counts;
  return others.reduce((least, one) => combined(least, one, Math.min), first);
}

function combined(one: Counts, other: Counts, of: (a: number, b: number) => number): Counts {
  return {
    requests: of(one.requests, other.requests),
    commits: of(one.commits, other.commits),
    renders: of(one.renders, other.renders),
  };
}

async function nodesDrawn(page: Page): Promise<number> {
  return await page.evaluate(() => document.querySelectorAll('*').length);
}

async function rowsDrawn(page: Page): Promise<number> {
  return await page.evaluate(() => document.querySelectorAll('li, [role="row"]').length);
}
