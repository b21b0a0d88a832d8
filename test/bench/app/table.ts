/** The figures of a size as one Markdown table. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { type Figures, median, mostOf, quantile } from './figures.ts';

export function tableOf(engine: string, size: string, runs: readonly Figures[]): string {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return [
    `### ${size}, ${engine}`,
    '',
    conditions(runs.length),
    '',
    '| what | p50 | p95 | most | of |',
    '|---|---|---|---|---|',
    ...names.map((name) => rowOf(name, runs)),
    '',
  ].join('\n');
}

/** The median of one figure a run, or quantiles of everything the runs have measured together. */
function rowOf(name: string, runs: readonly Figures[]): string {
  const each = runs.flatMap((run) => (run[name]?.length ? [run[name]] : []));
  const all = each.flat();
  const say = (value: number) => amount(value, name);
  if (each.every((values) => values.length === 1)) return `| ${name} | ${say(median(all))} | | | |`;
  const [p50, p95] = [quantile(all, 0.5), quantile(all, 0.95)];
  return `| ${name} | ${say(p50)} | ${say(p95)} | ${say(mostOf(all))} | ${all.length} |`;
}

function amount(value: number, name: string): string {
  if (/^(nodes|rows|blocks|frames|scans|changes)|\(MB\)$/.test(name))
    return String(Math.round(value));
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(0)} ms`;
}

export function conditions(runs: number): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot });
  const date = new Date().toISOString().slice(0, 10);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${date}, commit ${commit.toString().trim()}, ${availableParallelism()} cores, load ${load}; ${runs} runs.`;
}
