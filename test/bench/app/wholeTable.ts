/** Everything that was measured, sizes beside each other, as test/README.md shows it. */
import { type Figures, median, mostOf, quantile } from './figures.ts';

export type Measured = {
  readonly size: string;
  readonly engine: string;
  readonly runs: readonly Figures[];
};

type Row = { readonly what: string; readonly of: RegExp; readonly aim?: string };

const row = (what: string, of: RegExp, aim?: string): Row =>
  aim === undefined ? { what, of } : { what, of, aim };

const acts = [
  'enrolling',
  'starting',
  'scanning',
  'changes',
  'searching',
  'finding',
  'inspecting',
  'filtering',
  'deciding',
];
const rows: readonly Row[] = [
  row('enrol → armed, work possible, without typing', /^enrol → armed, without/, '2 s'),
  row('… with the typing of this driver', /^enrol → armed$/),
  row('enrol → all that is expected listed', /^enrol → all/, '8 s'),
  row('enrol → complete', /^enrol → complete/),
  row('cold start → sign-in asked', /^cold start → sign-in/),
  row('PIN → armed', /^PIN → armed/),
  row('cold start → armed with the list, without typing', /^cold start → armed/, '3 s'),
  ...['expected', 'article', 'repeat', 'unknown'].flatMap((kind) => [
    row(`scan → band, ${kind}`, new RegExp(`^scan → band, ${kind}$`), 'p95 100 ms'),
    row(`scan → settled, ${kind}`, new RegExp(`^scan → settled, ${kind}$`)),
  ]),
  row('scan → answered, all of them', /^scan → answered, by the application$/, 'p95 100 ms'),
  row('… while changes come', /^scan → answered, by the application, while/, 'p95 100 ms'),
  row('… of them came among the scans', /^changes that came/),
  row('scans without an answer within 20 s', /^scans without an answer$/, '0'),
  row('open a case at the bench', /^open a case at the bench/),
  row('… with its photos', /^the same with its photos/),
  row('shutter → saved', /^shutter → saved/, 'p95 300 ms'),
  row('shutter → its picture in the strip', /^shutter → its picture/),
  row(
    'a sitting: shutter → its picture in the strip, first tenth',
    /^sitting.*first/,
    'p95 300 ms',
  ),
  row('… last tenth', /^sitting.*last/, 'p95 300 ms'),
  row('key → paint in a note', /^key → paint in a note/),
  row('first letter on a row → looked for', /^first letter on/),
  row('letter of a number → its row', /^letter of a number →/),
  row('Ctrl+K → palette', /^Ctrl/),
  ...['a number', 'a client', 'an article', 'a person', 'a word nobody has'].map((what) =>
    row(
      `letter of ${what} in the palette → its answer`,
      new RegExp(`^letter of ${what} in the palette`),
      'p95 100 ms',
    ),
  ),
  row('filter of the queue → what it leaves', /^filter of/),
  row('without it → all of the queue', /^without it/),
  row('J → next case', /^J → next case$/),
  row('… with its photos', /^J → next case with/),
  row('open a case at the desk', /^open a case at the desk/),
  row('D → decision sheet', /^D → decision sheet/),
  row('sign → signed', /^sign → signed/),
  row('frames dropped in 3 s, dock', /^frames.*the dock/),
  row('frames dropped in 3 s, bench', /^frames.*the bench/),
  ...acts.map((act) =>
    row(`longest block, ${act}`, new RegExp(`^longest block, ${act}$`), '50 ms'),
  ),
  ...['dock', 'bench', 'desk'].flatMap((place) => [
    row(`rows drawn, ${place}`, new RegExp(`^rows drawn, ${place}$`), '60'),
    row(`nodes, ${place}`, new RegExp(`^nodes, ${place}$`)),
  ]),
  row('heap after enrolling', /^heap, dock after enrolling/, '150 MB'),
  row('heap at the dock', /^heap, dock \(/, '150 MB'),
  row('… after hours of work', /^heap, dock after \d/, '150 MB'),
  row('main process at the dock', /^main process, dock \(/),
  row('… after hours of work', /^main process, dock after \d/),
  row('hours of work: scan → band, first tenth', /^long work.*first/),
  row('… last tenth', /^long work.*last/),
  row('floor: a key that React answers', /^floor: scan → painted, React/),
  row('floor: one plain Dexie read', /^floor: scan → painted, one plain/),
  row('floor: key → paint in a field', /^floor: key/),
  row('floor: frames dropped, a bare list', /^frames.*floor/),
  row('floor: a block of 100 ms, as it is seen', /^floor: a block/),
];

/** Where several were measured in each run: p50 · p95 · most. Medians of the runs, the most of all. */
export function wholeTable(measured: readonly Measured[], conditions: string): string {
  const titles = measured.map(({ size, engine, runs }) => `${size}, ${engine} (${runs.length})`);
  const lines = rows.flatMap(({ what, of, aim = '' }) => {
    const cells = measured.map(({ runs }) => cellOf(runs, of));
    return cells.every((cell) => cell === '') ? [] : [line([what, ...cells, aim])];
  });
  const head = ['what', ...titles, 'aim'];
  return [
    `${conditions} In brackets how many runs each figure is the median of; several in a run: p50 · p95 · most.`,
    '',
    line(head),
    `|${head.map(() => '---|').join('')}`,
    ...lines,
    '',
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellOf(runs: readonly Figures[], of: RegExp): string {
  const found = runs.flatMap((run) => {
    const name = Object.keys(run).find((one) => of.test(one));
    const values = name === undefined ? [] : (run[name] ?? []);
    return name === undefined || values.length === 0 ? [] : [{ name, values }];
  });
  const [first] = found;
  if (!first) return '';
  const all = found.map(({ values }) => values);
  if (all.every((values) => values.length === 1)) return say(median(all.flat()), first.name);
  const at = (share: number) => median(all.map((values) => quantile(values, share)));
  return [at(0.5), at(0.95), mostOf(all.flat())].map((value) => say(value, first.name)).join(' · ');
}

function say(value: number, name: string): string {
  if (name.includes('(MB)')) return `${value.toFixed(0)} MB`;
  if (/^(nodes|rows|blocks|frames|scans|changes)/.test(name)) return value.toFixed(0);
  return value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(0)} ms`;
}
