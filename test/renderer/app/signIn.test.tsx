import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { SignInScreen } from '../../../renderer/screens/signIn/SignInScreen.tsx';
import type { SignedInPerson, SignInRefusal } from '../../../shared/desktop/desktopApi.ts';
import { PersonId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { type Mounted, mount, must, press, pressKey, typeInto } from '../components/mount.tsx';

type Answer = Result<SignedInPerson, SignInRefusal>;
type Props = Parameters<typeof SignInScreen>[0];

const anna: SignedInPerson = {
  personId: PersonId.parse('person:anna'),
  name: 'Anna Berg',
  badge: 'ANNA0042',
  roles: ['dock'],
};
const annasCard = { ...anna, pin: '204060' };

function screen(change: Partial<Props>, answer: Answer = { ok: true, value: anna }) {
  const signIn = vi.fn<(badge: string, pin: string) => Promise<Answer>>(async () => answer);
  const onSignedIn = vi.fn<(person: SignedInPerson) => void>();
  const drawn = (more: Partial<Props>) => (
    <SignInScreen
      signIn={signIn}
      mustJoin={async () => false}
      join={async () => ({ ok: false, refusal: { code: 'slipUnknown' } })}
      scannedSlip={null}
      onSignedIn={onSignedIn}
      scannedBadge={null}
      takeAhead={() => null}
      recent={[]}
      demoCards={[]}
      unsent={0}
      held={[]}
      lockedPerson={null}
      lockedAfterMinutes={2}
      isOffline={false}
      head={null}
      {...more}
    />
  );
  return { ...mount(drawn(change)), drawn, signIn, onSignedIn };
}

const input = ({ page }: Mounted) => must(page.querySelector('input'));
const settle = () => act(async () => {});

test('badge by keyboard, PIN by keyboard, and the person is in', async () => {
  const at = screen({});
  expect(document.activeElement).toBe(input(at));
  typeInto(input(at), 'anna0042');
  press(must(at.page.querySelector<HTMLElement>('button[type="submit"]')));
  typeInto(input(at), '204060');
  pressKey(input(at), 'Enter');
  await settle();
  expect(at.signIn.mock.calls).toEqual([['ANNA0042', '204060']]);
  expect(at.onSignedIn).toHaveBeenCalledWith(anna);
});

test('the whole card typed by a slow scanner is its badge', async () => {
  const at = screen({});
  expect(input(at).maxLength).toBeGreaterThanOrEqual('QS-B-'.length + 16);
  typeInto(input(at), 'QS-B-ANNA0042');
  press(must(at.page.querySelector<HTMLElement>('button[type="submit"]')));
  typeInto(input(at), '204060');
  pressKey(input(at), 'Enter');
  await settle();
  expect(at.signIn.mock.calls).toEqual([['ANNA0042', '204060']]);
});

test('a scanned badge goes straight to the PIN, also when another badge was half way', () => {
  const at = screen({});
  typeInto(input(at), 'WEI');
  at.show(at.drawn({ scannedBadge: { badge: 'ANNA0042', turn: 1 }, recent: [anna] }));
  expect(at.text()).toContain('Anna Berg');
  expect(input(at).type).toBe('password');
});

test('a badge scanned while another’s PIN was half way has the keys, wherever they went before', () => {
  const at = screen({ scannedBadge: { badge: 'WEI00001', turn: 1 } });
  typeInto(input(at), '12');
  const pad = must(at.page.querySelector<HTMLElement>('[role="group"] button'));
  act(() => pad.focus());
  at.show(at.drawn({ scannedBadge: { badge: 'ANNA0042', turn: 2 } }));
  expect(input(at).value).toBe('');
  expect(document.activeElement).toBe(input(at));
});

test('a PIN typed ahead of its field stands in it as marks, and its Enter signs in', async () => {
  const scanned = { badge: 'ANNA0042', turn: 1 };
  const half = screen({
    scannedBadge: scanned,
    takeAhead: () => ({ pin: '20', isEntered: false }),
  });
  expect([input(half).type, input(half).value]).toEqual(['password', '20']);
  expect(half.text()).not.toContain('20');
  typeInto(input(half), '4060');
  pressKey(input(half), 'Enter');
  await settle();
  expect(half.signIn.mock.calls).toEqual([['ANNA0042', '204060']]);
  const whole = screen({
    scannedBadge: scanned,
    takeAhead: () => ({ pin: '204060', isEntered: true }),
  });
  await settle();
  expect(whole.signIn.mock.calls).toEqual([['ANNA0042', '204060']]);
});

test('what was typed ahead of a badge that has to join first, or is refused, is dropped', async () => {
  const ahead = { pin: '204060', isEntered: false };
  const joining = screen({ mustJoin: async () => true, takeAhead: () => ahead });
  joining.show(
    joining.drawn({
      mustJoin: async () => true,
      takeAhead: () => ahead,
      scannedBadge: { badge: 'ANNA0042', turn: 1 },
    }),
  );
  await settle();
  for (const field of joining.page.querySelectorAll('input')) expect(field.value).toBe('');
  const refused = screen(
    {
      scannedBadge: { badge: 'NOBODY99', turn: 1 },
      takeAhead: () => ({ ...ahead, isEntered: true }),
    },
    { ok: false, refusal: { code: 'unknownBadge' } },
  );
  await settle();
  expect([input(refused).type, input(refused).value]).toEqual(['text', 'NOBODY99']);
});

test('a wrong PIN says how many tries are left, and asks again with an empty field', async () => {
  const at = screen(
    { scannedBadge: { badge: 'ANNA0042', turn: 1 } },
    { ok: false, refusal: { code: 'wrongPin', triesLeft: 4 } },
  );
  typeInto(input(at), '111111');
  pressKey(input(at), 'Enter');
  await settle();
  expect(must(at.page.querySelector('[role="alert"]')).textContent).toBe(
    'That PIN is not right. 4 tries left. Enter it again, slowly.',
  );
  expect(input(at).value).toBe('');
  expect(at.onSignedIn).not.toHaveBeenCalled();
});

test('an unknown badge goes back to the badge, with the reason beside it', async () => {
  const at = screen(
    { scannedBadge: { badge: 'NOBODY99', turn: 1 } },
    { ok: false, refusal: { code: 'unknownBadge' } },
  );
  typeInto(input(at), '111111');
  pressKey(input(at), 'Enter');
  await settle();
  expect(input(at).type).toBe('text');
  expect(at.text()).toContain('This badge is not known at this site.');
});

test('what is unsent, and that it works offline, is said before anybody signs in', () => {
  const { text } = screen({ unsent: 12, isOffline: true });
  expect(text()).toContain('12 records are still waiting to be sent from this station.');
  expect(text()).toContain('Signing in works offline.');
});

test('who was locked out has only the PIN to give', () => {
  const at = screen({ lockedPerson: anna });
  expect(at.text()).toContain('Locked after 2 minutes without work. Everything is saved.');
  expect(at.text()).toContain('Anna Berg is coming back to the same place.');
  expect(input(at).type).toBe('password');
});

test('a demo card shows its PIN and signs in by one press', async () => {
  const at = screen({ demoCards: [annasCard] });
  expect(at.text()).toContain('PIN 204060');
  press(
    must([...at.page.querySelectorAll('button')].find((it) => it.textContent?.includes('Anna'))),
  );
  await settle();
  expect(at.signIn.mock.calls).toEqual([['ANNA0042', '204060']]);
});

test('a decision that was signed here and not sent is said to whoever comes, by name', () => {
  const { page } = screen({ held: [{ personName: 'Sara Voss', caseName: 'RMA-26-0007-3' }] });
  expect(page.textContent).toContain('Sara Voss’s decision on RMA-26-0007-3 was not sent.');
});

test('who never worked at this station gives a slip and chooses a PIN twice, by keyboard', async () => {
  type Join = Props['join'];
  const join = vi.fn<Join>(async () => ({ ok: true, value: anna }));
  const at = screen({ mustJoin: async () => true, join });
  typeInto(input(at), 'anna0042');
  press(must(at.page.querySelector<HTMLElement>('button[type="submit"]')));
  await settle();
  expect(at.page.textContent).toContain('You have not worked at this station yet.');
  expect(document.activeElement).toBe(input(at));
  typeInto(input(at), '7k4-m2q-xd9-1rt');
  press(must(at.page.querySelector<HTMLElement>('button[type="submit"]')));
  for (const given of ['204060', '204061', '204060', '204060']) {
    await settle();
    typeInto(input(at), given);
    pressKey(input(at), 'Enter');
    await settle();
    if (given === '204061') expect(at.page.textContent).toContain('The two PINs differ.');
  }
  expect(join.mock.calls).toEqual([['ANNA0042', '7K4M2QXD91RT', '204060']]);
  expect(at.onSignedIn).toHaveBeenCalledWith(anna);
  expect(at.signIn).not.toHaveBeenCalled();
});

test('a scanned slip goes on to the PIN; one that was used asks for another, and offline it says why', async () => {
  const join = vi.fn<Props['join']>(async () => ({ ok: false, refusal: { code: 'slipUsed' } }));
  const joining = { mustJoin: async () => true, join, isOffline: true } as const;
  const scannedBadge = { badge: 'ANNA0042', turn: 1 };
  const at = screen({ ...joining, scannedBadge });
  await settle();
  expect(at.page.textContent).toContain('Joining a station needs central');
  at.show(at.drawn({ ...joining, scannedBadge, scannedSlip: { slip: '7K4M2QXD91RT', turn: 1 } }));
  for (let turn = 0; turn < 2; turn += 1) {
    typeInto(input(at), '204060');
    pressKey(input(at), 'Enter');
    await settle();
  }
  expect(join.mock.calls).toEqual([['ANNA0042', '7K4M2QXD91RT', '204060']]);
  expect(at.page.textContent).toContain('This slip has been used already.');
  expect(at.page.textContent).toContain('Slip from the office');
});
