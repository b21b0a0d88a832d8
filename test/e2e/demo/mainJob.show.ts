import path from 'node:path';
import { test } from '@playwright/test';
import { playMainJob } from '../driver/mainJob.ts';
import { story } from './story.ts';

test('from scan to refund', async () => {
  const { folder, step, write } = story('mainJob');
  try {
    await playMainJob({ folder: path.join(folder, 'station'), step });
  } finally {
    write('From scan to refund');
  }
});
