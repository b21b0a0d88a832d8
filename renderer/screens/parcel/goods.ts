import type { Barcode } from '../../../shared/barcodes/barcode.ts';
import { nameOfLabel } from '../../../shared/barcodes/scan.ts';
import { correctFact } from '../../actions/correctFact.ts';
import { amended } from '../../queries/station/recentScans.ts';
import { quantityOn } from '../../workflow/countOfLabel.ts';
import { besideArticle } from '../../workflow/goodsLabel.ts';
import type { CountOf } from '../../workflow/openParcel.ts';
import type { ScanStep } from '../../workflow/routeScan.ts';
import { count } from './counting.ts';
import type { Asked, DockTable, Label } from './dockTable.ts';

type Step<K extends ScanStep['kind']> = Extract<ScanStep, { readonly kind: K }>;
type Question<K extends Asked['kind']> = Extract<Asked, { readonly kind: K }>;

/** A second barcode of the piece just counted: its count is taken back and saved with what is known now. */
export async function amend(table: DockTable, step: Step<'amend'>, raw: string | null) {
  const result = await correctFact(table.context, { factId: step.instead, reason: amended });
  if (!result.ok) return table.say({ kind: 'refused', refusal: result.refusal });
  return await count(table, step.count, raw);
}

/** Digits nobody announced that fit an article's check digit: only a person can say. */
export function askArticle({ asked, say }: DockTable, what: CountOf, label: Label): void {
  asked.put({ kind: 'article', count: what, raw: label.raw });
  say({ kind: 'askArticle', label: label.barcode ? nameOfLabel(label.barcode) : '' });
}

export async function countAsked(table: DockTable, question: Question<'article'>): Promise<void> {
  table.asked.put(null);
  await count(table, question.count, question.raw);
}

/** An outer case, or goods by weight, whose label does not say how many. */
export function askQuantity(table: DockTable, step: Step<'askQuantity'>, raw: string | null): void {
  table.asked.put({ kind: 'quantity', count: step.count, unit: step.unit, raw });
  table.say({ kind: 'askQuantity', name: step.count.article.name, unit: step.unit });
}

export async function answerQuantity(table: DockTable, quantity: number): Promise<void> {
  const question = table.asked.now();
  if (question?.kind !== 'quantity' || quantity <= 0) return;
  table.asked.put(null);
  await count(table, { ...question.count, quantity }, question.raw);
}

/** The label beside the article's own says how many; whether it did. */
export async function answeredBy(
  table: DockTable,
  { unit, count: what }: Question<'quantity'>,
  barcode: Barcode,
): Promise<boolean> {
  const beside = besideArticle(barcode);
  const quantity = beside && quantityOn(beside, unit === 'case' ? 'EA' : unit);
  if (!beside || quantity === null) return false;
  const serials = beside.serial === null ? what.serials : [beside.serial];
  const question = table.asked.now();
  table.asked.put(null);
  const raw = question?.kind === 'quantity' ? question.raw : null;
  await count(table, { ...what, lot: beside.lot ?? what.lot, serials, quantity }, raw);
  return true;
}
