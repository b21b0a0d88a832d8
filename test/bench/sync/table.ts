/** One Markdown table per engine, and the numbers it was made from. */
import type { Taken } from './measure.ts';
import type { Measured } from './page/work.ts';
import type { Aim, Entry, Row } from './rows.ts';

type Value = {
  readonly middle: number;
  readonly p95: number | null;
  readonly figures: Readonly<Record<string, number>>;
};

/** The lines of one row: one for every entry that has an aim. */
export function linesOf(row: Row, taken: Taken): readonly string[] {
  const values = new Map<string, Value>();
  for (const entry of row.entries) {
    const runs = taken.get(entry.name) ?? [];
    if (runs.length > 0) values.set(entry.name, valueOf(runs, entry));
  }
  const [floorEntry] = row.entries;
  const floor = floorEntry && values.get(floorEntry.name);
  if (!floor) return [];
  const others = row.entries.slice(1).filter((entry) => !entry.aim);
  return row.entries
    .filter((entry) => entry.aim && values.has(entry.name))
    .map((entry, index) => {
      const own = values.get(entry.name) ?? floor;
      const rivals = others.map((other) => comparedCell(other, values, floor));
      const what = entry.name === 'ours' ? row.what : `${row.what}: ${entry.name}`;
      const cells = [
        what,
        index === 0
          ? `${floorEntry.name} ${amount(floor.middle, row.unit)}${scaled(floorEntry)}`
          : '″',
        index === 0 ? rivals.join(' · ') : '',
        `**${times(own.middle / floor.middle)}** ${amount(own.middle, row.unit)}${tail(own, floor)}`,
        aimInWords(entry.aim ?? {}),
        verdictOn(entry.aim ?? {}, own, floor, values),
      ];
      return `| ${cells.join(' | ')} |`;
    });
}

export const tableHead = [
  '| what | floor | others, as a multiple of the floor | ours | aim | |',
  '|---|---|---|---|---|---|',
];

function comparedCell(entry: Entry, values: ReadonlyMap<string, Value>, floor: Value): string {
  const value = values.get(entry.name);
  if (!value) return `${entry.name} –`;
  return `${entry.name} ${times(value.middle / floor.middle)}${scaled(entry)}`;
}

function scaled({ scale, count }: Entry): string {
  return scale ? ` (from ${count})` : '';
}

function valueOf(runs: readonly Measured[], { scale = 1 }: Entry): Value {
  const sampled = (runs[0]?.ms.length ?? 0) > 1;
  const figures = Object.fromEntries(
    Object.keys(runs[0]?.figures ?? {}).map((name) => [
      name,
      median(runs.map((run) => run.figures?.[name] ?? 0)),
    ]),
  );
  return {
    middle: figures['MB/s'] ?? median(runs.map((run) => median(run.ms))) * scale,
    p95: sampled ? median(runs.map((run) => quantile(run.ms, 0.95))) : null,
    figures,
  };
}

function tail(own: Value, floor: Value): string {
  const p95 =
    own.p95 === null || floor.p95 === null
      ? ''
      : `; p95 ${times(own.p95 / floor.p95)} of the floor's`;
  const figures = Object.entries(own.figures)
    .filter(([name]) => name !== 'MB/s')
    .map(([name, value]) => `; ${name}: ${Math.round(value * 10) / 10}`);
  return p95 + figures.join('');
}

function aimInWords(aim: Aim): string {
  return [
    ...(aim.most === undefined ? [] : [`≤ ${aim.most}×`]),
    ...(aim.least === undefined ? [] : [`≥ ${aim.least}×`]),
    ...(aim.p95 === undefined ? [] : [`p95 ≤ ${aim.p95}×`]),
    ...Object.entries(aim.timesQuicker ?? {}).map(([name, n]) => `${n}× quicker than ${name}`),
    ...Object.entries(aim.figures ?? {}).map(([name, most]) => `${name} ≤ ${most}`),
  ].join(', ');
}

function verdictOn(
  aim: Aim,
  own: Value,
  floor: Value,
  values: ReadonlyMap<string, Value>,
): 'reached' | '**missed**' {
  const ratio = own.middle / floor.middle;
  const kept = [
    aim.most === undefined || ratio <= aim.most,
    aim.least === undefined || ratio >= aim.least,
    aim.p95 === undefined || (own.p95 ?? 0) / (floor.p95 ?? 1) <= aim.p95,
    ...Object.entries(aim.timesQuicker ?? {}).map(([name, n]) => {
      const other = values.get(name);
      return other === undefined || other.middle / own.middle >= n;
    }),
    ...Object.entries(aim.figures ?? {}).map(([name, most]) => (own.figures[name] ?? 0) <= most),
  ];
  return kept.every(Boolean) ? 'reached' : '**missed**';
}

function times(ratio: number): string {
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`;
}

function amount(value: number, unit: Row['unit']): string {
  if (unit === 'ms' && value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
