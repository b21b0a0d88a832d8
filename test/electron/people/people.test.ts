import { describe, expect, test } from 'vitest';
import { openVault, type Vault } from '../../../electron/main/machine/vault.ts';
import { openKeptKeys } from '../../../electron/main/people/keptKeys.ts';
import { openPeople } from '../../../electron/main/people/people.ts';
import { pinTries } from '../../../electron/main/people/pinTries.ts';
import { wrapKey } from '../../../electron/main/people/wrappedKey.ts';
import { refuse } from '../../../shared/result.ts';
import { aKeyPair } from '../../builders/central/joining.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { memoryKeyring } from '../station/aStation.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aWorker } from './aPersonWithKey.ts';

// Thirty wrong PINs cost nothing here.
cheapSecrets();

const pin = '246810';
const stationId = 'station-1';
const dora = aWorker({ id: 'dora', badge: 'DORA1' });
const gone = aWorker({ id: 'gone', badge: 'GONE1', active: false });

type Now = { wall: number; monotonic: number };

async function openIn(
  vault: Vault,
  clock: { now(): number; monotonicMs(): number },
  bootId: string,
) {
  const kept = await openKeptKeys(vault);
  const tries = pinTries(kept, clock, bootId);
  const opened = await openPeople(vault, kept, tries);
  return {
    ...opened,
    tries,
    async join(chosen: string) {
      const { privateKey, publicKey } = aKeyPair();
      const wrapped = await wrapKey(privateKey, chosen, kept.stationSecret);
      await opened.keep({ personId: dora.id, stationId, publicKey, ...wrapped });
    },
    async signIn(badge: string, given: string) {
      const found = opened.find(badge);
      if (!found.ok) return found;
      const key = opened.keyOf(found.value.id, stationId);
      if (key === null) return refuse({ code: 'notJoined' } as const);
      const open = await opened.open(key, given);
      return open.ok ? { ok: true as const, value: opened.enter(found.value, open.value) } : open;
    },
  };
}

/** A station's people; `restart` opens them anew from the same disk, in the same boot or another. */
async function people() {
  const vault = await openVault(await temporaryFolder(), memoryKeyring());
  const time: Now = { wall: Date.parse('2026-11-18T12:00:00Z'), monotonic: 1000 };
  const clock = { now: () => time.wall, monotonicMs: () => time.monotonic };
  const restart = (bootId = 'boot-1') => openIn(vault, clock, bootId);
  const opened = await restart();
  await opened.replace({
    people: [dora, gone].map((person) => ({ person, keys: [] })),
    demo: null,
  });
  await opened.join(pin);
  const pass = (seconds: number) => {
    time.wall += seconds * 1000;
    time.monotonic += seconds * 1000;
  };
  return { vault, opened, restart, time, pass };
}

type People = Awaited<ReturnType<typeof openIn>>;

async function tryWrong(opened: People, times: number) {
  const answers: unknown[] = [];
  for (let i = 0; i < times; i += 1) {
    const answer = await opened.signIn('DORA1', '000000');
    answers.push(answer.ok ? 'signed in' : answer.refusal);
  }
  return answers;
}

const wait = (seconds: number) => ({ ok: false, refusal: { code: 'wait', seconds } });

