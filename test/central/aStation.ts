/** A station at central's door: enrols, numbers, chains, signs and calls over real HTTP. */
import type { KeyObject } from 'node:crypto';
import type { Fact } from '../../shared/facts/fact.ts';
import { seal } from '../../shared/node/seal.ts';
import { centralApi } from '../../shared/sync/centralApi.ts';
import type { Change } from '../../shared/sync/change.ts';
import { type Command, chainStart } from '../../shared/sync/command.ts';
import { stationId as asStationId } from '../builders/cases/ids.ts';
import type { Keys } from './aCompany.ts';

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };
export type Pushed = ReturnType<typeof centralApi.push.response.parse>;
export type Pulled = ReturnType<typeof centralApi.pull.response.parse>;

export type TestStation = {
  readonly id: string;
  token: string;
  /** The fact as this station would record it, sealed as its next command; with its person's key, or another. */
  seal(fact: Fact, signedWith?: KeyObject): Command;
  /** Seals and pushes. */
  record(...facts: readonly Fact[]): Promise<Pushed>;
  push(commands: readonly unknown[]): Promise<Pushed>;
  pull(cursor?: string, limit?: number): Promise<Pulled>;
  /** Every page from the beginning. */
  pullAll(): Promise<readonly Change[]>;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
};

type CentralAt = { readonly url: string; enrolmentCode(siteId?: string): Promise<string> };

export async function aStation(
  central: CentralAt,
  keys: Keys,
  siteId = 'site-1',
): Promise<TestStation> {
  const code = await central.enrolmentCode(siteId);
  const enrolled = await callCentral(central.url, null, 'POST', '/central/enrol', {
    code,
    stationName: 'Dock 1',
  });
  const { stationId, token } = centralApi.enrol.response.parse(enrolled.body);
  return connectStation(central.url, stationId, token, keys);
}

/** A station that enrolled before, at this address. */
export function connectStation(
  url: string,
  stationId: string,
  token: string,
  keys: Keys,
  chain: { readonly sequence: number; readonly hash: string } = { sequence: 0, hash: chainStart },
): TestStation {
  let { sequence, hash: previousHash } = chain;
  const station: TestStation = {
    id: stationId,
    token,
    seal(fact, signedWith) {
      const key = signedWith ?? keys.get(fact.personId);
      if (!key) throw new Error(`No key for ${fact.personId}`);
      sequence += 1;
      const command = seal(
        {
          version: 1,
          fact: { ...fact, stationId: asStationId(stationId) },
          basis: { cursor: null, heads: [] },
          stationId: asStationId(stationId),
          sequence,
          previousHash,
        },
        key,
      );
      previousHash = command.hash;
      return command;
    },
    record: (...facts) => station.push(facts.map((fact) => station.seal(fact))),
    async push(commands) {
      const answer = await station.call('POST', '/central/commands', {
        contractVersion: 1,
        epoch: null,
        commands,
      });
      if (answer.status !== 200) throw new Error(`push: ${JSON.stringify(answer.body)}`);
      return centralApi.push.response.parse(answer.body);
    },
    async pull(cursor, limit) {
      const query = new URLSearchParams();
      if (cursor !== undefined) query.set('cursor', cursor);
      if (limit !== undefined) query.set('limit', String(limit));
      const answer = await station.call('GET', `/central/changes?${query}`);
      return centralApi.pull.response.parse(answer.body);
    },
    async pullAll() {
      const changes: Change[] = [];
      let page = await station.pull();
      changes.push(...page.changes);
      while (page.more) {
        page = await station.pull(page.cursor);
        changes.push(...page.changes);
      }
      return changes;
    },
    call: (method, path, body) => callCentral(url, station.token, method, path, body),
  };
  return station;
}

/** What goes with a request of whoever runs central. */
export function asAdminOf({ adminToken }: { readonly adminToken: string }): RequestInit {
  return { headers: { authorization: `Bearer ${adminToken}` } };
}

export async function callCentral(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}

/** Short names of what central answered to each command. */
export function verdictsOf({ results }: Pushed): readonly string[] {
  return results.map((r) => (r.kind === 'refused' ? `refused ${r.refusal.code}` : r.kind));
}
