import type { Barcode } from '../../../shared/barcodes/barcode.ts';
import { nameOfLabel } from '../../../shared/barcodes/scan.ts';
import { saidBeside } from '../../workflow/countPiece.ts';
import type { CountOf } from '../../workflow/openParcel.ts';
import type { ScanStep } from '../../workflow/routeScan.ts';
import { count } from './counting.ts';
import type { Asked, DockTable, Label } from './dockTable.ts';

type Step<K extends ScanStep['kind']> = Extract<ScanStep, { readonly kind: K }>;
type Question<K extends Asked['kind']> = Extract<Asked, { readonly kind: K }>;

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
  const said = saidBeside(barcode, what, unit);
  if (!said) return false;
  const question = table.asked.now();
  table.asked.put(null);
  await count(table, said, question?.kind === 'quantity' ? question.raw : null);
  return true;
}
