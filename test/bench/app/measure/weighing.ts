/** What the page and the process beside it weigh. */
import type { Figures } from '../figures.ts';
import type { OpenedStation } from '../station.ts';

export async function weighing(station: OpenedStation, where: string): Promise<Figures> {
  const { page, session } = station;
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  const rows = await page.evaluate(() => document.querySelectorAll('li, [role="row"]').length);
  // Every place lists something in every size.
  if (rows === 0) throw new Error(`nothing is listed: ${where}`);
  const main = await station.mainMemory();
  return {
    [`nodes, ${where}`]: [nodes],
    [`rows drawn, ${where}`]: [rows],
    [`heap, ${where} (MB)`]: [heap / 2 ** 20],
    ...(main === null ? {} : { [`main process, ${where} (MB)`]: [main] }),
  };
}
