// npm run bench:app [SIZE …] [--engine electron|chromium] [--runs N] [--minutes N] [--part NAME …] [--parcels N] [--hours N] [--photos N] [--profile] [--steps]:
// the built application as a person meets it, on stations of three sizes; tables in out/bench/app.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../../../build/compile.mjs';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { installMissingSystemPackages } from '../../../build/system/systemPackages.mjs';
import type { Figures } from './figures.ts';
import { longParts, parts, runSize } from './runSize.ts';
import { seededCentral, usualCache } from './seed/seededCentral.ts';
import { isSizeName } from './seed/sizes.ts';
import type { Engine } from './station.ts';
import { conditions, tableOf } from './table.ts';
import { type Measured, wholeTable } from './wholeTable.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true, default: ['electron'] },
    runs: { type: 'string', default: '3' },
    part: { type: 'string', multiple: true, default: [...parts] },
    /** For each size in each engine: no run begins that would not be over by then, but for the first. */
    minutes: { type: 'string', default: '600' },
    /** Four scans of each in each run. */
    parcels: { type: 'string', default: '17' },
    /** Of compressed work at the dock, in the first run. */
    hours: { type: 'string', default: '1' },
    /** Of `--part sitting`, which runs only where it is asked for. */
    photos: { type: 'string', default: '2000' },
    /** Where seeded centrals are kept. */
    seeds: { type: 'string', default: usualCache },
    /** Also writes what the interface's thread did (`.cpuprofile`), which slows it. */
    profile: { type: 'boolean', default: false },
    /** Also takes a picture of the screen every 100 ms, which slows it. */
    steps: { type: 'boolean', default: false },
    /** Only seeds them. */
    'seed-only': { type: 'boolean', default: false },
  },
});
const wantedSizes = positionals.length > 0 ? positionals : ['small', 'site'];
const folder = path.join(projectRoot, 'out/bench/app');
mkdirSync(folder, { recursive: true });
installMissingSystemPackages(['electron', 'display', 'camera', 'chromium']);
if (!compile()) process.exit(1);

const wanted = {
  parcels: Number(values.parcels),
  hours: Number(values.hours),
  photos: Number(values.photos),
  closely: {
    profiles: values.profile ? path.join(folder, 'profiles') : null,
    steps: values.steps ? path.join(folder, 'steps') : null,
  },
};
const measured: Measured[] = [];
const began = Date.now();
for (const size of wantedSizes) {
  if (!isSizeName(size)) throw new Error(`no size ${size}`);
  const seeded = await seededCentral(size, values.seeds);
  if (values['seed-only']) continue;
  for (const engine of values.engine) {
    const runs: Figures[] = [];
    const since = Date.now();
    for (let run = 0; run < Number(values.runs); run += 1) {
      // As long as the runs before.
      const next = run === 0 ? 0 : (minutesSince(since) * (run + 1)) / run;
      if (next > Number(values.minutes)) {
        console.log(`no run ${run + 1}: it would be over after ${next.toFixed(0)} minutes`);
        break;
      }
      console.log(`${size}, ${engine}, run ${run + 1} of ${values.runs}`);
      const { figures, failures } = await runSize(engine as Engine, seeded, {
        parts: [...parts, ...longParts].filter(
          (part) => values.part.includes(part) && (part !== 'day' || run === 0),
        ),
        ...wanted,
      }).catch(brokenOff);
      if (failures > 0) process.exitCode = 1;
      runs.push(figures);
      writeFileSync(path.join(folder, `${engine}-${size}.json`), JSON.stringify(runs));
      writeFileSync(path.join(folder, `${engine}-${size}.md`), tableOf(engine, size, runs));
    }
    console.log(`\n${tableOf(engine, size, runs)}`);
    console.log(`${size}, ${engine}: ${minutesSince(since).toFixed(1)} minutes\n`);
    measured.push({ size, engine, runs });
    const whole = wholeTable(measured, conditions(Number(values.runs)));
    writeFileSync(path.join(folder, 'table.md'), whole);
  }
}
if (measured.length > 0) {
  console.log(readFileSync(path.join(folder, 'table.md'), 'utf8'));
  console.log(`all of it: ${minutesSince(began).toFixed(1)} minutes; out/bench/app/table.md`);
}
process.exit();

/** One size that cannot be measured does not take the others with it. */
function brokenOff(failure: unknown): { readonly figures: Figures; readonly failures: number } {
  console.error('this run broke off:', failure);
  return { figures: {}, failures: 1 };
}

function minutesSince(since: number): number {
  return (Date.now() - since) / 60_000;
}
