import { createHash } from 'node:crypto';
import type { Client, Refund, ReturnCase, Site } from '../../shared/returns/documents.ts';
import { showMoneyInEnglish } from '../../shared/returns/showMoney.ts';
import type { Rows } from '../database/openDatabase.ts';
import { documentsOf } from '../returns/documentRows.ts';

const style = `
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem; }
h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
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

/** The refund register as a page a person reads: no script, nothing fetched, everything escaped. */
export async function registerPage(
  rows: Rows,
  refunds: readonly Refund[],
): Promise<{ readonly html: string; readonly contentSecurityPolicy: string }> {
  const cases = await documentsOf(rows, 'cases', unique(refunds.map((r) => r.caseId)));
  const clientIds = [...cases.values()].flatMap((c) => c.clientId ?? []);
  const clients = await documentsOf(rows, 'clients', unique(clientIds));
  const sites = await documentsOf(rows, 'sites', unique(refunds.map((r) => r.siteId)));
  const lines = refunds.map((refund) => {
    const returnCase = cases.get(refund.caseId);
    const client = returnCase?.clientId ? clients.get(returnCase.clientId) : undefined;
    return lineOf(refund, returnCase, client, sites.get(refund.siteId));
  });
  const heads = [
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
  ];
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Refund register</title><style>${style}</style></head>
<body><h1>Refund register</h1>
<p>${refunds.length === 0 ? 'No refund has become due yet.' : `${refunds.length} refunds, newest approval first. Times are those of the site.`}</p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table></body></html>`;
  return { html, contentSecurityPolicy };
}

function lineOf(
  refund: Refund,
  returnCase: ReturnCase | undefined,
  client: Client | undefined,
  site: Site | undefined,
): string {
  const zone = site?.timeZone ?? 'UTC';
  const cells = [
    `<code>${escape(refund.creditNote)}</code><small><code>${escape(refund.id)}</code></small>`,
    `${escape(returnCase?.rma ?? 'no RMA')}<small><code>${escape(refund.caseId)}</code></small>`,
    `${escape(client?.name ?? 'unknown')}<small>${escape(site?.name ?? refund.siteId)}</small>`,
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
