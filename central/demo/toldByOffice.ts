import { minorDigitsOf } from '../../shared/facts/currencies.ts';
import type {
  Contract,
  OrderLine,
  ReturnCase,
  SiteCalendar,
} from '../../shared/facts/documents.ts';
import { ownSource } from '../../shared/office/externalId.ts';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import type { OfficeCommand } from '../../shared/office/officeCommand.ts';
import { assertNever } from '../../shared/result.ts';
import type { DemoCompany } from './demoCompany.ts';

type DemoDocument = DemoCompany['documents'][number];

/** What the demo's office said of its company, in an order in which each finds what it names. */
export function toldByOffice(documents: readonly DemoDocument[]): readonly OfficeCommand[] {
  const articles = new Map<string, OfficeCommand>();
  const told = documents.flatMap((document): readonly OfficeCommand[] => {
    switch (document.collection) {
      case 'sites': {
        const { id, ...body } = document.body;
        return [put('sites', id, body)];
      }
      case 'calendars':
        return [put('calendars', document.body.siteId, calendarOf(document.body))];
      case 'policyVersions': {
        const { id, title, effectiveFrom, parameters } = document.body;
        const draft = put('policies', id, { title, effectiveFrom, parameters });
        return [draft, { ...said('policies', id), actor: 'Quality', action: 'check' }];
      }
      case 'people': {
        const { id, name, badge, roles, siteIds: sites } = document.body;
        return [put('people', id, { name, badge, roles, sites })];
      }
      case 'clients': {
        const { id, ...body } = document.body;
        return [put('clients', id, body)];
      }
      case 'contracts':
        return versionsOf(document.body);
      case 'orderLines': {
        const { number, name, gtin } = document.body.article;
        const gtins = gtin === null ? [] : [{ gtin }];
        articles.set(
          number,
          put('articles', number, { number, name, gtins, unit: document.body.unit }),
        );
        return [put('order-lines', document.body.id, orderLineOf(document.body))];
      }
      case 'cases':
        return returnOf(document.body);
      // What we ship: a company says only what it calls otherwise.
      case 'catalogue':
      case 'precedents':
      case 'grants':
        return [];
      default:
        return assertNever(document);
    }
  });
  const isGoods = ({ kind }: OfficeCommand) => kind === 'order-lines' || kind === 'returns';
  return [...told.filter((it) => !isGoods(it)), ...articles.values(), ...told.filter(isGoods)];
}

function said(kind: OfficeKind, id: string): Omit<OfficeCommand, 'action' | 'body'> {
  const externalId = { source: ownSource, id };
  return {
    kind,
    externalId,
    actor: 'Office',
    reason: 'The company moved in',
    expectedVersion: null,
  };
}

function put(kind: OfficeKind, id: string, body: object): OfficeCommand {
  return { ...said(kind, id), action: 'put', body };
}

function calendarOf({ siteId, seed, closures, validFrom, validUntil }: SiteCalendar): object {
  const [fromYear, untilYear] = [Number(validFrom.slice(0, 4)), Number(validUntil.slice(0, 4))];
  return { site: siteId, ...seed, closures, fromYear, untilYear };
}

/** The versions before the one that counts, a year apart: a third version had two before it. */
function versionsOf({ id, clientId, version, ...terms }: Contract): readonly OfficeCommand[] {
  const { effectiveFrom, secondApprovalAbove, ...rest } = terms;
  const [year, day] = [Number(effectiveFrom.slice(0, 4)), effectiveFrom.slice(4)];
  return Array.from({ length: version }, (_, index) =>
    put('contracts', id, {
      ...rest,
      client: clientId,
      effectiveFrom: `${year - (version - 1 - index)}${day}`,
      secondApprovalAbove:
        secondApprovalAbove === null ? null : decimalOf(secondApprovalAbove, rest.currency),
    }),
  );
}

function orderLineOf(line: OrderLine): object {
  const { id: _id, clientId, article, unitPrice, price, invoiced: _invoiced, ...rest } = line;
  const { clientReceivedOn: deliveredOn, shippedArticle: _shipped, ...goods } = rest;
  return {
    ...goods,
    client: clientId,
    article: article.number,
    price: price?.amount ?? decimalOf(unitPrice, line.currency),
    deliveredOn,
  };
}

/** Nothing, where the warehouse opened the case itself: then no client ever applied. */
function returnOf(paper: ReturnCase): readonly OfficeCommand[] {
  const { id, siteId, clientId, contractId, contractVersion: _version, lines, ...rest } = paper;
  if (clientId === null || lines.length === 0) return [];
  const { cancelled, freight, ...body } = rest;
  const command = put('returns', id, {
    ...body,
    site: siteId,
    client: clientId,
    ...(contractId === null ? {} : { contract: contractId }),
    lines: lines.map(({ orderLineId: orderLine, claimedReason: reason, ...line }) => ({
      ...line,
      orderLine,
      reason,
    })),
    freight: freight === null ? null : decimalOf(freight, 'USD'),
  });
  return cancelled === null
    ? [command]
    : [command, { ...said('returns', id), reason: cancelled.reason, action: 'withdraw' }];
}

function decimalOf(minor: number, currency: string): string {
  const digits = minorDigitsOf(currency) ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
