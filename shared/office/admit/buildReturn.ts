import { localDateOf } from '../../deadlines/localDay.ts';
import type { Contract, ReturnCase } from '../../facts/documents.ts';
import { CaseId, OrderLineId, ReturnLineId, SiteId } from '../../ids.ts';
import { accept, type Result, refuse } from '../../result.ts';
import { ReturnBody } from '../bodies/expected.ts';
import { minorUnitsOf } from '../decimal.ts';
import { ownSource } from '../externalId.ts';
import { type OfficeError, officeError } from '../officeCommand.ts';
import type { Build, Building } from './build.ts';
import { clientOfPaper } from './clientNamed.ts';
import { idNamed } from './idNamed.ts';
import { whyNotThere } from './siteClosed.ts';
import { changesOfReturn, withChanges } from './withChanges.ts';

/**
 * An expected return, also one whose goods are here already: facts stay, the paper changes beside them.
 * It is granted under the contract's version that began last before the client applied (IV-PERIOD).
 */
export const buildReturn: Build<'returns'> = (it) => {
  const { ownId, source, body, known } = it;
  const closed = whyNotThere(it);
  if (closed !== null) return refuse([closed]);
  const { id: clientId, body: client } = clientOfPaper(known, ownId, body.client, source);
  const applied = body.application;
  const receivedOn =
    applied && (applied.receivedOn ?? localDateOf(applied.receivedAt, client.timeZone));
  const today = localDateOf(known.now, client.timeZone);
  const contract = contractOn(it, clientId, receivedOn ?? body.review?.sentOn ?? today);
  if (!contract.ok) return contract;
  const { id: contractId, version: contractVersion, currency } = contract.value;
  const freight = body.freight === null ? null : minorUnitsOf(body.freight, currency);
  if (freight === null && body.freight !== null)
    return refuse([
      officeError('freight', 'tooManyDecimals', `More decimals than ${currency} has`),
    ]);
  const returnCase: ReturnCase = {
    id: CaseId.parse(ownId),
    rma: body.rma,
    siteId: SiteId.parse(idNamed('sites', body.site, source)),
    clientId,
    contractId,
    contractVersion,
    application: applied && receivedOn !== null ? { ...applied, receivedOn } : null,
    objectedOn: body.objectedOn,
    ...(body.objection === undefined ? {} : { objection: body.objection }),
    review: body.review,
    lines: linesOf(it),
    expectedOn: body.expectedOn,
    trackingNumbers: body.trackingNumbers,
    ssccs: body.ssccs,
    freight,
    cancelled: null,
  };
  return accept({ documents: [{ collection: 'cases', body: changedFrom(it, returnCase) }] });
};

function changedFrom(it: Building<'returns'>, paper: ReturnCase): ReturnCase {
  const { before, known, ownId } = it;
  if (before === null) return paper;
  const { now: at } = known;
  const was = linesOf({ ...it, body: ReturnBody.parse(before.body) });
  const fresh = changesOfReturn(was, paper.lines, at);
  const back = { at, what: 'restored', lineId: null, was: null };
  const isBack = before.state === 'withdrawn';
  return withChanges(
    paper,
    known.paperBefore(ownId)?.changes ?? [],
    isBack ? [back, ...fresh] : fresh,
  );
}

/** What arrived is counted against a line: its id stays whatever order the sender writes them in. */
function linesOf({ ownId, source, body }: Building<'returns'>): ReturnCase['lines'] {
  const seen = new Map<string, number>();
  return body.lines.map(({ id, orderLine, reason, ...line }) => {
    const orderLineId =
      orderLine === null ? null : OrderLineId.parse(idNamed('order-lines', orderLine, source));
    const named = id === undefined ? (orderLineId ?? 'unknown') : `own ${id}`;
    const turn = (seen.get(named) ?? 0) + 1;
    seen.set(named, turn);
    return {
      ...line,
      id: ReturnLineId.parse(
        id !== undefined && source === ownSource
          ? id
          : `${ownId.slice(0, 40)}.${shortOf(`${named} ${turn}`)}`,
      ),
      orderLineId,
      claimedReason: reason,
    };
  });
}

/** FNV-1a with 53 bits, in base 36: tells the lines of one return apart, nothing more. */
function shortOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text)
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return (hash >> 11n).toString(36);
}

function contractOn(
  { source, body, known }: Building<'returns'>,
  clientId: string,
  day: string,
): Result<Contract, readonly OfficeError[]> {
  const wanted = body.contract === undefined ? null : idNamed('contracts', body.contract, source);
  const begun = new Map<string, Contract>();
  // A contract of the client that was merged holds where it is named.
  const named = wanted === null ? [] : known.contractsOf(idNamed('clients', body.client, source));
  for (const contract of [...named, ...known.contractsOf(clientId)]) {
    const best = begun.get(contract.id);
    if (contract.effectiveFrom <= day && (best?.effectiveFrom ?? '') <= contract.effectiveFrom)
      begun.set(contract.id, contract);
  }
  const fitting = [...begun.values()].filter(({ id }) => wanted === null || id === wanted);
  const [only, second] = fitting;
  if (!only)
    return refuse([
      officeError('contract', 'noContract', `The client has no such contract in force on ${day}`),
    ]);
  return second
    ? refuse([
        officeError(
          'contract',
          'severalContracts',
          `The client has ${fitting.length} contracts in force on ${day}; name one`,
        ),
      ])
    : accept(only);
}
