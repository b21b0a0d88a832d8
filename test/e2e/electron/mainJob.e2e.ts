import { test } from '@playwright/test';
import { centralOnLine } from '../centralOnLine.ts';
import { openStation } from '../electronStation.ts';
import { mainJob } from '../journeys/mainJob.ts';

const site = centralOnLine('station');

test('from scan to refund: offline all the way, then online, once', async () => {
  const { page, close } = await openStation({
    folder: site().folder,
    centralUrl: site().line.url,
    enrolmentCode: site().central.enrolmentCode,
  });
  await mainJob({ page, line: site().line });
  await close();
});
