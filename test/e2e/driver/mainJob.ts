import type { Page } from '@playwright/test';
import { layLine } from '../cuttableLine.ts';
import { openStation } from '../electronStation.ts';
import { mainJob } from '../journeys/mainJob.ts';
import { runCentral } from '../runningCentral.ts';

export type Show = {
  readonly folder: string;
  /** Does one step and leaves time to look at it. */
  readonly step: (title: string, page: Page, action: () => Promise<unknown>) => Promise<void>;
};

/** The whole job, from an unknown station to a refund at central, most of it without a network. */
export async function playMainJob({ folder, step }: Show): Promise<void> {
  const central = await runCentral();
  const line = await layLine(central.url);
  const { enrolmentCode } = central;
  const { page, close } = await openStation({ folder, centralUrl: line.url, enrolmentCode });
  try {
    await mainJob({ page, line, step: (title, action) => step(title, page, action) });
  } finally {
    await close();
    await line.cut();
    await central.close();
  }
}
