/**
 * Codes to print for whoever has a scanner: command cards, badges, and the labels of the parcels a
 * site expects. One page of HTML with drawn bars; it needs nothing from anywhere.
 */
import {
  badgeCodeOf,
  type CardCommand,
  commandCardOf,
  commands,
} from '../../../shared/barcodes/barcodeOwn.ts';
import {
  type FindingCard,
  findingCardCode,
  findingCards,
} from '../../../shared/cases/findingCards.ts';
import { defectsInForce } from '../../../shared/facts/catalogue.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import type { DemoPerson } from '../company/demoPeople.ts';
import type { DemoCompany } from '../demoCompany.ts';
import { code128 } from './code128.ts';

/** `text` is what the scanner says; `gs1` is printed as GS1-128, its numbers in brackets below. */
type Card = {
  readonly heading: string;
  readonly says: string;
  readonly text: string;
  readonly gs1: boolean;
};
export type CardSection = { readonly title: string; readonly cards: readonly Card[] };

const means: Readonly<Record<CardCommand, string>> = {
  undo: 'take back the last scan',
  damaged: 'the parcel is damaged',
  hazard: 'it leaks or is dangerous: stop',
  missing: 'something is missing',
  photo: 'take a photo',
  done: 'finish this parcel',
  ok: 'acknowledge',
  switch: 'hand over to somebody else',
};

/** Everything to print for one site on the day the demo is told. */
export function cardsFor(company: DemoCompany, siteId: string): readonly CardSection[] {
  const expected = expectedAt(company, siteId);
  return [
    { title: 'Command cards', cards: commands.map(commandCard) },
    {
      title: 'Badges, with their PINs',
      cards: company.people.filter(({ person }) => worksAt(person.siteIds, siteId)).map(badgeCard),
    },
    { title: 'Parcels on their way', cards: expected.flatMap((parcel) => parcel.labels) },
    { title: 'Articles inside them', cards: expected.flatMap((parcel) => parcel.articles) },
    { title: 'Cards of the bench', cards: findingCards(ourDefects).map(findingCard) },
  ];
}

export function cardSheet(sections: readonly CardSection[]): string {
  const body = sections
    .filter(({ cards }) => cards.length > 0)
    .map(
      ({ title, cards }) => `<h2>${safe(title)}</h2><main>${cards.map(drawnCard).join('')}</main>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Cards and labels</title>
<style>
  body { font: 11pt/1.3 system-ui, sans-serif; margin: 12mm; color: #111; background: #fff }
  h2 { font-size: 13pt; margin: 8mm 0 3mm; break-after: avoid }
  main { display: grid; grid-template-columns: repeat(2, 1fr); gap: 5mm }
  article { border: 0.3mm solid #999; padding: 4mm; break-inside: avoid }
  h3 { font-size: 13pt; margin: 0 }
  p { margin: 0 0 3mm; color: #444 }
  svg { display: block; width: 100%; height: 18mm; padding: 0 4mm; box-sizing: border-box }
  code { display: block; text-align: center; font: 9pt ui-monospace, monospace; margin-top: 1mm }
</style>
<h1>Northquay Industrial: cards and labels of the demo</h1>
${body}
</html>
`;
}

function commandCard(command: CardCommand): Card {
  return card(command.toUpperCase(), means[command], commandCardOf(command));
}

/** Ours alone: a company's own are printed from its catalogue. */
const ourDefects = defectsInForce([], { on: '0001-01-01', productGroup: null });

function findingCard(said: FindingCard): Card {
  const [, says = said.kind] = Object.values(said).map(String);
  return card(says, `finding: ${said.kind}`, findingCardCode(said));
}

function badgeCard({ person, pin }: DemoPerson): Card {
  return card(person.name, `${person.roles.join(', ')} · PIN ${pin}`, badgeCodeOf(person.badge));
}

type Expected = { readonly labels: readonly Card[]; readonly articles: readonly Card[] };

/** The next days' parcels, soonest first: by SSCC where the label has one, and by tracking number. */
function expectedAt(company: DemoCompany, siteId: string): readonly Expected[] {
  const arrived = new Set(company.scripts.flatMap((s) => s.facts.map((f) => f.caseId)));
  const cases = company.documents
    .flatMap((d) => (d.collection === 'cases' ? [d.body] : []))
    .filter((c) => c.siteId === siteId && c.expectedOn !== null && !arrived.has(c.id))
    .filter((c) => c.cancelled === null)
    .toSorted((a, b) => dated(a.expectedOn).localeCompare(dated(b.expectedOn)));
  const lines = company.documents.flatMap((d) => (d.collection === 'orderLines' ? [d.body] : []));
  return cases.map((returnCase) => {
    const rma = returnCase.rma ?? '';
    const says = `${rma}, expected ${dated(returnCase.expectedOn)}`;
    return {
      labels: [
        ...returnCase.ssccs.map((sscc) => gs1Card('SSCC', says, `00${sscc}`)),
        ...returnCase.trackingNumbers.map((number) => card('Tracking number', says, number)),
        card('RMA', says, rma),
      ],
      articles: returnCase.lines.flatMap(({ orderLineId }) => {
        const line = lines.find((l) => l.id === orderLineId);
        if (!line) return [];
        const traced = line.lot === null ? `21${line.serials[0] ?? ''}` : `10${line.lot}`;
        return [gs1Card(line.article.number, rma, `01${line.article.gtin}${traced}`)];
      }),
    };
  });
}

function card(heading: string, says: string, text: string): Card {
  return { heading, says, text, gs1: false };
}

function gs1Card(heading: string, says: string, text: string): Card {
  return { heading, says, text, gs1: true };
}

function drawnCard({ heading, says, text, gs1 }: Card): string {
  const modules = code128(text, { gs1 });
  const bars = Array.from(modules.matchAll(/1+/g), ({ index, 0: bar }) => {
    return `<rect x="${index}" width="${bar.length}" height="1"/>`;
  });
  return `<article><h3>${safe(heading)}</h3><p>${safe(says)}</p>
<svg viewBox="0 0 ${modules.length} 1" preserveAspectRatio="none" shape-rendering="crispEdges">${bars.join('')}</svg>
<code>${safe(gs1 ? bracketed(text) : text)}</code></article>`;
}

/** Good for what is printed here: one fixed-length number, then at most a lot or a serial. */
function bracketed(text: string): string {
  const fixed = text.startsWith('00') ? 20 : 16;
  const first = `(${text.slice(0, 2)}) ${text.slice(2, fixed)}`;
  return text.length > fixed
    ? `${first} (${text.slice(fixed, fixed + 2)}) ${text.slice(fixed + 2)}`
    : first;
}

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function dated(day: LocalDate | null): LocalDate {
  return day ?? '';
}

function worksAt(siteIds: readonly string[], siteId: string): boolean {
  return siteIds.includes(siteId);
}
