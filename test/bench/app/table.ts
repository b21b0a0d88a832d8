/** The figures of a size as one Markdown table. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { projectRoot } from '../../../build/dependencies.mjs';
import { type Figures, median, mostOf, quantile } from './figures.ts';

export function tableOf(engine: string, size: string, runs: readonly Figures[]): string {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return [
    `### ${size}, ${engine}`,
    '',
    conditions(runs.length),
    '',
    '| what | p50 | p95 | most |',
    '|---|---|---|---|',
    ...names.map((name) => rowOf(name, runs)),
    '',
  ].join('\n');
}

/** Medians of the runs: of the one figure each has, or of each run's own quantiles. */
function rowOf(name: string, runs: readonly Figures[]): string {
  const each = runs.flatMap((run) => (run[name]?.length ? [run[name]] : []));
  const say = (of: (values: readonly number[]) => number) => amount(median(each.map(of)), name);
  const isOne = each.every((values) => values.length === 1);
  const middle = say((values) => quantile(values, 0.5));
  if (isOne) return `| ${name} | ${middle} | | |`;
  return `| ${name} | ${middle} | ${say((v) => quantile(v, 0.95))} | ${say(mostOf)} |`;
}

function amount(value: number, name: string): string {
  if (/^(nodes|rows|blocks)|\(MB\)$/.test(name)) return String(Math.round(value));
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(0)} ms`;
}

function conditions(runs: number): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot });
  const date = new Date().toISOString().slice(0, 10);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${date}, commit ${commit.toString().trim()}, ${availableParallelism()} cores, load ${load}; medians of ${runs}.`;
}
