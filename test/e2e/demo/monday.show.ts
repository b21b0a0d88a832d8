import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { systemChromium } from '../../../build/system/chromium.mjs';
import { findPostgres, startPostgres } from '../../builders/central/postgresServer.ts';
import { playMonday } from './monday/monday.ts';
import { story } from './story.ts';

/** More is no morning's work. */
const mostActs = 60;

async function play(name: string, title: string, databaseUrl?: string): Promise<void> {
  const { folder, step, write } = story(name);
  const browser = await chromium.launch(systemChromium);
  try {
    const company = path.join(folder, 'company');
    const where = databaseUrl === undefined ? {} : { databaseUrl };
    const acts = await playMonday({ folder: company, browser, step, ...where });
    console.log(`${acts} commands, clicks, scans and fields`);
    expect(acts).toBeLessThanOrEqual(mostActs);
  } finally {
    write(title);
    await browser.close();
  }
}

test('Monday morning of a company of one’s own, on PostgreSQL', async () => {
  const bin = findPostgres();
  test.skip(bin === null, 'PostgreSQL is not installed');
  const server = await startPostgres(bin ?? '');
  try {
    await play('monday', 'Monday morning', await server.createDatabase());
  } finally {
    await server.stop();
  }
});

test('the same on the database inside central', () =>
  play('monday-embedded', 'Monday morning, on the database inside central'));
