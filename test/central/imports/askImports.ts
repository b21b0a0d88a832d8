import { centralApi } from '../../../shared/sync/centralApi.ts';
import {
  type ImportState,
  importUploadPath,
  Looked,
  type StartImport,
  Upload,
} from '../../../shared/sync/importsApi.ts';

type At = { readonly url: string; readonly adminToken: string };

/** One request as an administrator, whatever it answers. */
export function askImports(
  { url, adminToken }: At,
  method: string,
  path: string,
  body?: object | string | Uint8Array,
  token = adminToken,
): Promise<Response> {
  const isBytes = typeof body === 'string' || body instanceof Uint8Array;
  return fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isBytes ? (body as BodyInit) : JSON.stringify(body) }),
  });
}

export async function bringFile(at: At, name: string, bytes: string | Uint8Array) {
  const path = `${importUploadPath}?name=${encodeURIComponent(name)}`;
  return Upload.parse(await (await askImports(at, 'POST', path, bytes)).json());
}

export const nothingSaid = { source: 'erp', file: {}, columns: {}, codes: [] };

export async function lookedAt(at: At, id: string, said: object = {}): Promise<Looked> {
  const body = { ...nothingSaid, ...said };
  return Looked.parse(
    await (await askImports(at, 'POST', `${importUploadPath}/${id}/look`, body)).json(),
  );
}

/** Begun, and waited for. */
export async function runFile(
  at: At,
  id: string,
  wish: Partial<StartImport> & Pick<StartImport, 'kind' | 'mode'>,
): Promise<ImportState> {
  const body = { ...nothingSaid, full: null, ...wish };
  const begun = await askImports(at, 'POST', `${importUploadPath}/${id}/run`, body);
  if (!begun.ok) throw new Error(await begun.text());
  for (;;) {
    const answer = await askImports(at, 'GET', `${importUploadPath}/${id}`);
    const state = centralApi.importState.response.parse(await answer.json());
    if (state.phase === 'done') return state;
  }
}
