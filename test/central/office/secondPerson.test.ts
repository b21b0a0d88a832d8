/** A policy comes into force by two persons, whatever they are called and whatever name they say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type CentralInMemory, startCentral } from '../../builders/central/centralInMemory.ts';
import { askOffice } from './askOffice.ts';

let central: CentralInMemory;
let drafts = 0;
beforeAll(async () => {
  central = await startCentral({});
}, 60_000);
afterAll(() => central?.close());

describe('a draft is checked while nobody is named', () => {
  test('by two names said with the first token', async () => {
    await draft(central.adminToken, '?by=Ada');
    expect(await check(central.adminToken, '?by=Ada')).toEqual('secondPerson');
    expect(await check(central.adminToken, '?by=Ben')).toEqual('updated');
  });
});

describe('a draft is checked once somebody is named', () => {
  let [ada, namesake, ben] = ['', '', ''];
  beforeAll(async () => {
    ada = await name('ada.1', 'Ada Lind');
    namesake = await name('ada.2', 'Ada Lind');
    ben = await name('ben', 'Ben Roth');
  });

  test('by another administrator of the same name', async () => {
    await draft(ada);
    expect(await check(namesake)).toEqual('updated');
  });

  test('not by whoever wrote it, whatever name is said', async () => {
    await draft(ada);
    expect(await check(ada, '?by=Ben')).toEqual('secondPerson');
  });

  test('not with the first token, whatever name is said', async () => {
    await draft(ada);
    expect(await check(central.adminToken, '?by=Ben')).toEqual('secondPerson');
  });

  test('not by a namesake of whoever wrote it with the first token', async () => {
    await draft(central.adminToken, '?by=Ada%20Lind');
    expect(await check(ada)).toEqual('secondPerson');
    expect(await check(ben)).toEqual('updated');
  });

  test('not by a system of the company', async () => {
    await draft(ada);
    const body = { id: 'erp', name: 'ERP', scopes: ['policy'], siteIds: null, reason: 'Its key' };
    const { key } = z.object({ key: z.string() }).parse(await admin('connections', body));
    expect(await check(key)).toEqual('secondPerson');
  });
});

async function draft(token: string, query = ''): Promise<void> {
  drafts += 1;
  const path = `policies/office:RP-${drafts}${query}`;
  const body = { effectiveFrom: `2099-01-0${drafts}` };
  const { status } = await askOffice(central, { method: 'PUT', path, body, token });
  expect(status).toBe(201);
}

/** The outcome, or the code of the refusal. */
async function check(token: string, query = ''): Promise<string | undefined> {
  const path = `policies/office:RP-${drafts}/check${query}`;
  const { body } = await askOffice(central, { method: 'POST', path, token });
  const read = z
    .object({
      outcome: z.string().optional(),
      errors: z.array(z.object({ code: z.string() })).optional(),
    })
    .parse(body);
  return read.outcome ?? read.errors?.[0]?.code;
}

async function name(id: string, called: string): Promise<string> {
  const body = { id, name: called, scopes: ['policy'] };
  return z.object({ token: z.string() }).parse(await admin('administrators', body)).token;
}

async function admin(path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${central.url}/central/admin/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${central.adminToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  return answer.json();
}
