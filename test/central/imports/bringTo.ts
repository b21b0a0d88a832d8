import { planOf, type SaidOfColumns } from '../../../central/imports/mapping/planOf.ts';
import { sayPlanProblem } from '../../../central/imports/mapping/sayPlanProblem.ts';
import { tableOf } from '../../../central/imports/mapping/tables.ts';
import { lookAt } from '../../../central/imports/reading/readFile.ts';
import { sayErrors } from '../../../central/imports/run/outcomes.ts';
import { ownOffice } from '../../../central/imports/run/ownOffice.ts';
import { type ImportWish, runImport } from '../../../central/imports/run/runImport.ts';
import { TableKind } from '../../../shared/sync/importsApi.ts';
import type { CentralInMemory } from '../../builders/central/centralInMemory.ts';

export type Wish = Partial<Omit<ImportWish, 'file'>> & { readonly columns?: SaidOfColumns };

/** Brings a file in as an administrator does; what a person has to say first, or what came of it. */
export async function bringTo(
  { database }: Pick<CentralInMemory, 'database'>,
  kind: string,
  file: string,
  wish: Wish = {},
) {
  const table = tableOf(TableKind.parse(kind));
  const look = await lookAt(file);
  if (!look.ok) throw new Error('no table');
  const plan = planOf(table, look.value, wish.columns);
  if (!plan.ok) return plan.refusal.map(sayPlanProblem);
  const source = wish.source ?? 'erp';
  const by = { actor: 'Ada', reason: 'Monday' };
  const office = ownOffice(database, table.kind, source, by, () => new Date());
  const whole = { mode: 'goodRows', full: null, office, source, said: {}, ...wish } as const;
  const done = await runImport({ ...whole, file, plan: plan.value });
  if (!done.ok) throw new Error(done.refusal.code);
  const { counts, byRow, isWritten, withdrawing } = done.value;
  const counted = Object.entries(counts).filter(([, count]) => count > 0);
  const wrong = [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, said]) =>
      said.errors.length > 0 ? [[row, said.outcome, sayErrors(said.errors)] as const] : [],
    );
  return {
    counts: Object.fromEntries(counted),
    wrong,
    isWritten,
    withdrawing,
    look: look.value,
    byRow,
  };
}
