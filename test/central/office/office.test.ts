import { expect, test } from 'vitest';
import { textSha256 } from '../../../shared/office/admit/textSha256.ts';
import { ownIdOf } from '../../../shared/office/externalId.ts';
import { OfficeKind } from '../../../shared/office/kinds.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { aPolicyText } from '../../builders/cases/aPolicyText.ts';
import { aStation } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';
import {
  aReturnBody,
  article,
  client,
  contract,
  everything,
  orderLine,
  site,
  source,
} from './aManufacturer.ts';
import { askOffice, type Headers } from './askOffice.ts';

const clock = { now: Date.parse('2026-11-20T12:00:00Z') };

onEachDatabase(
  'What a company says of itself',
  (ground) => {
    const ask = (method: string, path: string, body?: unknown, headers: Headers = {}) =>
      askOffice(ground().central, { method, path, body, headers });
    const at = (kind: string, id: string) => `${kind}/${source}:${encodeURIComponent(id)}`;
    const put = (kind: string, id: string, body: object, headers?: Headers) =>
      ask('PUT', at(kind, id), body, headers);
    const own = (kind: Parameters<typeof ownIdOf>[0], id: string) => ownIdOf(kind, { source, id });

    test('goes in by its own ids, and stations of its scope get it', async () => {
      for (const [kind, id, body] of everything)
        expect([kind, (await put(kind, id, body)).status]).toEqual([kind, 201]);
      const there = await aStationAt(ground(), own('sites', 'Werk Ulm'));
      expect(there.get('clients')).toEqual([own('clients', 'K 10/4711')]);
      expect(there.get('orderLines')).toEqual([own('order-lines', 'A-2026-118/10')]);
      expect(there.get('cases')).toEqual([own('returns', 'R 2026/00042')]);
      expect(there.get('contracts')).toEqual([`${own('contracts', 'V-1')}.v1`]);
      const elsewhere = await aStationAt(ground(), 'site-1');
      expect(elsewhere.get('cases')).not.toContain(own('returns', 'R 2026/00042'));
    });

    test('is found by our own id as by theirs', async () => {
      for (const [kind, id] of everything) {
        const { status, body } = await ask(
          'GET',
          `${kind}/quayside:${own(OfficeKind.parse(kind), id)}`,
        );
        expect([kind, status, body]).toMatchObject([kind, 200, { source, id }]);
      }
    });

    test('says the same again without changing anything', async () => {
      for (const [kind, id, body] of everything) {
        const again = await put(kind, id, body);
        expect([kind, again.status, again.body]).toMatchObject([
          kind,
          200,
          { outcome: 'unchanged', version: 1 },
        ]);
      }
    });

    test('keeps a price of four decimals, and rounds once over the whole line', async () => {
      const { body } = await ask('GET', at('order-lines', 'A-2026-118/10'));
      expect(body).toMatchObject({ body: { price: '0.1234' } });
      const there = await documentsAt(ground(), own('sites', 'Werk Ulm'));
      expect(there.find(({ collection }) => collection === 'orderLines')?.body).toMatchObject({
        price: { amount: '0.1234', per: 1 },
        unitPrice: 12,
        invoiced: { net: 123_400, tax: 0 },
        article: { gtin: null },
      });
    });

    test('is refused with the field and what would do', async () => {
      const missing = await put('contracts', 'V-2', { ...contract, client: 'nobody' });
      expect([missing.status, missing.body]).toMatchObject([
        409,
        { errors: [{ field: 'client', code: 'notHereYet' }] },
      ]);
      const broken = await put('order-lines', 'x', { ...orderLine, price: '1,5', currency: 'XXX' });
      expect([broken.status, broken.headers.get('content-type')]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      expect(broken.body).toMatchObject({
        errors: [{ field: 'currency' }, { field: 'price' }],
      });
      const twice = await put('returns', 'another', { ...aReturnBody, rma: 'r-2026/00042' });
      expect(twice.body).toMatchObject({ errors: [{ code: 'taken' }] });
      const half = await put('order-lines', 'x', { ...orderLine, lineNumber: 11, net: '5.00' });
      expect(half.body).toMatchObject({ errors: [{ field: 'tax', code: 'netAndTax' }] });
    });

    test('changes only the version its sender saw', async () => {
      const named = { ...client, name: 'Brückner Anlagen GmbH & Co. KG' };
      const late = await put('clients', 'K 10/4711', named, { 'if-match': '"7"' });
      expect([late.status, late.body]).toMatchObject([
        412,
        { errors: [{ code: 'changedMeanwhile' }] },
      ]);
      const right = await put('clients', 'K 10/4711', named, { 'if-match': '"1"' });
      expect([right.status, right.headers.get('etag')]).toEqual([200, '"2"']);
      const first = await put('clients', 'K 10/4711', named, { 'if-none-match': '*' });
      expect(first.status).toBe(412);
      const { body } = await ask('GET', `${at('clients', 'K 10/4711')}/history`);
      expect(body).toMatchObject({
        changes: [
          { version: 1, outcome: 'created', body: { name: client.name } },
          { version: 2, outcome: 'updated', body: { name: named.name } },
        ],
      });
    });

    test('gives a contract its next version, never another past', async () => {
      const later = { ...contract, effectiveFrom: '2027-01-01', returnPeriod: null };
      expect((await put('contracts', 'V-1', later)).body).toMatchObject({ outcome: 'updated' });
      const before = await put('contracts', 'V-1', { ...contract, effectiveFrom: '2026-06-01' });
      expect(before.body).toMatchObject({ errors: [{ code: 'beforeNewest' }] });
      const there = await documentsAt(ground(), own('sites', 'Werk Ulm'));
      const versions = there.flatMap(({ collection, body }) =>
        collection === 'contracts' ? [body] : [],
      );
      expect(versions).toMatchObject([{ version: 1 }, { version: 2, effectiveFrom: '2027-01-01' }]);
      const used = { ...contract, effectiveFrom: '2025-01-01', refundMethod: 'creditNote' };
      const third = await put('contracts', 'V-3', contract);
      expect(third.body).toMatchObject({ outcome: 'created' });
      expect((await put('contracts', 'V-3', used)).body).toMatchObject({ outcome: 'updated' });
      const several = await put('returns', 'r-2', { ...aReturnBody, rma: 'R 43' });
      expect(several.body).toMatchObject({
        errors: [{ field: 'contract', code: 'severalContracts' }],
      });
      await ask('DELETE', `${at('contracts', 'V-3')}?reason=Entered+twice`);
      expect((await put('returns', 'r-2', { ...aReturnBody, rma: 'R 43' })).status).toBe(201);
    });

    test('withdraws a return, which stations see cancelled, and keeps everything else', async () => {
      expect((await ask('DELETE', at('returns', 'r-2'))).status).toBe(400);
      const gone = await ask('DELETE', `${at('returns', 'r-2')}?reason=Kept+after+all`);
      expect(gone.body).toMatchObject({ outcome: 'withdrawn', version: 2 });
      const there = await documentsAt(ground(), own('sites', 'Werk Ulm'));
      const cancelled = there.find(({ id }) => id === own('returns', 'r-2'));
      expect(cancelled?.body).toMatchObject({ cancelled: { reason: 'Kept after all' } });
      const again = await put('returns', 'r-2', { ...aReturnBody, rma: 'R 43' });
      expect(again.body).toMatchObject({ outcome: 'updated', version: 3 });
    });

    test('takes many at once with an answer for each; a test writes nothing', async () => {
      const rows = [
        { source, id: 'P-1', body: article },
        {
          source,
          id: 'P-2',
          body: { ...article, number: 'P-2', gtins: [{ gtin: '4006381333931' }] },
        },
        {
          source,
          id: 'P-3',
          body: { ...article, number: 'P-3', gtins: [{ gtin: '4006381333932' }] },
        },
        { source, id: 'KP-40/160', body: article },
        { source, id: 'nothing' },
      ];
      const outcomes = ({ body }: { readonly body: unknown }) =>
        (body as { rows: { outcome: string; errors?: { field: string }[] }[] }).rows.map(
          ({ outcome, errors }) => errors?.[0]?.field ?? outcome,
        );
      const tested = await ask('POST', 'articles:batch', { rows, test: true });
      expect(outcomes(tested)).toEqual(['', 'created', 'gtins.0.gtin', 'unchanged', '']);
      expect((await ask('GET', at('articles', 'P-2'))).status).toBe(404);
      const all = await ask('POST', 'articles:batch', { rows, allOrNothing: true });
      expect(all.body).toMatchObject({ written: false });
      expect((await ask('GET', at('articles', 'P-2'))).status).toBe(404);
      const written = await ask('POST', 'articles:batch', { rows });
      expect(outcomes(written)).toEqual(outcomes(tested));
      expect((await ask('GET', at('articles', 'P-2'))).status).toBe(200);
    });

    test('takes a stream of any length, a line each', async () => {
      const lines = Array.from({ length: 1203 }, (_, index) =>
        JSON.stringify({
          source,
          id: `S-${index}`,
          body: { number: `S-${index}`, name: 'Schraube' },
        }),
      );
      const answer = await fetch(`${ground().central.url}/office/v1/articles:batch`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ground().central.adminToken}`,
          'content-type': 'application/x-ndjson',
        },
        body: [...lines.slice(0, 600), 'not json', ...lines.slice(600)].join('\n'),
      });
      const answered = (await answer.text()).trim().split('\n');
      expect(answered.length).toBe(1204);
      expect(answered[600]).toContain('"refused"');
      expect(answered.filter((line) => line.includes('"created"')).length).toBe(1203);
    });

    test('holds no more of a line without an end than a row may be', async () => {
      const row = JSON.stringify({ source, id: 'E-1', body: { number: 'E-1', name: 'Schraube' } });
      const answer = await fetch(`${ground().central.url}/office/v1/articles:batch`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ground().central.adminToken}`,
          'content-type': 'application/x-ndjson',
        },
        body: `${'"'.repeat(48 << 20)}\n${row}\n`,
      });
      const answered = (await answer.text()).trim().split('\n');
      expect(answered.map((line) => /"(refused|created)"/.exec(line)?.[1])).toEqual([
        'refused',
        'created',
      ]);
    });

    test('takes no form of RMA numbers that stations could not read', async () => {
      const formed = (pattern: string, check?: string) =>
        put('sites', 'Werk Ulm', { ...site, rma: { pattern, ...(check ? { check } : {}) } });
      expect((await formed("'RMA'-YY-####")).status).toBe(200);
      expect((await formed('RYYMA-####')).body).toMatchObject({
        errors: [{ field: 'rma.pattern' }],
      });
      expect((await formed('####C', 'mod12')).body).toMatchObject({
        errors: [{ field: 'rma.check' }],
      });
      expect((await put('sites', 'Werk Ulm', site)).status).toBe(200);
    });

    test('says of a field that is missing that it is needed, and has the usual policy', async () => {
      const { name: _name, ...nameless } = article;
      expect((await put('articles', 'x', nameless)).body).toMatchObject({
        errors: [{ field: 'name', says: 'this is needed' }],
      });
      const draft = await put('policies', 'edition 1', { effectiveFrom: '2027-01-01' });
      expect(draft.status).toBe(201);
      expect((await ask('GET', at('policies', 'edition 1'))).body).toMatchObject({
        state: 'draft',
        body: { parameters: { inspectionWorkingDays: 7 } },
      });
      const check = `${at('policies', 'edition 1')}/check`;
      expect((await ask('POST', check)).body).toMatchObject({ errors: [{ code: 'secondPerson' }] });
      expect((await ask('POST', `${check}?by=Ben`)).body).toMatchObject({ outcome: 'updated' });
    });

    test('has its policy in words of its own, clause by clause, as its stations then show it', async () => {
      const text = aPolicyText();
      const { 'V-CSM': _said, ...incomplete } = text.clauses;
      const body = { effectiveFrom: '2027-02-01', text };
      const short = await put('policies', 'RP 2', {
        ...body,
        text: { ...text, clauses: incomplete },
      });
      expect(short.body).toMatchObject({
        errors: [{ field: 'text.clauses.V-CSM', says: 'this is needed' }],
      });
      expect((await put('policies', 'RP 2', body)).status).toBe(201);
      expect((await ask('GET', at('policies', 'RP 2'))).body).toMatchObject({ body: { text } });
      expect((await ask('POST', `${at('policies', 'RP 2')}/check?by=Ben`)).status).toBe(200);
      const there = await documentsAt(ground(), own('sites', 'Werk Ulm'));
      const editions = there.flatMap((one) =>
        one.collection === 'policyVersions' && one.body ? [one.body] : [],
      );
      const edition = editions.find(({ id }) => id === own('policies', 'RP 2'));
      expect(edition).toMatchObject({ text, textSha256: textSha256(text) });
      expect(editions.find(({ id }) => id === own('policies', 'edition 1'))).not.toHaveProperty(
        'text',
      );
    });

    test('gives the same answer under an Idempotency-Key, and no other question one', async () => {
      const body = { ...article, number: 'I-1' };
      const key = { 'idempotency-key': 'a-1' };
      const first = await put('articles', 'I-1', body, key);
      const second = await put('articles', 'I-1', body, key);
      expect([second.status, second.body]).toEqual([first.status, first.body]);
      expect((await put('articles', 'I-1', { ...body, name: 'x' }, key)).status).toBe(422);
    });

    test('answers twice the same to what was sent twice at once, its version too', async () => {
      const body = { ...article, number: 'I-2' };
      const key = { 'idempotency-key': 'a-2' };
      const send = () => put('articles', 'I-2', body, key);
      const [first, second] = await Promise.all([send(), send()]);
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      const etags = [first, second, await send()].map(({ headers }) => headers.get('etag'));
      expect(etags).toEqual(['"1"', '"1"', '"1"']);
    });

    test('is read page by page, and its contract is OpenAPI', async () => {
      const seen = new Set<string>();
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: { body: unknown } = await ask(
          'GET',
          `articles?limit=400${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        const { records, cursor: next } = page.body as {
          records: { id: string }[];
          cursor: string | null;
        };
        for (const { id } of records) seen.add(id);
        cursor = next;
      }
      expect(seen.size).toBeGreaterThan(1203);
      const answer = await fetch(`${ground().central.url}/office/openapi.json`);
      expect(await answer.json()).toMatchObject({
        openapi: '3.1.0',
        paths: { '/office/v1/returns/{ref}': { put: { operationId: 'put returns' } } },
      });
    });

    test('never meets a 500 with ids nobody thought of', async () => {
      const ids = [
        '__proto__',
        'constructor',
        'ü ß 漢',
        'x'.repeat(1000),
        'a:b/c?d#e',
        '%2e%2e',
        "';--",
      ];
      for (const id of ids)
        expect([
          id,
          (await put('articles', id, { ...article, number: id.slice(0, 40) })).status,
        ]).toEqual([id, 201]);
      for (const id of ['', ' x', 'x'.repeat(1001), 'a\u0000b'])
        expect((await put('articles', id, article)).status).toBe(400);
    });
  },
  { now: () => new Date(clock.now) },
);

async function documentsAt({ central, keys }: Ground, siteId: string) {
  const station = await aStation(central, keys, siteId);
  const answer = await station.call('GET', '/central/changes');
  return centralApi.pull.response.parse(answer.body).changes;
}

async function aStationAt(ground: Ground, siteId: string) {
  const found = new Map<string, string[]>();
  for (const { collection, id } of await documentsAt(ground, siteId))
    found.set(collection, [...(found.get(collection) ?? []), id]);
  return found;
}
