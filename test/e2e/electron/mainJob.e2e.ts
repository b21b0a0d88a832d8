import { test } from '@playwright/test';
import { mainJob } from '../journeys/mainJob.ts';
import { stationOnLine } from '../stationOnLine.ts';

const opened = stationOnLine('station');

test('from scan to refund: offline all the way, then online, once', async () => {
  const { page, line } = opened();
  await mainJob({ page, line });
});
