import type { Barcode } from '../../shared/barcodes/barcode.ts';
import type { CardCommand } from '../../shared/barcodes/barcodeOwn.ts';
import type { BarcodeRefusal } from '../../shared/barcodes/barcodeRefusal.ts';
import type { Scan } from '../../shared/barcodes/scan.ts';
import type { Match } from '../queries/lists/findByBarcode.ts';
import { type Counting, countOfLabel, isOfParcel } from './countOfLabel.ts';
import {
  besideArticle,
  type GoodsLabel,
  goodsLabelOf,
  namedElsewhere,
  namedOnPapers,
} from './goodsLabel.ts';
import type { CountOf, Expected, OpenParcel } from './openParcel.ts';
import { type Addition, addedTo, type Counted, lastCountOf } from './secondBarcode.ts';

/** What lies open where something is scanned. */
export type WhatLiesOpen = {
  readonly parcel: OpenParcel | null;
  readonly expected: Expected | null;
  readonly stationId: string;
  /** Nobody announced what lies open: papers found with it say whose it is. */
  readonly isPaperless: boolean;
};

/** What is known around a scan when it is routed. */
export type Surroundings = WhatLiesOpen & {
  /** What its text was found under among everything this station knows. */
  readonly matches: readonly Match[];
};

/** What a scan means at work. */
export type ScanStep =
  | { readonly kind: 'command'; readonly command: CardCommand }
  /** What it says of a finding. */
  | { readonly kind: 'findingCard'; readonly says: string }
  | { readonly kind: 'badge' }
  | { readonly kind: 'location'; readonly code: string }
  /** The number of a parcel, its case or its papers: known, or anything nobody knows. */
  | { readonly kind: 'receive' }
  | { readonly kind: 'link'; readonly parcel: OpenParcel }
  | Counting
  | Addition
  /** Digits that could be an article nobody announced, or another parcel's number. */
  | { readonly kind: 'askArticle'; readonly count: CountOf }
  /** An article while nothing is open, or while the case of the open parcel is not known here. */
  | { readonly kind: 'parcelFirst' }
  | { readonly kind: 'caseFirst' }
  | { readonly kind: 'unreadable'; readonly refusal: BarcodeRefusal };

/**
 * A scan that means the same whatever it is found under: what no number of a case can be, and goods
 * that the papers of the open parcel name; null: it has to be looked up. Pure.
 */
export function routeUnsought(scan: Scan, around: WhatLiesOpen): ScanStep | null {
  const barcode = readOf(scan);
  if (barcode?.kind === 'command') return { kind: 'command', command: barcode.command };
  if (barcode?.kind === 'findingCard') return { kind: 'findingCard', says: barcode.says };
  if (barcode?.kind === 'badge' || barcode?.kind === 'slip') return { kind: 'badge' };
  if (barcode?.kind === 'location') return { kind: 'location', code: barcode.code };
  return around.isPaperless ? null : countedIn(scan, around);
}

/**
 * Routes a scan, never by what has focus: first by what its text was found under, then by what it
 * says itself. Pure.
 */
export function routeScan(scan: Scan, around: Surroundings): ScanStep {
  const { reading } = scan;
  const { parcel, expected, matches } = around;
  const barcode = readOf(scan);
  const known = routeUnsought(scan, around);
  if (known) return known;
  if (parcel && around.isPaperless && (barcode?.kind === 'rma' || isOnPapers(matches)))
    return { kind: 'link', parcel };
  const piece = around.isPaperless ? countedIn(scan, around) : null;
  if (piece) return piece;
  const goods = barcode && goodsLabelOf(barcode);
  if (matches.some(({ by }) => isNameOfParcel(by.kind))) return { kind: 'receive' };
  if (!reading.ok) return { kind: 'unreadable', refusal: reading.refusal };
  if (goods) return article(goods, isSure(reading.value), around);
  const numbered = namedElsewhere(reading.value, matches);
  if (numbered) return article(numbered, true, around);
  // An article of whatever lies open, and no other parcel, although not all of its label can be read.
  const fault = parcel && faultOfArticle(reading.value);
  if (fault) return { kind: 'unreadable', refusal: fault };
  const beside = besideArticle(reading.value);
  const last = parcel && expected ? lastCountOf(expected, around) : null;
  if (beside && (last || isSure(reading.value)))
    return expected ? addedTo(last, beside, expected) : { kind: 'parcelFirst' };
  return { kind: 'receive' };
}

function readOf({ reading }: Scan): Barcode | null {
  return reading.ok ? reading.value : null;
}

/** By what the papers of the open parcel, or what lies in it already, say of an article. */
function countedIn(scan: Scan, around: WhatLiesOpen): ScanStep | null {
  const { parcel, expected } = around;
  if (!parcel || !expected) return null;
  const barcode = readOf(scan);
  const goods = barcode && goodsLabelOf(barcode);
  const named = goods ? null : namedOnPapers(scan, expected.orderLines);
  if (named) return counted(named, parcel, expected, lastCountOf(expected, around));
  return goods && isOfParcel(goods, expected) ? countOfLabel(goods, parcel, expected) : null;
}

/** A serial in plain text says more of the piece just counted, or is the next one. */
function counted(
  named: GoodsLabel,
  parcel: OpenParcel,
  expected: Expected,
  last: Counted | null,
): ScanStep {
  const isOfLast =
    named.serial !== null &&
    last?.serials.length === 0 &&
    (named.number === last.article.number || named.gtins.includes(last.article.gtin ?? ''));
  return isOfLast ? addedTo(last, named, expected) : countOfLabel(named, parcel, expected);
}

/** An article that is none of the open parcel's. */
function article(
  goods: GoodsLabel,
  isSaid: boolean,
  { parcel, expected, matches }: Surroundings,
): ScanStep {
  const isKnown = isSaid || matches.some(({ by }) => by.kind === 'gtin');
  if (!parcel) return isKnown ? { kind: 'parcelFirst' } : { kind: 'receive' };
  if (!expected) return { kind: 'caseFirst' };
  const step = countOfLabel(goods, parcel, expected);
  return isKnown || step.kind !== 'count' ? step : { kind: 'askArticle', count: step.count };
}

/** The name of a case, in whatever form the company gives it, and not of one parcel of it. */
export function isOnPapers([match]: readonly Match[]): boolean {
  return match?.kind === 'case' && ['rma', 'order'].includes(match.by.kind);
}

/** A parcel's own number, or one of its papers, says whose it is; what lies inside does not. */
export function isNameOfParcel(kind: Match['by']['kind']): boolean {
  return ['sscc', 'tracking', 'rma', 'plate', 'label', 'order'].includes(kind);
}

/** What is wrong with a label that names an article, where something is. */
function faultOfArticle(barcode: Barcode): BarcodeRefusal | null {
  const isArticles = /^\(?0[12]\)?\d{14}(?!\d*$)|^https?:.*\/01\/\d{8,14}(?!\d)/i.test(
    barcode.text,
  );
  return barcode.kind === 'tracking' && isArticles ? barcode.doubt : null;
}

function isSure(barcode: Barcode): boolean {
  return (barcode.kind === 'gtin' || barcode.kind === 'gs1') && barcode.isSure;
}
