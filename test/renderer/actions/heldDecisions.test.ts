import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countUnits } from '../../../renderer/actions/countUnits.ts';
import type { DecideVerdict } from '../../../renderer/actions/decideVerdict.ts';
import { createDecisionInHand, undoSeconds } from '../../../renderer/actions/decisionInHand.ts';
import { finishInspection } from '../../../renderer/actions/finishInspection.ts';
import {
  heldDecision,
  holdDecision,
  keepBegunDecisions,
  letHeldDecisionGo,
  sealHeldDecision,
} from '../../../renderer/actions/heldDecisions.ts';
import { recordFinding } from '../../../renderer/actions/recordFinding.ts';
import { finishingWork } from '../../../renderer/app/finishBeforeClosing.ts';
import { heldDecisions } from '../../../renderer/queries/station/heldDecisions.ts';
import { everythingDone } from '../../../renderer/recording/underWay.ts';
import { accepted, refusedWith } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import {
  aLoneStation,
  dora,
  ivan,
  type LoneStation,
  sara,
} from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { scanned } from '../../builders/station/scanned.ts';
import { tenPumps } from '../../builders/station/tenPumps.ts';

const here = { caseId: caseId('case-1') };

async function toDecide(station: LoneStation): Promise<DecideVerdict> {
  const barcode = { ...scanned('1Z999AA10123456784'), text: '1Z999' };
  const arrival = accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode,
      raw: null,
      caseId: null,
      dock: 'D1',
      note: '',
    }),
  );
  const units = accepted(
    await countUnits(station.as(ivan), {
      ...here,
      arrivalId: arrival.arrivalId,
      ...tenPumps,
    }),
  );
  accepted(
    await recordFinding(station.as(ivan), {
      ...here,
      unitGroupId: units.unitGroupId,
      quantity: 10,
      observation: { kind: 'noDefect' },
      measurements: [],
      photoIds: [],
      note: '',
    }),
  );
  const { verdictId } = accepted(
    await finishInspection(station.as(ivan), {
      ...here,
      inspectionId: null,
      startedAt: null,
      note: '',
    }),
  );
  return {
    ...here,
    verdictId,
    decision: 'sendBack',
    choices: [],
    answers: [],
    reason: 'Photograph the plate',
    pin: '907142',
  };
}
const decidedIn = async ({ db }: LoneStation) =>
  (await db.facts.toArray()).filter((row) => row.kind === 'verdictDecided').length;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('What a person signed', () => {
  test('is on the disk in that moment, without the PIN, and recorded after ten seconds', async () => {
    const station = await aLoneStation();
    const hand = createDecisionInHand();
    void hand.decide(station.as(sara), await toDecide(station), 'RMA 7');
    await everythingDone(station.db);
    const [held] = await heldDecisions(station.db);
    expect(held).toMatchObject({ personName: 'sara', caseName: 'RMA 7' });
    expect(JSON.stringify(held)).not.toContain('907142');
    expect(await decidedIn(station)).toBe(0);

    vi.advanceTimersByTime(undoSeconds * 1000);
    await everythingDone(station.db);
    expect(await decidedIn(station)).toBe(1);
    expect(await station.db.heldDecisions.count()).toBe(0);
    expect(hand.now()).toEqual({ pending: null, keys: [], isProving: false });
  });

  test('is called signed once the disk has it, and not before', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const hand = createDecisionInHand();
    void hand.decide(station.as(sara), input, 'RMA 7');
    expect(hand.now()).toMatchObject({ pending: null, keys: [expect.any(String)] });
    await everythingDone(station.db);
    expect(hand.now().pending).toMatchObject({ name: 'RMA 7', secondsLeft: undoSeconds });
  });

  test('is no longer called begun once it is sealed, though nobody is at the desk to be told', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const { caseId: of, verdictId } = input;
    const draft = {
      decision: 'sendBack',
      choices: {},
      answers: {},
      reason: 'Photograph the plate',
      lateBecause: null,
      wanted: [],
      asks: null,
    } as const;
    await keepBegunDecisions(station.as(sara), new Map([[of, { verdictId, draft, seen: '' }]]));
    expect(await station.db.begunDecisions.count()).toBe(1);
    const hand = createDecisionInHand();
    void hand.decide(station.as(sara), input, 'RMA 7');
    await finishingWork(station.db, hand).finish();
    expect(await decidedIn(station)).toBe(1);
    expect(await station.db.begunDecisions.count()).toBe(0);
  });

  test('with a wrong PIN is answered at once, and lies with nobody', async () => {
    const station = await aLoneStation();
    const hand = createDecisionInHand();
    const told = vi.fn<(refusal: { readonly code: string }) => void>();
    hand.tell({ refused: told, sealed: () => {} });
    const refusal = { code: 'wrongPin', triesLeft: 9 } as const;
    const context = {
      ...station.as(sara),
      desktop: { ...station.desktop, provePin: async () => refusedAs(refusal) },
    };
    const answer = hand.decide(context, await toDecide(station), 'RMA 7');
    expect(hand.now()).toMatchObject({ pending: null, isProving: true });
    // Whoever typed it says it where it was typed.
    expect(await answer).toEqual({ code: 'pin', refusal });
    expect(told).not.toHaveBeenCalled();
    expect(hand.now()).toEqual({ pending: null, keys: [], isProving: false });
    expect(await heldDecisions(station.db)).toEqual([]);
    vi.advanceTimersByTime(undoSeconds * 1000);
    await everythingDone(station.db);
    expect(await decidedIn(station)).toBe(0);
  });

  test('is recorded before its person leaves, with what else is being saved', async () => {
    const station = await aLoneStation();
    const hand = createDecisionInHand();
    void hand.decide(station.as(sara), await toDecide(station), 'RMA 7');
    const work = finishingWork(station.db, hand);
    expect(work.isBusy()).toBe(true);
    await work.finish();
    expect(await decidedIn(station)).toBe(1);
    expect(work.isBusy()).toBe(false);
  });

  test('is gone when it was called back', async () => {
    const station = await aLoneStation();
    const hand = createDecisionInHand();
    void hand.decide(station.as(sara), await toDecide(station), 'RMA 7');
    hand.undo();
    await finishingWork(station.db, hand).finish();
    expect(await station.db.heldDecisions.count()).toBe(0);
    expect(await decidedIn(station)).toBe(0);
  });

  test('comes back after the page died, to be signed by the same person', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    void createDecisionInHand().decide(station.as(sara), input, 'RMA 7');
    await everythingDone(station.db);
    const again = await station.restart();
    const [held] = await heldDecisions(again.db);
    if (!held) throw new Error('nothing came back');
    expect(held.personId).toBe(sara.personId);
    const signed = accepted(await sealHeldDecision(again.as(sara), held, input.pin));
    expect(signed).toMatchObject({ reason: 'Photograph the plate', personId: sara.personId });
    expect(await again.db.heldDecisions.count()).toBe(0);
  });

  test('comes back to its person when the engine lost its whole database meanwhile', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    void createDecisionInHand().decide(station.as(sara), input, 'RMA 7');
    await everythingDone(station.db);
    const again = await station.restart({ wiped: true });
    const [held] = await heldDecisions(again.db);
    expect(held).toMatchObject({
      personId: sara.personId,
      caseName: 'RMA 7',
      decision: { reason: 'Photograph the plate' },
    });
    expect(JSON.stringify(held)).not.toContain('907142');
    if (!held) return;
    await letHeldDecisionGo(again.as(sara), held.key);
    const later = await again.restart({ wiped: true });
    expect(await heldDecisions(later.db)).toEqual([]);
  });

  test('and held by a build that kept it in the database alone is kept twice from the next start', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    await station.db.heldDecisions.put(heldDecision(station.as(sara), input, 'RMA 7'));
    await station.restart();
    expect(await station.desktop.heldDecisions({})).toHaveLength(1);
  });

  test('does not come back when it was recorded just before a crash', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const held = heldDecision(station.as(sara), input, 'RMA 7');
    accepted(await sealHeldDecision(station.as(sara), held, input.pin));
    await holdDecision(station.as(sara), held);
    expect(await heldDecisions(station.db)).toEqual([]);
  });

  test('stays held when it is refused and nobody is there to be told', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const hand = createDecisionInHand();
    const wrongPin = { code: 'pin', refusal: { code: 'wrongPin', triesLeft: 9 } } as const;
    const context = {
      ...station.as(sara),
      desktop: { ...station.desktop, sealCommand: async () => refusedAs(wrongPin) },
    };
    void hand.decide(context, input, 'RMA 7');
    await finishingWork(station.db, hand).finish();
    expect(await heldDecisions(station.db)).toHaveLength(1);
    expect(hand.now().keys).toEqual([]);

    const told = vi.fn<(refusal: { readonly code: string }) => void>();
    hand.tell({ refused: told, sealed: () => {} });
    void hand.decide(context, input, 'RMA 7');
    await finishingWork(station.db, hand).finish();
    expect(told).not.toHaveBeenCalled();
    expect(await heldDecisions(station.db)).toHaveLength(1);

    void hand.decide(context, input, 'RMA 7');
    await hand.sealNow();
    expect(told).toHaveBeenCalledWith(wrongPin, expect.objectContaining({ caseName: 'RMA 7' }));
    expect(await heldDecisions(station.db)).toEqual([]);
  });

  test('and refused on the way out stays held, though the desk is still drawn', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const hand = createDecisionInHand();
    const told = vi.fn<(refusal: { readonly code: string }) => void>();
    hand.tell({ refused: told, sealed: () => {} });
    const context = {
      ...station.as(sara),
      desktop: {
        ...station.desktop,
        sealCommand: async () => refusedAs({ code: 'notSignedIn' } as const),
      },
    };
    void hand.decide(context, input, 'RMA 7');
    await everythingDone(station.db);
    // The ten seconds end in the moment in which the station is left.
    vi.advanceTimersByTime(undoSeconds * 1000);
    await finishingWork(station.db, hand).finish();
    expect(told).not.toHaveBeenCalled();
    expect(await heldDecisions(station.db)).toHaveLength(1);
  });

  test('about two parts of a case is in hand, and held, until each of them is dealt with', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const hand = createDecisionInHand();
    void hand.decide(station.as(sara), input, 'RMA 7');
    await everythingDone(station.db);
    void hand.decide(
      station.as(sara),
      { ...input, decision: 'decline', reason: 'The rest' },
      'RMA 7',
    );
    await everythingDone(station.db);
    expect(await decidedIn(station)).toBe(1);
    const [held] = await heldDecisions(station.db);
    expect(held?.decision.reason).toBe('The rest');
    expect(hand.now()).toMatchObject({ pending: { decision: 'decline' }, keys: [held?.key] });
    hand.undo();
    await everythingDone(station.db);
    expect(hand.now().keys).toEqual([]);
  });

  test('is not signed by anybody else', async () => {
    const station = await aLoneStation();
    const input = await toDecide(station);
    const held = heldDecision(station.as(sara), input, 'RMA 7');
    await holdDecision(station.as(sara), held);
    expect(refusedWith(await sealHeldDecision(station.as(ivan), held, input.pin)).code).toBe(
      'otherPerson',
    );
    expect(await heldDecisions(station.db)).toHaveLength(1);
  });
});

function refusedAs<R>(refusal: R) {
  return { ok: false, refusal } as const;
}
