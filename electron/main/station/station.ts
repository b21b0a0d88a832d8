import type { z } from 'zod';
import type { DesktopInput, Enrolment, EnrolRefusal } from '../../../shared/desktop/desktopApi.ts';
import { accept, assertNever, type Result, refuse } from '../../../shared/result.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import type { Clock } from '../machine/clock.ts';
import type { Vault } from '../machine/vault.ts';
import type { People } from '../people/people.ts';
import { type CentralAnswer, callCentral, type Fetch } from './callCentral.ts';
import { centralAddress } from './centralAddress.ts';
import type { StationRecord } from './stationRecord.ts';
import { openStationRecord } from './stationRecord.ts';
import { openStationToken } from './stationToken.ts';

export type Station = {
  readonly record: () => StationRecord;
  /** Null when this station may not work: not enrolled, or revoked. */
  readonly enrolment: () => Enrolment | null;
  readonly enrol: (input: DesktopInput<'enrolStation'>) => Promise<Result<Enrolment, EnrolRefusal>>;
  readonly refreshPeople: () => Promise<boolean>;
  /** What the main process asks for itself, with this station's token. */
  readonly ask: <S extends z.ZodType>(route: StationCall<S>) => Promise<CentralAnswer<z.output<S>>>;
  /** One after the other: what central says of people is not overtaken by what it said before. */
  readonly inTurn: <T>(talk: () => Promise<T>) => Promise<T>;
  /** Exchanges the token after half of its life. */
  readonly keepTokenFresh: () => Promise<void>;
  /** Central refused this token: whether there is another one to try with. */
  readonly renewToken: (refused: string) => Promise<boolean>;
  readonly isTokenRefused: () => boolean;
  /** False when the vault was lost: only enrolling anew gets to central again. */
  readonly hasToken: () => boolean;
  readonly central: () => { readonly address: string; readonly token: string } | null;
  /** Where a revoked station hands in what it recorded before. */
  readonly centralOfRevoked: Station['central'];
  readonly markRevoked: () => Promise<void>;
};

type StationCall<S extends z.ZodType> = {
  readonly method: string;
  readonly path: string;
  readonly response: S;
  readonly body?: unknown;
};

type Deps = {
  readonly folder: string;
  /** Handed over at the start; stands above the stored address. */
  readonly centralUrl: string | null;
  readonly plainHttp: boolean;
  readonly fetch: Fetch;
  readonly vault: Vault;
  readonly people: People;
  readonly clock: Clock;
  /** A new station starts a new chain. */
  readonly startChain: (stationId: string) => Promise<void>;
  /** Central revoked this station: once. */
  readonly onRevoked: () => void;
};

export async function openStation(deps: Deps): Promise<Station> {
  const { folder, fetch, vault, people, clock } = deps;
  const token = await openStationToken(vault, clock);
  const kept = await openStationRecord(folder, vault);
  let record = kept.record;

  async function keep(next: StationRecord) {
    await kept.write(next);
    record = next;
  }
  const enrolment = () => (record.revoked ? null : record.enrolment);
  function central() {
    const address = deps.centralUrl ?? record.centralUrl;
    const current = enrolment() === null ? null : token.current();
    return address === null || current === null ? null : { address, token: current };
  }
  function centralOfRevoked() {
    const address = deps.centralUrl ?? record.centralUrl;
    const current = record.revoked ? token.current() : null;
    return address === null || current === null ? null : { address, token: current };
  }
  /** Nobody signs here any more; the token stays until what is unsent was handed in. */
  async function markRevoked() {
    if (record.revoked) return;
    await keep({ ...record, revoked: true });
    await people.forget();
    deps.onRevoked();
  }

  async function ask<S extends z.ZodType>(
    route: StationCall<S>,
  ): Promise<CentralAnswer<z.output<S>>> {
    const to = central();
    if (to === null) return { kind: 'unreachable', detail: 'not enrolled' };
    const { path, ...call } = route;
    const answer = await callCentral({ fetch, ...call, ...to, address: `${to.address}${path}` });
    if (answer.kind === 'refused' && answer.code === 'unauthorised')
      return (await renewToken(to.token)) ? await ask(route) : answer;
    if (answer.kind === 'refused' && answer.code === 'revoked') await markRevoked();
    return answer;
  }

  let talking: Promise<unknown> = Promise.resolve();
  function inTurn<T>(talk: () => Promise<T>): Promise<T> {
    const talked = talking.then(talk);
    talking = talked.catch(() => null);
    return talked;
  }

  function refreshPeople(): Promise<boolean> {
    return inTurn(async () => {
      const answer = await ask(centralApi.people);
      if (answer.kind === 'answered') await people.replace(answer.value);
      return answer.kind === 'answered';
    });
  }

  let exchanging: Promise<unknown> = Promise.resolve();
  /** One at a time: a token is good for one exchange. */
  function exchange(isNeeded: () => boolean): Promise<void> {
    const exchanged = exchanging.then(async () => {
      const to = central();
      if (to === null || !isNeeded()) return;
      const { path, method, response } = centralApi.rotateToken;
      const address = `${to.address}${path}`;
      const answer = await token.exchange((current) =>
        callCentral({ fetch, address, method, token: current, body: {}, response }),
      );
      if (answer?.kind === 'refused' && answer.code === 'revoked') await markRevoked();
    });
    exchanging = exchanged.catch(() => null);
    return exchanged;
  }

  async function renewToken(refused: string) {
    await exchange(() => token.current() === refused && !token.isRefused());
    const current = token.current();
    return current !== null && current !== refused;
  }

  return {
    record: () => record,
    enrolment,
    central,
    centralOfRevoked,
    refreshPeople,
    ask,
    inTurn,
    keepTokenFresh: () => exchange(token.isDue),
    renewToken,
    isTokenRefused: token.isRefused,
    hasToken: () => token.current() !== null,
    markRevoked,
    async enrol({ centralUrl, code, stationName }) {
      if (central() !== null && !token.isRefused()) return refuse({ code: 'alreadyEnrolled' });
      const address = centralAddress(centralUrl, deps.plainHttp);
      if (!address.ok) return address;
      const body = centralApi.enrol.body.safeParse({ code: code.trim(), stationName });
      if (!body.success) return refuse({ code: 'codeUnknown' });
      const { path, method, response } = centralApi.enrol;
      const answer = await callCentral({
        fetch,
        address: `${address.value}${path}`,
        method,
        token: null,
        body: body.data,
        response,
      });
      switch (answer.kind) {
        case 'unreachable':
          return refuse({ code: 'centralUnreachable', detail: answer.detail });
        case 'refused':
          return refuse(enrolRefusal(answer.code, answer.retryAfterSeconds));
        case 'answered':
          break;
        default:
          return assertNever(answer);
      }
      const { token: first, stationId, siteId, siteName, fingerprint } = answer.value;
      const enrolled = { stationId, siteId, siteName, stationName, fingerprint };
      await deps.startChain(stationId);
      await token.take(first);
      await keep({ enrolment: enrolled, centralUrl: address.value, revoked: false });
      await exchange(token.isDue);
      await refreshPeople();
      return accept(enrolled);
    },
  };
}

function enrolRefusal(code: string, retryAfterSeconds: number): EnrolRefusal {
  switch (code) {
    case 'codeUnknown':
    case 'codeUsed':
    case 'codeExpired':
      return { code };
    case 'tooMany':
      return { code, retryAfterSeconds };
    default:
      return { code: 'centralUnreachable', detail: code };
  }
}
