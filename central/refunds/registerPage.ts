import { createHash } from 'node:crypto';
import type { ResolutionKind } from '../../shared/facts/codes.ts';
import type {
  Client,
  Grant,
  Person,
  Refund,
  ReturnCase,
  Site,
} from '../../shared/facts/documents.ts';
import { showMoneyInEnglish } from '../../shared/facts/showMoney.ts';
import type { Rows } from '../database/rows.ts';
import { documentsOf } from '../documents/documentRows.ts';

const style = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem; }
h1, h2 { font-size: 1.3rem; margin: 0 0 .25rem; }
h2 { margin-top: 2.5rem; }
p { margin: 0 0 1.25rem; opacity: .75; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid #8884; vertical-align: top; }
th { font-weight: 600; font-size: .85rem; opacity: .75; }
td.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: .85em ui-monospace, monospace; }
small { display: block; opacity: .7; }
.failed, .unknown { font-weight: 700; }
`;

const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The register as a page a person reads: refunds, and what was decided that moves no money. No script,
 * nothing fetched, everything escaped.
 */
export async function registerPage(
  rows: Rows,
  refunds: readonly Refund[],
  grants: readonly Grant[] = [],
  atTwo: readonly AtTwo[] = [],
): Promise<{ readonly html: string; readonly contentSecurityPolicy: string }> {
  const all = [...refunds, ...grants];
  const cases = await documentsOf(rows, 'cases', unique(all.map((one) => one.caseId)));
  const clientIds = [...cases.values()].flatMap((c) => c.clientId ?? []);
  const clients = await documentsOf(rows, 'clients', unique(clientIds));
  const sites = await documentsOf(rows, 'sites', unique(all.map((one) => one.siteId)));
  const people = await documentsOf(rows, 'people', unique(grants.flatMap((g) => g.signedBy)));
  const about = ({ caseId, siteId }: { readonly caseId: string; readonly siteId: string }) => {
    const returnCase = cases.get(caseId);
    const client = returnCase?.clientId ? clients.get(returnCase.clientId) : undefined;
    return { returnCase, client, site: sites.get(siteId) };
  };
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Refund register</title><style>${style}</style></head>
<body><h1>Refund register</h1>
<p>${refunds.length === 0 ? 'No refund has become due yet.' : `${refunds.length} refunds, newest approval first. Times are those of the site.`}</p>
${table(
  [
    'Refund',
    'Case',
    'Client',
    'Clauses',
    'Amount',
    'Arrived',
    'Due',
    'Approved',
    'Started',
    'State',
  ],
  refunds.map((refund) => lineOf(refund, about(refund))),
)}
<h2>Exchanges, returns and refusals</h2>
<p>${grants.length === 0 ? 'Nothing was decided yet that moves no money.' : 'What to do where no money moves, newest decision first.'}</p>
${table(
  ['Case', 'Client', 'Decision', 'What to do', 'Signed', 'Accepted'],
  grants.map((grant) => decisionOf(grant, about(grant), people)),
)}${atTwo.length === 0 ? '' : atTwoStations(atTwo)}</body></html>`;
  return { html, contentSecurityPolicy };
}

function atTwoStations(seen: readonly AtTwo[]): string {
  const lines = seen.map(({ day, person, stations }) => {
    const cells = [day, person, stations.join(' · ')].map((text) => `<td>${escape(text)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `
<h2>Active at two stations at a time</h2>
<p>A badge was lent, or a key was copied: ask the person. Their work was taken all the same.</p>
${table(['Day (UTC)', 'Person', 'Stations'], lines)}`;
}

type AtTwo = {
  readonly day: string;
  readonly person: string;
  readonly stations: readonly string[];
};

type About = {
  readonly returnCase: ReturnCase | undefined;
  readonly client: Client | undefined;
  readonly site: Site | undefined;
};

function table(heads: readonly string[], lines: readonly string[]): string {
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table>`;
}

function whose(caseId: string, siteId: string, { returnCase, client, site }: About) {
  return [
    `${escape(returnCase?.rma ?? 'no RMA')}<small><code>${escape(caseId)}</code></small>`,
    `${escape(client?.name ?? 'unknown')}<small>${escape(site?.name ?? siteId)}</small>`,
  ];
}

const instructions: Readonly<Record<ResolutionKind, string>> = {
  refund: 'Refund',
  exchange: 'Exchange',
  compensation: 'Compensation',
  creditWithoutReturn: 'Credit without return',
  returnToClient: 'Return to the client',
  none: 'Nothing is granted',
};
const decisions: Readonly<Record<Grant['decision'], string>> = {
  approve: 'approved',
  override: 'decided otherwise',
  decline: 'refused',
};

function decisionOf(grant: Grant, about: About, people: ReadonlyMap<string, Person>): string {
  const zone = about.site?.timeZone ?? 'UTC';
  const todo = grant.portions.map(({ resolution, units, value }) => {
    const quantity = units.reduce((sum, { from, to }) => sum + to - from, 0);
    const worth =
      resolution === 'exchange'
        ? `<small>${escape(showMoneyInEnglish({ minor: value, currency: grant.currency }))}</small>`
        : '';
    return `${instructions[resolution]} × ${Math.round(quantity * 1000) / 1000}${worth}`;
  });
  const cells = [
    ...whose(grant.caseId, grant.siteId, about),
    `${decisions[grant.decision]}<small><code>${escape(grant.id)}</code></small>`,
    todo.join('<br>') || '–',
    grant.signedBy.map((id) => escape(people.get(id)?.name ?? id)).join('<br>'),
    moment(grant.acceptedAt, zone),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function lineOf(refund: Refund, about: About): string {
  const zone = about.site?.timeZone ?? 'UTC';
  const cells = [
    `<code>${escape(refund.creditNote)}</code><small><code>${escape(refund.id)}</code></small>`,
    ...whose(refund.caseId, refund.siteId, about),
    refund.clauses.map((clause) => `<code>${escape(clause)}</code>`).join('<br>'),
    moment(refund.arrivedAt, zone),
    escape(refund.dueOn ?? '–'),
    moment(refund.approvedAt, zone),
    moment(refund.startedAt, zone),
    `<span class="${escape(refund.state)}">${escape(stateOf(refund))}</span>`,
  ].map((cell) => `<td>${cell}</td>`);
  const amount = `<td class="amount">${escape(showMoneyInEnglish({ minor: refund.amount, currency: refund.currency }))}<small>${escape(refund.method)}</small></td>`;
  return `<tr>${[...cells.slice(0, 4), amount, ...cells.slice(4)].join('')}</tr>`;
}

function stateOf({ state, waitsForPhotos }: Refund): string {
  const photos = waitsForPhotos?.length ?? 0;
  return photos === 0
    ? state
    : `${state} · waits for ${photos} ${photos === 1 ? 'photo' : 'photos'}`;
}

function moment(instant: string | null, zone: string): string {
  if (instant === null) return '–';
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
  return `<time datetime="${escape(instant)}">${escape(local)}</time><small>${escape(zone)}</small>`;
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
