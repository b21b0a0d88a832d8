import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { personId as asPersonId } from '../../builders/cases/ids.ts';
import { aJoining, aKeyPair } from '../../builders/central/joining.ts';
import { aReturn } from '../aReturn.ts';
import { type Answer, aStation, callCentral, type TestStation, verdictsOf } from '../aStation.ts';
import { type Ground, onEachDatabase } from '../onEachDatabase.ts';

const dayMs = 24 * 60 * 60_000;
const clock = { ms: Date.parse('2026-11-20T12:00:00Z') };

async function asAdmin(ground: Ground, path: string, body?: object): Promise<Answer> {
  const { url, adminToken } = ground.central;
  return callCentral(url, adminToken, body ? 'POST' : 'GET', `/central/admin${path}`, body);
}

async function slipFor(ground: Ground, personId: string): Promise<string> {
  const answer = await asAdmin(ground, `/people/${personId}/joining-slips`, { by: 'Ada' });
  return centralApi.joiningSlip.response.parse(answer.body).slip;
}

async function keysOf(ground: Ground, personId: string) {
  const { body } = await asAdmin(ground, `/people/${personId}/keys`);
  return centralApi.personKeys.response.parse(body).keys;
}

/** The key a person had before keys were born at stations. */
function oldKeyOf(ground: Ground, personId: string) {
  const privateKey = ground.keys.get(personId);
  if (!privateKey) throw new Error(`no key of ${personId}`);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: spki.toString('base64') };
}

const join = (station: TestStation, personId: string, ...[born, by]: JoinsWith) =>
  station.call(
    'POST',
    `/central/people/${personId}/keys`,
    aJoining({ personId, stationId: station.id }, born, by),
  );
type JoinsWith = [born: Parameters<typeof aJoining>[1], by: Parameters<typeof aJoining>[2]];

const said = ({ status, body }: Answer) => [
  status,
  status === 200 ? 'joined' : (body as { code: string }).code,
];

