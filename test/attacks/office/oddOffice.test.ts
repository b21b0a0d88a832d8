/** Whoever may speak for the office, with everything out of shape: refused in words, and nobody else feels it. */
import { expect, test } from 'vitest';
import { officeKinds } from '../../../shared/office/kinds.ts';
import { officePagePaths } from '../../../shared/office/officePageApi.ts';
import { signInPaths } from '../../../shared/sync/signInApi.ts';
import { everything } from '../../central/office/aManufacturer.ts';
import { onEachDatabase } from '../../central/onEachDatabase.ts';
import { leavesOf, oddValues, withLeaf } from '../attackers/oddValues.ts';

const oddTexts = oddValues.filter((value): value is string => typeof value === 'string');

onEachDatabase(
  'The office’s door and odd input',
  (ground) => {
    const ask = async (
      method: string,
      path: string,
      body?: unknown,
      more: Record<string, string> = {},
    ) => {
      const { url, adminToken } = ground().central;
      const isText = typeof body === 'string';
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${adminToken}`,
          ...(body !== undefined && !isText && { 'content-type': 'application/json' }),
          ...more,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    };
    /** Below 500, and no failure in words of the database. */
    const proveRefused = ({ status, text }: { status: number; text: string }, what: unknown) => {
      expect([what, status < 500]).toEqual([what, true]);
      expect([what, text]).toEqual([what, expect.not.stringMatching(/invalid byte|Failed query/)]);
    };
    const at = (kind: string, id: string) => `/office/v1/${kind}/erp:${encodeURIComponent(id)}`;

    test('a list, a search and a record are asked for with any text', async () => {
      for (const [place, text] of oddTexts.entries()) {
        const odd = encodeURIComponent(text.toWellFormed());
        // One route of each form serves all kinds.
        for (const kind of officeKinds.filter((_, nth) => nth % 4 === place % 4)) {
          for (const field of ['cursor', 'source', 'state', 'limit', 'nothing'])
            proveRefused(await ask('GET', `/office/v1/${kind}?${field}=${odd}`), [
              kind,
              field,
              text,
            ]);
          for (const path of [odd, `erp:${odd}`, `erp:${odd}/history`, `${odd}:x`])
            proveRefused(await ask('GET', `/office/v1/${kind}/${path}`), [kind, path]);
          proveRefused(await ask('DELETE', `${at(kind, 'x')}?reason=${odd}&by=${odd}`), [
            kind,
            text,
          ]);
        }
        for (const field of ['q', 'kind'])
          proveRefused(await ask('GET', `${officePagePaths.search}?${field}=${odd}`), [
            field,
            text,
          ]);
        for (const path of Object.values(signInPaths))
          proveRefused(
            await ask('POST', path, { id: text, passphrase: text, code: text, link: text }),
            [path, text],
          );
      }
      expect((await ask('GET', '/office/v1/clients')).status).toBe(200);
    }, 300_000);

    test('a record is put with each of its values odd, and the true one counts afterwards', async () => {
      for (const [kind, id, body] of everything)
        expect([kind, (await ask('PUT', at(kind, id), body)).status]).toEqual([kind, 201]);
      for (const [kind, id, body] of everything) {
        const changed = leavesOf(body).flatMap((path) =>
          oddValues.map((odd) => ({
            source: 'erp',
            id: `odd ${id}`,
            body: withLeaf(body, path, odd),
          })),
        );
        for (let from = 0; from < changed.length; from += 250)
          proveRefused(
            await ask('POST', `/office/v1/${kind}:batch`, {
              rows: changed.slice(from, from + 250),
            }),
            [kind, from],
          );
        for (const one of changed.filter((_, place) => place % 150 === 0))
          proveRefused(await ask('PUT', at(kind, one.id), one.body), one);
        for (const odd of oddTexts) {
          const encoded = encodeURIComponent(odd.toWellFormed());
          const tried = [kind, odd];
          proveRefused(await ask('PUT', `${at(kind, 'x')}?reason=${encoded}`, body), tried);
          proveRefused(await ask('PUT', `${at(kind, 'x')}?by=${encoded}`, body), tried);
          const rows = [{ source: odd, id: odd, body }];
          proveRefused(await ask('POST', `/office/v1/${kind}:batch`, { rows, reason: odd }), tried);
          const gone = [{ source: 'erp', id: 'x', withdraw: { reason: odd } }];
          proveRefused(
            await ask('POST', `/office/v1/${kind}:batch`, { rows: gone, by: odd }),
            tried,
          );
          const lines = [...rows, ...gone].map((one) => JSON.stringify(one)).join('\n');
          const streamed = { 'content-type': 'application/x-ndjson' };
          proveRefused(await ask('POST', `/office/v1/${kind}:batch`, lines, streamed), tried);
        }
      }
      for (const [kind, id, body] of everything)
        expect([kind, (await ask('PUT', at(kind, id), body)).status]).toEqual([kind, 200]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }, 300_000);
  },
  { limits: { requests: 1_000_000, enrolments: 1_000 } },
);
