import { rmaNumberIn, rmaReaderOf } from '../../../shared/barcodes/rma/rmaForm.ts';
import { minorDigitsOf } from '../../../shared/facts/currencies.ts';
import { type ClientEvidence, OrderLine, ReturnCase } from '../../../shared/facts/documents.ts';
import type { Fact } from '../../../shared/facts/fact.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import {
  CaseId,
  ClientId,
  ContractId,
  OrderLineId,
  PhotoId,
  ReturnLineId,
} from '../../../shared/ids.ts';
import { worthOf } from '../../../shared/office/decimal.ts';
import { articles } from '../company/articles.ts';
import { clientOf, contractOf, priceIn } from '../company/clients.ts';
import { instantAt } from '../company/demoDays.ts';
import { drawnPhoto } from '../company/drawnPhotos.ts';
import { drawn, idFrom, ssccOf } from '../company/identifiers.ts';
import { sites } from '../company/sites.ts';
import { recordSteps } from './recordSteps.ts';
import { carriers, type Story, type StoryOrder } from './story.ts';

export type ToldStory = {
  readonly key: string;
  readonly orderLines: readonly OrderLine[];
  /** null: nobody opened a case yet. */
  readonly returnCase: ReturnCase | null;
  readonly facts: readonly Fact[];
};

export type Telling = {
  readonly seed: string;
  readonly today: LocalDate;
  /** Working days of the story's site, 0 for the first one not before `today` (`dayTeller`). */
  readonly at: (offset: number) => LocalDate;
  /** The story's place among all: order numbers and RMA numbers follow it. */
  readonly number: number;
};

/** Makes the office's documents and the warehouse's facts of one story. */
export function tellStory(story: Story, telling: Telling): ToldStory {
  const days = daysOf(story, telling);
  const orderLines = story.orders.flatMap((order, index) => linesOf(story, order, index, telling));
  const returnCase = caseOf(story, telling, orderLines);
  const facts = recordSteps({
    story,
    seed: telling.seed,
    returnCase,
    orderLines,
    dayAt: (day) => days.at(days.arrival + day),
    trackingNumber: trackingNumberOf(story, telling),
    sscc: ssccFor(story, telling),
  });
  return { key: story.key, orderLines, returnCase, facts };
}

function caseOf(
  story: Story,
  telling: Telling,
  orderLines: readonly OrderLine[],
): ReturnCase | null {
  if (!story.application && !story.claims.length && !opensCase(story)) return null;
  const { application, review, client } = story;
  const zone = sites[story.site].timeZone;
  const days = daysOf(story, telling);
  const applied = days.applied;
  const reviewedOn = review ? days.at(applied + review.after) : null;
  const id = idFrom(
    `${telling.seed}:${story.key}:case`,
    Date.parse(`${days.at(applied)}T12:00:00Z`),
  );
  const contract = client ? contractOf(client, telling.today) : null;
  const firstOrder = story.orders[0];
  const expectedOn =
    review && travels(review.outcome) ? days.at(story.expected ?? days.arrival) : null;
  return ReturnCase.parse({
    id: CaseId.parse(id),
    rma:
      reviewedOn && review && travels(review.outcome)
        ? rmaNumberIn(rmaReaderOf(sites[story.site].rma), {
            year: Number(reviewedOn.slice(0, 4)),
            sequence: 417 + telling.number * 3,
          })
        : null,
    siteId: sites[story.site].id,
    clientId: client ? ClientId.parse(clientOf(client).id) : null,
    contractId: contract ? ContractId.parse(contract.id) : null,
    contractVersion: contract?.version ?? null,
    application: application
      ? {
          receivedAt: instantAt(days.at(applied), clockFor(story.key, 10), zone),
          receivedOn: days.at(applied),
          description: application.says,
          evidence: evidenceOf(story, telling),
        }
      : null,
    objectedOn:
      story.objectedAfter === undefined || typeof firstOrder?.received !== 'number'
        ? null
        : days.at(applied - firstOrder.received + story.objectedAfter),
    review: review && reviewedOn ? { outcome: review.outcome, sentOn: reviewedOn } : null,
    lines: story.claims.map((claim, index) => ({
      id: ReturnLineId.parse(`${id}.${index + 1}`),
      orderLineId:
        orderLines.find((l) => l.id === orderLineId(story, claim.order ?? 0, claim.line ?? 0))
          ?.id ?? null,
      claimedReason: claim.reason,
      requestedQuantity: claim.quantity,
      approvedQuantity:
        review && travels(review.outcome) ? (claim.approved ?? claim.quantity) : null,
      wanted: claim.wanted,
    })),
    expectedOn,
    trackingNumbers: expectedOn ? [trackingNumberOf(story, telling)] : [],
    ssccs: expectedOn ? [ssccFor(story, telling)] : [],
    freight: story.freight ?? null,
    cancelled: story.cancelled === undefined ? null : { reason: story.cancelled },
  });
}

