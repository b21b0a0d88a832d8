import { test } from '@playwright/test';
import { demoToday } from '../demoReturns.ts';
import { signIn } from '../driver/signIn.ts';
import { mainJob } from '../journeys/mainJob.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

// It joins in `joined`, and in the next engine again.
const opened = joinedStationOnLine('station');

test('from scan to refund: offline all the way, then online, once', async () => {
  const { page, line } = opened();
  await mainJob({ page, line, hasJoined: true });
});

test('a PIN becomes a secret beside the main process’s own thread', async () => {
  const { app, page } = opened();
  await app.evaluate(
    `process.mainModule.require('node:crypto').scrypt = () => { throw new Error('own thread'); }`,
  );
  await signIn(page, demoToday().worker('NQ4118'));
});
