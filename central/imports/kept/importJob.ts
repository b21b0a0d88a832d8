import type { ImportState, StartImport } from '../../../shared/sync/importsApi.ts';
import { noCounts, outcomes, type Problems, type RowOutcome } from '../run/outcomes.ts';
import { type Became, type ImportWish, runImport } from '../run/runImport.ts';
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
  let became: Became = outcomes(wish.after);
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
    onProgress(row, upToNow) {
      became = upToNow;
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
      became = done.value;
      state = { ...state, isStopped, isWritten, withdrawing };
    })
    .catch((error: unknown) => {
      onFailed(error);
      state = { ...state, phase: 'done', hasFailed: true };
    });
  return {
    wish: whole,
    state: () => ({
      ...state,
      counts: { ...became.counts },
      ...problemsOf(became.problems()),
    }),
    reached: () => ({ row: state.row, counts: became.counts, byRow: became.byRow }),
    stop() {
      isWanted = false;
    },
    over,
    outcomes: () => became.byRow,
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

function problemsOf({ rows, first }: Problems): Pick<ImportState, 'problems' | 'problemRows'> {
  const problems = first.map(([row, { outcome, errors }]) => ({
    row,
    outcome,
    errors: [...errors],
  }));
  return { problems, problemRows: rows };
}
