/** A process of its own that reads the files it is told of, as central would, and says what it cost. */
import { readFileSync } from 'node:fs';
import { lookAt, readRows } from '../../../central/imports/reading/readFile.ts';
import { sayFileRefusal } from '../../../central/imports/table/sayFileRefusal.ts';

export type TableRead = {
  /** In words, or how many rows it had. */
  readonly look: string | number;
  readonly rows: string | number;
  readonly processorMs: number;
  /** The most this process ever had, megabytes. */
  readonly peakMb: number;
};

process.on('message', (file: string) => void tell(file));

async function tell(file: string): Promise<void> {
  process.send?.(await read(file));
}

async function read(file: string): Promise<TableRead> {
  const before = process.cpuUsage();
  const look = await lookAt(file);
  let count = 0;
  const rows = await readRows(file, {}, (some) => {
    count += some.length;
    return Promise.resolve('goOn');
  });
  const { user, system } = process.cpuUsage(before);
  return {
    look: look.ok ? look.value.rows : sayFileRefusal(look.refusal),
    rows: rows.ok ? count : sayFileRefusal(rows.refusal),
    processorMs: Math.round((user + system) / 1000),
    peakMb: peakMb(),
  };
}

/** Of this process alone: what `resourceUsage` says begins with the largest its parent was when it forked. */
function peakMb(): number {
  const own = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Math.round((own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024);
}