describe('signing in', () => {
  test('takes badge and PIN, and works again after a restart without central', async () => {
    const { opened, restart } = await people();
    const person = { personId: 'dora', name: 'Name of dora', badge: 'DORA1', roles: ['dock'] };
    expect(await opened.signIn('DORA1', pin)).toEqual({ ok: true, value: person });
    const again = await restart();
    expect(again.signer()).toBeNull();
    expect(await again.signIn('DORA1', pin)).toEqual({ ok: true, value: person });
    expect(again.signer()?.key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  });

  test('is refused to a badge nobody has and to people who have left', async () => {
    const { opened } = await people();
    const answers = [await opened.signIn('NOBODY', pin), await opened.signIn('GONE1', pin)];
    expect(answers).toEqual([
      { ok: false, refusal: { code: 'unknownBadge' } },
      { ok: false, refusal: { code: 'inactive' } },
    ]);
  });

  test('ends when central says that the person has left', async () => {
    const { opened } = await people();
    await opened.signIn('DORA1', pin);
    const keys = [...opened.publicKeysOf('dora')];
    await opened.replace({ people: [{ person: { ...dora, active: false }, keys }], demo: null });
    expect(opened.signer()).toBeNull();
  });
});

describe('wrong PINs', () => {
  test('five are free, then each costs a longer wait, the tenth locks for good', async () => {
    const { opened, pass, restart } = await people();
    expect(await tryWrong(opened, 5)).toEqual(
      [9, 8, 7, 6, 5].map((triesLeft) => ({ code: 'wrongPin', triesLeft })),
    );
    for (const [i, seconds] of [30, 60, 300, 900, 1800].entries()) {
      expect(await opened.signIn('DORA1', pin)).toEqual(wait(seconds));
      pass(seconds - 1);
      expect(await opened.signIn('DORA1', pin)).toEqual(wait(1));
      pass(1);
      const last = i === 4;
      expect(await tryWrong(opened, 1)).toEqual([
        last ? { code: 'locked' } : { code: 'wrongPin', triesLeft: 4 - i },
      ]);
    }
    pass(1e7);
    expect(await opened.signIn('DORA1', pin)).toEqual({ ok: false, refusal: { code: 'locked' } });
    const again = await restart('boot-2');
    expect(await again.signIn('DORA1', pin)).toEqual({ ok: false, refusal: { code: 'locked' } });
  });

  test('a right one clears the count; so does joining anew with another PIN', async () => {
    const { opened } = await people();
    await tryWrong(opened, 4);
    expect((await opened.signIn('DORA1', pin)).ok).toBe(true);
    expect(await tryWrong(opened, 1)).toEqual([{ code: 'wrongPin', triesLeft: 9 }]);
    await opened.join('999999');
    expect(await tryWrong(opened, 1)).toEqual([{ code: 'wrongPin', triesLeft: 9 }]);
    expect((await opened.signIn('DORA1', '999999')).ok).toBe(true);
    expect((await opened.signIn('DORA1', pin)).ok).toBe(false);
  });

  test('are counted though asked side by side', async () => {
    const { opened } = await people();
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => opened.signIn('DORA1', '000000')),
    );
    expect(answers.filter((it) => !it.ok && it.refusal.code === 'wait')).toHaveLength(2);
  });

  test('the wait is not shortened by a restart, a reboot or a clock set back or forth', async () => {
    const { opened, restart, time, pass } = await people();
    await tryWrong(opened, 5);
    time.wall += 3_600_000;
    expect(await opened.signIn('DORA1', pin)).toEqual(wait(30));
    time.wall -= 2 * 3_600_000;
    expect(await (await restart()).signIn('DORA1', pin)).toEqual(wait(30));
    time.monotonic = 500_000;
    const rebooted = await restart('boot-2');
    time.wall += 365 * 24 * 3_600_000;
    expect(await rebooted.signIn('DORA1', pin)).toEqual(wait(30));
    pass(29);
    expect(await rebooted.signIn('DORA1', pin)).toEqual(wait(1));
    pass(1);
    expect((await rebooted.signIn('DORA1', pin)).ok).toBe(true);
  });

  test('whoever deletes their count deletes the keys with it, and nobody gets in', async () => {
    const { vault, opened, restart } = await people();
    await tryWrong(opened, 5);
    for (const file of ['tries', 'keys']) await vault.forget(file);
    expect(await (await restart()).signIn('DORA1', pin)).toEqual(refuse({ code: 'notJoined' }));
  });

  test('a count that is missing beside its key is a lock', async () => {
    const { vault, restart } = await people();
    const kept = await openKeptKeys(vault);
    await kept.change(({ keys }) => ({ keys, tries: {} }));
    expect(await (await restart()).signIn('DORA1', pin)).toEqual(refuse({ code: 'locked' }));
  });

  test('central counts too: a count that was set back is corrected, and only an administrator forgives', async () => {
    const { opened } = await people();
    await tryWrong(opened, 3);
    expect(opened.tries.counted()).toEqual([{ personId: 'dora', made: 3, cleared: 0 }]);
    await opened.tries.hear([{ personId: dora.id, made: 10, cleared: 0 }]);
    expect(await opened.signIn('DORA1', pin)).toEqual(refuse({ code: 'locked' }));
    await opened.tries.hear([{ personId: dora.id, made: 2, cleared: 0 }]);
    expect(await opened.signIn('DORA1', pin)).toEqual(refuse({ code: 'locked' }));
    await opened.tries.hear([{ personId: dora.id, made: 10, cleared: 10 }]);
    expect((await opened.signIn('DORA1', pin)).ok).toBe(true);
  });
});