function linesOf(
  story: Story,
  order: StoryOrder,
  orderIndex: number,
  telling: Telling,
): readonly OrderLine[] {
  const { client } = story;
  if (!client) return [];
  const { currency } = contractOf(client, telling.today);
  const orderNumber = `SO-${412_080 + telling.number * 7 + orderIndex * 2}`;
  const days = daysOf(story, telling);
  return order.lines.map(([key, shipped, more], index) => {
    const article = articles[key];
    const place = `${telling.number}`.padStart(2, '0');
    const letter = 'ABCDEFGH'.charAt(orderIndex * 4 + index);
    return OrderLine.parse({
      id: orderLineId(story, orderIndex, index),
      orderNumber,
      lineNumber: (index + 1) * 10,
      clientId: clientOf(client).id,
      article: { number: article.number, name: article.name, gtin: article.gtin },
      lot:
        article.traced === 'lot'
          ? `L${1000 + drawn(`${story.key}:${letter}`, 9000)}-${place}${letter}`
          : null,
      serials:
        article.traced === 'serial'
          ? Array.from(
              { length: shipped },
              (_, n) => `41${place}${letter}${String(n + 1).padStart(3, '0')}`,
            )
          : [],
      orderedQuantity: more?.ordered ?? shipped,
      shippedQuantity: shipped,
      unit: article.unit,
      unitPrice: priceIn(currency, article.price),
      ...moneyOf(priceIn(currency, article.price), shipped, currency),
      currency,
      customised: article.customised,
      drawing: article.drawing,
      carrier: carriers[order.carrier],
      clientReceivedOn: order.received === null ? null : days.at(days.applied - order.received),
    });
  });
}

/** Day numbers of a story: when the goods arrive (or should) and when the client applied. */
function daysOf(story: Story, { at, today }: Telling) {
  const counts = story.client ? contractOf(story.client, today).inspection.receiptDayCounts : false;
  const arrival = story.due === null ? (story.expected ?? 0) : story.due - (counts ? 6 : 7);
  const base = story.due === null ? 0 : arrival;
  return { at, arrival, applied: base + (story.application?.day ?? -8) };
}

function evidenceOf(story: Story, telling: Telling): readonly ClientEvidence[] {
  const { application } = story;
  if (!application) return [];
  const nothing = { photoId: null, sha256: null };
  return [
    ...application.photos.map(
      ([name, caption], index): ClientEvidence => ({
        photoId: PhotoId.parse(
          idFrom(
            `${telling.seed}:${story.key}:evidence:${index}`,
            Date.parse(`${telling.today}T00:00:00Z`),
          ),
        ),
        sha256: drawnPhoto(name).sha256,
        kind: 'photo',
        caption,
      }),
    ),
    ...(application.says === '' ? [] : [{ ...nothing, kind: 'description' as const, caption: '' }]),
    ...(application.report === undefined
      ? []
      : [{ ...nothing, kind: 'inspectionReport' as const, caption: application.report }]),
  ];
}

function orderLineId(story: Story, order: number, line: number): OrderLineId {
  return OrderLineId.parse(`ol-${story.key}-${order + 1}-${(line + 1) * 10}`);
}

function trackingNumberOf(story: Story, telling: Telling): string {
  const digits = 10_000_000 + drawn(`${telling.seed}:${story.key}:tracking`, 89_999_999);
  return story.orders.some((o) => o.carrier === 'transmark')
    ? `1T${digits}US${100 + telling.number}`
    : `MFX${digits}${telling.number % 10}`;
}

const numbersOfStories = 1000;

function ssccFor(story: Story, telling: Telling): string {
  if (story.pallet !== undefined)
    return ssccOf(
      310_000_000 + numbersOfStories * 41 + drawn(`${telling.seed}:${story.pallet}`, 40),
      3,
    );
  return ssccOf(310_000_000 + telling.number * 41 + drawn(`${telling.seed}:${story.key}`, 40), 3);
}

function travels(outcome: string): boolean {
  return outcome === 'authorised' || outcome === 'partlyAuthorised';
}

function opensCase(story: Story): boolean {
  return story.steps.some((step) => step.do === 'open');
}

function clockFor(name: string, hour: number): string {
  return `${hour + drawn(`${name}:hour`, 3)}:${String(drawn(`${name}:minute`, 60)).padStart(2, '0')}`;
}

/** As an office that knows its prices alone tells it: what the line comes to, without tax. */
function moneyOf(unitPrice: number, shipped: number, currency: string) {
  const digits = minorDigitsOf(currency) ?? 2;
  const amount = (unitPrice / 10 ** digits).toFixed(digits);
  const goods = { price: amount, per: 1, quantity: shipped, discountPercent: '0' };
  return { price: { amount, per: 1 }, invoiced: { net: worthOf(goods, currency) ?? 0, tax: 0 } };
}
