/** Imports and exports of a running central, over HTTP from any machine: the same runs its page has. */
import { createWriteStream, openAsBlob } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiError, centralApi } from '../../shared/sync/centralApi.ts';
import {
  type AskLook,
  exportPath,
  importUploadPath,
  type Looked,
  outcomesPath,
  type StartImport,
  type TableKind,
  Upload,
} from '../../shared/sync/importsApi.ts';
import { adminToken, askAsAdmin, askRoute } from './askAsAdmin.ts';

export function importsOverHttp(url: string) {
  return {
    async bring(file: string): Promise<string> {
      const query = new URLSearchParams({ name: path.basename(file) });
      const answer = await asked(`${importUploadPath}?${query.toString()}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: await openAsBlob(file),
      });
      return Upload.parse(await answer.json()).id;
    },
    look: (id: string, wish: AskLook): Promise<Looked> =>
      askRoute(url, 'lookAtImport', { id }, wish),
    start: (id: string, wish: StartImport) => askRoute(url, 'startImport', { id }, wish),
    state: (id: string) => {
      const { path: at, response } = centralApi.importState;
      return askAsAdmin(url, 'GET', at.replace(':id', id), response);
    },
    stop: (id: string) => askRoute(url, 'stopImport', { id }, {}),
    forget: (id: string) => askRoute(url, 'forgetImport', { id }, {}),
    /** The same file back; its name says as what. */
    saveOutcomes: (id: string, to: string) => save(`${outcomesPath(id)}?as=${endingOf(to)}`, to),
    saveExport: (kind: TableKind, source: string, to: string) =>
      save(`${exportPath(`${kind}.${endingOf(to)}`)}?source=${source}`, to),
  };

  async function save(from: string, to: string): Promise<string> {
    const { body, headers } = await asked(from, {});
    // A table too long for a workbook comes as CSV.
    const isCsv = headers.get('content-type')?.startsWith('text/csv') === true;
    const file = isCsv && endingOf(to) === 'xlsx' ? to.replace(/\.xlsx$/i, '.csv') : to;
    if (!body) throw new Error('Central sent no table');
    await pipeline(Readable.fromWeb(body), createWriteStream(file));
    return file;
  }

  async function asked(
    from: string,
    {
      headers,
      ...init
    }: Omit<RequestInit, 'headers'> & {
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Response> {
    const answer = await fetch(new URL(from, url), {
      ...init,
      headers: { ...headers, authorization: `Bearer ${adminToken()}` },
    });
    if (answer.ok) return answer;
    throw new Error(ApiError.parse(await answer.json()).message);
  }
}

export type ImportsOverHttp = ReturnType<typeof importsOverHttp>;

function endingOf(file: string): 'csv' | 'json' | 'xlsx' {
  if (/\.xlsx$/i.test(file)) return 'xlsx';
  return /\.json$/i.test(file) ? 'json' : 'csv';
}
