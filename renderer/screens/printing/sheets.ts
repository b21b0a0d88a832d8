import { type CardCommand, commandCardOf, commands } from '../../../shared/barcodes/barcodeOwn.ts';
import type { PrintedCard, PrintedCards } from '../../../shared/desktop/printedDocument.ts';
import type { DefectOffered } from '../../../shared/facts/catalogue.ts';
import type { Wording } from '../../wording/createWording.ts';
import { findingCardsTold } from './findingCardsTold.ts';

export const sheetKinds = ['commands', 'findings', 'scanner'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** The engine writes the foot without our fonts: other signs are boxes on some machines. */
const drawnAnywhere = /^[\p{Script=Latin}\p{P}\p{Z}]+$/u;

/** What a station prints for itself, in the language of `wording`: cards to cut out, codes to try a scanner with. */
export function sheetOf(
  kind: SheetKind,
  wording: Wording,
  siteName: string,
  offered: readonly DefectOffered[],
): PrintedCards {
  const { t } = wording;
  const what = t(`cards.${kind}`);
  return {
    kind: 'cards',
    tag: wording.tag,
    direction: wording.direction,
    title: `${what} · ${siteName}`,
    author: `Quayside · ${siteName}`,
    foot: {
      start: drawnAnywhere.test(what) ? what : 'Quayside',
      page: t('report.page', { number: '{page}', all: '{pages}' }),
    },
    head: { site: siteName, what, how: t(`cards.${kind}.how`) },
    size: kind === 'scanner' ? 'wide' : 'card',
    cards: cardsOf[kind](wording, offered),
  };
}

const cardsOf = {
  commands: (wording: Wording) => commands.map((one) => commandCard(wording, one)),
  findings: findingCardsTold,
  scanner: tests,
};

function commandCard({ t }: Wording, command: CardCommand): PrintedCard {
  const code = commandCardOf(command);
  return {
    word: t(`command.${command}`),
    under: t(`cards.means.${command}`),
    symbol: 'code128',
    code,
    reads: [code],
  };
}

/** One label of each kind goods come with; what a scanner set up well makes of it stands below. */
const testCodes = [
  { symbol: 'gs1-128', code: '(01)09521101530001(10)AB-123(17)210119', name: 'separator' },
  { symbol: 'gs1datamatrix', code: '(01)09521101530001(21)Serial-7(17)210119', name: 'matrix' },
  { symbol: 'gs1-128', code: '(00)095211011234567894', name: 'sscc' },
  { symbol: 'ean13', code: '9521101530001', name: 'article' },
  { symbol: 'code128', code: 'Az-09/.+$ ', name: 'letters' },
] as const;

function tests({ t }: Wording): PrintedCard[] {
  return testCodes.map(({ symbol, code, name }, at) => ({
    word: `${at + 1} · ${t(`cards.test.${name}`)}`,
    under: t(`cards.test.${name}.how`),
    symbol,
    code: code.trimEnd(),
    reads: [code.trimEnd()],
  }));
}
