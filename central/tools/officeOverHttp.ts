/** The office of a running central, as an import and an export need it, over HTTP from any machine. */
import type { z } from 'zod';
import type { OfficeKind } from '../../shared/office/kinds.ts';
import {
  BatchAnswer,
  officeLimits,
  officeRoot,
  Problem,
  RecordPage,
} from '../../shared/office/officeApi.ts';
import type { Office } from '../imports/run/office.ts';
import { adminToken } from './askAsAdmin.ts';

type OfficeRecord = z.output<typeof RecordPage>['records'][number];

export type OfficeOverHttp = Office & {
  records(): AsyncIterable<readonly OfficeRecord[]>;
};

export function officeOverHttp(
  url: string,
  kind: OfficeKind,
  source: string,
  said: { readonly by: string | undefined; readonly reason: string | undefined },
): OfficeOverHttp {
  async function* records(): AsyncGenerator<readonly OfficeRecord[]> {
    const asked = { source, state: 'current', limit: String(officeLimits.rowsPerPage) };
    let cursor: string | null = null;
    do {
      const query: URLSearchParams = new URLSearchParams(
        cursor === null ? asked : { ...asked, cursor },
      );
      const page: z.output<typeof RecordPage> = await ask(
        url,
        `${officeRoot}/${kind}?${query.toString()}`,
        RecordPage,
      );
      yield page.records;
      ({ cursor } = page);
    } while (cursor !== null);
  }
  return {
    records,
    async batch(rows, test) {
      const body = { rows, test, ...defined({ by: said.by, reason: said.reason }) };
      return (await ask(url, `${officeRoot}/${kind}:batch`, BatchAnswer, body)).rows;
    },
    async *currentIds() {
      for await (const page of records()) yield page.map(({ id }) => id);
    },
  };
}

async function ask<S extends z.ZodType>(
  url: string,
  path: string,
  schema: S,
  body?: object,
): Promise<z.output<S>> {
  const answer = await fetch(new URL(path, url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${adminToken()}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json();
  if (answer.ok) return schema.parse(said);
  const problem = Problem.safeParse(said).data;
  throw new Error(
    problem ? `${problem.title}: ${problem.detail}` : `Central said ${answer.status}`,
  );
}

function defined(said: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
