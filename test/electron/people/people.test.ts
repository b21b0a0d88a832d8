// Twenty-five wrong PINs are the same one: it is derived once.
import '../../deriveOnce.ts';
import { describe, expect, test } from 'vitest';
import { openVault } from '../../../electron/main/machine/vault.ts';
import { openPeople } from '../../../electron/main/people/people.ts';
import { memoryKeyring } from '../station/aStation.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aPersonWithKey } from './aPersonWithKey.ts';

const pin = '246810';
const dora = await aPersonWithKey({ id: 'dora', badge: 'DORA1', pin });
const gone = await aPersonWithKey({ id: 'gone', badge: 'GONE1', pin, active: false });
const newPin = await aPersonWithKey({ id: 'dora', badge: 'DORA1', pin: '999999' });

type Now = { wall: number; monotonic: number };

/** A station's people; `restart` opens them anew from the same disk, in the same boot or another. */
async function people() {
  const vault = await openVault(await temporaryFolder(), memoryKeyring());
  const time: Now = { wall: Date.parse('2026-11-18T12:00:00Z'), monotonic: 1000 };
  const clock = { now: () => time.wall, monotonicMs: () => time.monotonic };
  const restart = (bootId = 'boot-1') => openPeople(vault, clock, bootId);
  const opened = await restart();
  await opened.replace({ people: [dora.entry, gone.entry], demo: null });
  const pass = (seconds: number) => {
    time.wall += seconds * 1000;
    time.monotonic += seconds * 1000;
  };
  return { opened, restart, time, pass };
}

type People = Awaited<ReturnType<typeof openPeople>>;

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
    const left = { ...dora.entry, person: { ...dora.entry.person, active: false } };
    await opened.replace({ people: [left], demo: null });
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

  test('a right one clears the count; a new PIN from central opens the lock', async () => {
    const { opened } = await people();
    await tryWrong(opened, 4);
    expect((await opened.signIn('DORA1', pin)).ok).toBe(true);
    expect(await tryWrong(opened, 1)).toEqual([{ code: 'wrongPin', triesLeft: 9 }]);
    await opened.replace({ people: [newPin.entry], demo: null });
    expect(await tryWrong(opened, 1)).toEqual([{ code: 'wrongPin', triesLeft: 9 }]);
    expect((await opened.signIn('DORA1', '999999')).ok).toBe(true);
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
    time.monotonic = 0;
    const rebooted = await restart('boot-2');
    pass(20);
    expect(await rebooted.signIn('DORA1', pin)).toEqual(wait(30));
    time.wall += 3_600_000 + 20_000;
    expect((await rebooted.signIn('DORA1', pin)).ok).toBe(true);
  });
});