onEachDatabase(
  'A person who joins at a station',
  (ground) => {
    test('signs there with the key that was born there, and nowhere else', async () => {
      const [here, elsewhere] = [
        await aStation(ground().central, ground().keys),
        await aStation(ground().central, ground().keys),
      ];
      const born = aKeyPair();
      const slip = await slipFor(ground(), 'dora');
      expect(said(await join(here, 'dora', born, slip.toLowerCase()))).toEqual([200, 'joined']);
      const [one, other] = [aReturn(ground().nextCase()), aReturn(ground().nextCase())];
      const sealed = here.seal(one.arrival, born.privateKey);
      expect(verdictsOf(await here.push([sealed]))).toEqual(['applied']);
      const stolen = elsewhere.seal(other.arrival, born.privateKey);
      expect(verdictsOf(await elsewhere.push([stolen]))).toEqual(['refused badSignature']);
      expect((await keysOf(ground(), 'dora')).map((key) => [key.stationId, key.vouchedBy])).toEqual(
        expect.arrayContaining([[here.id, 'slip: admin: Ada']]),
      );
    });

    test('shows that they hold the key: nobody joins with the public half of another’s', async () => {
      const station = await aStation(ground().central, ground().keys);
      const [theirs, own] = [aKeyPair(), aKeyPair()];
      const slip = await slipFor(ground(), 'dora');
      const unsigned = { publicKey: theirs.publicKey, privateKey: own.privateKey };
      expect(said(await join(station, 'dora', unsigned, slip))).toEqual([403, 'forbidden']);
      const of = { personId: 'dora', stationId: station.id };
      const good = aJoining(of, theirs, slip);
      const elsewhere = aJoining({ ...of, stationId: 'another' }, theirs, slip);
      const wrong = [elsewhere.signature, aJoining(of, own, slip).signature, 'A'.repeat(86)];
      for (const signature of wrong) {
        const asked = { ...good, signature };
        const answer = await station.call('POST', '/central/people/dora/keys', asked);
        expect(said(answer)).toEqual([403, 'forbidden']);
      }
      // The slip is not spent on them.
      expect(said(await join(station, 'dora', theirs, slip))).toEqual([200, 'joined']);
    });

    test('does so with a slip of their own, once, and within a day', async () => {
      const station = await aStation(ground().central, ground().keys);
      const slip = await slipFor(ground(), 'ivan');
      const late = await slipFor(ground(), 'ivan');
      expect(said(await join(station, 'sara', aKeyPair(), slip))).toEqual([404, 'codeUnknown']);
      expect(said(await join(station, 'ivan', aKeyPair(), 'AAA-AAA'))).toEqual([
        404,
        'codeUnknown',
      ]);
      expect(said(await join(station, 'otto', aKeyPair(), slip))).toEqual([404, 'notFound']);
      const born = aKeyPair();
      expect(said(await join(station, 'ivan', born, slip))).toEqual([200, 'joined']);
      // The answer got lost.
      expect(said(await join(station, 'ivan', born, slip))).toEqual([200, 'joined']);
      expect(said(await join(station, 'ivan', aKeyPair(), slip))[1]).toBe('codeUsed');
      clock.ms += dayMs + 1;
      await renew(station);
      expect(said(await join(station, 'ivan', aKeyPair(), late))[1]).toBe('codeExpired');
      clock.ms -= dayMs + 1;
    });

    test('brings the key they had as witness, whose unsent work counts in full for a month', async () => {
      const station = await aStation(ground().central, ground().keys);
      const [old, born] = [oldKeyOf(ground(), 'sara'), aKeyPair()];
      const decided = aReturn(ground().nextCase());
      const signedBefore = decided.inspected.map((fact) => station.seal(fact));
      const approved = station.seal(decided.approval, old.privateKey);
      expect(said(await join(station, 'sara', born, old))).toEqual([200, 'joined']);
      clock.ms += 29 * dayMs;
      await renew(station);
      const verdicts = verdictsOf(await station.push([...signedBefore, approved]));
      expect(new Set(verdicts)).toEqual(new Set(['applied']));
      clock.ms += 2 * dayMs;
      await renew(station);
      const again = await aStation(ground().central, ground().keys);
      expect(said(await join(again, 'sara', aKeyPair(), old))).toEqual([403, 'forbidden']);
      expect(said(await join(again, 'sara', aKeyPair(), born))).toEqual([200, 'joined']);
      clock.ms -= 31 * dayMs;
    });

    test('is vouched for by nobody else’s key, by none that was revoked, nor by one of a revoked station', async () => {
      const [first, second] = [
        await aStation(ground().central, ground().keys),
        await aStation(ground().central, ground().keys),
      ];
      const born = aKeyPair();
      expect(said(await join(first, 'olga', born, oldKeyOf(ground(), 'dora')))[0]).toBe(403);
      expect(said(await join(first, 'olga', born, aKeyPair()))[0]).toBe(403);
      expect(said(await join(first, 'olga', born, await slipFor(ground(), 'olga')))[0]).toBe(200);
      const stolen = aKeyPair();
      expect(said(await join(second, 'olga', stolen, born))[0]).toBe(200);
      const revoke = { publicKey: stolen.publicKey, why: 'compromised', by: 'Ada', reason: 'Lost' };
      expect((await asAdmin(ground(), '/people/olga/keys/revoke', revoke)).status).toBe(200);
      expect(said(await join(second, 'olga', aKeyPair(), stolen))[0]).toBe(403);
      expect(said(await join(second, 'olga', stolen, born))[0]).toBe(403);
      const { arrival } = aReturn(ground().nextCase());
      const forged = second.seal({ ...arrival, personId: asPersonId('olga') }, stolen.privateKey);
      expect(verdictsOf(await second.push([forged]))).toEqual(['refused keyRetired']);
      await asAdmin(ground(), `/stations/${first.id}/revoke`, {});
      expect(said(await join(second, 'olga', aKeyPair(), born))[0]).toBe(403);
    });

    test('has their PIN tries counted at central too: what a station forgets is told to it', async () => {
      const [one, other] = [
        await aStation(ground().central, ground().keys),
        await aStation(ground().central, ground().keys),
      ];
      const tell = async (station: TestStation, made: number, cleared: number, id = 'ivan') => {
        const tries = [{ personId: id, made, cleared }];
        const { body } = await station.call('POST', '/central/people/pin-tries', { tries });
        return centralApi.pinTries.response.parse(body).tries;
      };
      expect(await tell(one, 9, 2)).toEqual([{ personId: 'ivan', made: 9, cleared: 2 }]);
      expect(await tell(one, 0, 0)).toEqual([{ personId: 'ivan', made: 9, cleared: 2 }]);
      // One bad station locks nobody at another, and nobody of another site.
      expect(await tell(other, 1, 0)).toEqual([{ personId: 'ivan', made: 1, cleared: 0 }]);
      expect(await tell(other, 5, 0, 'otto')).toEqual([{ personId: 'ivan', made: 1, cleared: 0 }]);
      await asAdmin(ground(), '/people/ivan/unlock', { by: 'Ada', reason: 'It is he' });
      expect(await tell(one, 0, 0)).toEqual([{ personId: 'ivan', made: 9, cleared: 9 }]);
    });
  },
  { now: () => new Date(clock.ms) },
);

async function renew(station: TestStation): Promise<void> {
  const answer = await station.call('POST', '/central/token', {});
  station.token = centralApi.rotateToken.response.parse(answer.body).token;
}
