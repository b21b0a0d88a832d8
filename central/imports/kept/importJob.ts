import type { ImportState, StartImport } from '../../../shared/sync/importsApi.ts';
import type { Counts, RowOutcome } from '../run/outcomes.ts';
import { noCounts } from '../run/outcomes.ts';
import { type ImportWish, runImport } from '../run/runImport.ts';
import { fileRefused } from '../table/sayFileRefusal.ts';

/** A run of a file: under way, or over with what it came to. */
export type ImportJob = {
  readonly wish: ImportWish;
  state(): ImportState;
  /** For going on behind what went in. */
  reached(): NonNullable<ImportWish['after']>;
  stop(): void;
  /** Never refuses: what went wrong stands in the state. */
  readonly over: Promise<void>;
  outcomes(): ReadonlyMap<number, RowOutcome>;
};

const mostProblems = 200;

export function startJob(
  wish: Omit<ImportWish, 'onPhase' | 'onProgress'>,
  {
    mode,
    rows,
    onFailed,
  }: {
    readonly mode: StartImport['mode'];
    readonly rows: number;
    readonly onFailed: (error: unknown) => void;
  },
): ImportJob {
  let isWanted = true;
  let counts: Counts = wish.after?.counts ?? noCounts;
  let byRow: ReadonlyMap<number, RowOutcome> = new Map(wish.after?.byRow);
  let state: ImportState = {
    ...idle,
    mode,
    rows,
    phase: mode === 'goodRows' ? 'writing' : 'testing',
  };
  const whole: ImportWish = {
    ...wish,
    onPhase(phase) {
      state = { ...state, phase, row: 0 };
    },
    onProgress(row, counted, told) {
      counts = counted;
      byRow = told;
      state = { ...state, row };
      return Promise.resolve(isWanted ? 'goOn' : 'stop');
    },
  };
  const over = runImport(whole)
    .then((done) => {
      state = { ...state, phase: 'done' };
      if (!done.ok) {
        // What went in before the file broke off stays.
        const isWritten = mode === 'goodRows';
        state = { ...state, isWritten, refused: fileRefused(done.refusal) };
        return;
      }
      const { isStopped, isWritten, withdrawing } = done.value;
      ({ counts, byRow } = done.value);
      state = { ...state, isStopped, isWritten, withdrawing };
    })
    .catch((error: unknown) => {
      onFailed(error);
      state = { ...state, phase: 'done', hasFailed: true };
    });
  return {
    wish: whole,
    state: () => ({ ...state, counts: { ...counts }, ...problemsOf(byRow) }),
    reached: () => ({ row: state.row, counts, byRow }),
    stop() {
      isWanted = false;
    },
    over,
    outcomes: () => byRow,
  };
}

/** Of a file nobody began with. */
export const idle: ImportState = {
  phase: 'idle',
  mode: null,
  row: 0,
  rows: 0,
  counts: { ...noCounts },
  problems: [],
  problemRows: 0,
  isStopped: false,
  isWritten: false,
  withdrawing: null,
  refused: null,
  hasFailed: false,
};

function problemsOf(
  byRow: ReadonlyMap<number, RowOutcome>,
): Pick<ImportState, 'problems' | 'problemRows'> {
  const wrong = [...byRow].filter(([, { errors }]) => errors.length > 0);
  const problems = wrong
    .toSorted(([one], [other]) => one - other)
    .slice(0, mostProblems)
    .map(([row, { outcome, errors }]) => ({ row, outcome, errors: [...errors] }));
  return { problems, problemRows: wrong.length };
}
