import { createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { isPin } from '../../../shared/cases/pins.ts';
import type {
  DesktopInput,
  DesktopOutput,
  Enrolment,
  JoinRefusal,
  SignedInPerson,
  SignInRefusal,
} from '../../../shared/desktop/desktopApi.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { centralApi } from '../../../shared/sync/centralApi.ts';
import { type JoinRequest, joiningText, type Vouching } from '../../../shared/sync/joiningApi.ts';
import type { KeptKey } from '../people/keptKeys.ts';
import type { OpenKey, People } from '../people/people.ts';
import type { PinTries } from '../people/pinTries.ts';
import { wrapKey } from '../people/wrappedKey.ts';
import type { Station } from './station.ts';

export type Joining = {
  readonly signIn: (
    asked: DesktopInput<'signIn'>,
  ) => Promise<Result<SignedInPerson, SignInRefusal>>;
  /** Nothing of theirs is here, nor anything that would bring it at once. */
  readonly mustJoin: (badge: string) => DesktopOutput<'mustJoin'>;
  /** With a slip, choosing a PIN. */
  readonly join: (
    asked: DesktopInput<'joinStation'>,
  ) => Promise<Result<SignedInPerson, JoinRefusal>>;
  /** After central was heard: it counts PIN tries too. */
  readonly peopleCame: () => Promise<void>;
  /** When nothing of it is on its way any more. */
  readonly close: () => Promise<void>;
};

type Deps = {
  readonly people: People;
  readonly tries: PinTries;
  readonly station: Station;
  readonly stationSecret: Buffer;
  readonly log: (event: string, detail: string) => void;
};

/** Who signs in here, and how their key comes to be born here. */
export function openJoining({ people, tries, station, stationSecret, log }: Deps): Joining {
  const moving = new Set<string>();
  let isClosed = false;
  let onItsWay: Promise<unknown> = Promise.resolve();

  /** Goes on behind somebody who is signed in already. */
  function behind(work: () => Promise<void>): void {
    const done = work().catch((failure: unknown) => log('joiningFailed', String(failure)));
    onItsWay = Promise.all([onItsWay, done]);
  }

  async function tellTries(): Promise<void> {
    const { path, ...route } = centralApi.pinTries;
    const answer = await station.ask({ ...route, path, body: { tries: [...tries.counted()] } });
    if (answer.kind === 'answered') await tries.hear(answer.value.tries);
  }

  /** A new key of theirs under this PIN, once central took it. */
  async function bear(
    person: Person,
    pin: string,
    at: Enrolment,
    vouch: (text: string) => Vouching,
  ): Promise<Result<OpenKey, JoinRefusal>> {
    const { privateKey: key } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
    const publicKey = createPublicKey(key)
      .export({ format: 'der', type: 'spki' })
      .toString('base64');
    const { stationId } = at;
    const text = joiningText({ personId: person.id, stationId, publicKey });
    const body: JoinRequest = { publicKey, signature: signText(text, key), vouching: vouch(text) };
    const wrapped = await wrapKey(key, pin, stationSecret);
    const kept: KeptKey = { personId: person.id, stationId, publicKey, ...wrapped };
    const { method, path, response } = centralApi.join;
    const answer = await station.inTurn(async () => {
      const said = await station.ask({ method, path: withId(path, person.id), response, body });
      if (said.kind === 'answered') await people.keep(kept);
      return said;
    });
    if (answer.kind === 'answered') return accept({ kept, key });
    if (answer.kind === 'unreachable') return refuse({ code: 'joiningNeedsCentral' });
    return refuse(joinRefusalOf(answer.code));
  }

  /** The key they have from before signs for the one that is born here. */
  const vouchWith =
    ({ kept, key }: OpenKey) =>
    (text: string): Vouching => ({
      kind: 'key',
      publicKey: kept.publicKey,
      signature: signText(text, key),
    });

  /** What they did not send is signed with the old one, and counts. Not reached, it is tried at their next sign-in. */
  async function moveOver(person: Person, pin: string, old: OpenKey, at: Enrolment) {
    const isOver = people.keyOf(person.id, at.stationId)?.publicKey !== old.kept.publicKey;
    if (isOver || moving.has(person.id)) return;
    moving.add(person.id);
    try {
      const born = await bear(person, pin, at, vouchWith(old));
      if (born.ok) people.goOnWith(born.value, old.kept);
      else log('notMovedOver', `${person.id}: ${born.refusal.code}`);
    } finally {
      moving.delete(person.id);
    }
  }

  const joiningDemo = new Map<string, Promise<Result<OpenKey, SignInRefusal>>>();
  /** In the demo everybody's slip and PIN are at hand: whoever comes joins at once, behind nobody else. */
  function joinDemo(person: Person, at: Enrolment): Promise<Result<OpenKey, SignInRefusal>> {
    const onTheWay = joiningDemo.get(person.id);
    if (onTheWay !== undefined) return onTheWay;
    const joined = joinDemoNow(person, at).finally(() => joiningDemo.delete(person.id));
    joiningDemo.set(person.id, joined);
    return joined;
  }

  let isJoiningByBadge = false;
  /** Whoever shows their badge will sign in: their key is born while they type their PIN. */
  async function joinByBadge(person: Person, at: Enrolment): Promise<void> {
    if (isJoiningByBadge || isClosed) return;
    isJoiningByBadge = true;
    try {
      await joinDemo(person, at);
    } finally {
      isJoiningByBadge = false;
    }
  }

  async function joinDemoNow(
    person: Person,
    at: Enrolment,
  ): Promise<Result<OpenKey, SignInRefusal>> {
    const pin = people.demoPinOf(person.id);
    if (pin === null) return refuse({ code: 'notJoined' });
    const { path, method, response } = centralApi.demoSlip;
    const to = withId(path, person.id);
    const issued = await station.ask({ method, path: to, response, body: {} });
    if (issued.kind !== 'answered') return refuse({ code: 'joiningNeedsCentral' });
    const { slip } = issued.value;
    const born = await bear(person, pin, at, () => ({ kind: 'slip', slip }));
    return born.ok ? born : refuse({ code: 'joiningNeedsCentral' });
  }

  /** The demo's people have all been here before: each can take over with the network off. */
  async function everybodyOfDemo(at: Enrolment) {
    for (const { badge } of people.demoCards()) {
      await signingIn;
      const found = people.find(badge);
      if (!found.ok || isClosed) continue;
      if (people.keyOf(found.value.id, at.stationId) === null) await joinDemo(found.value, at);
    }
  }

  /** Whoever signs in goes before those who are not there. */
  let signingIn: Promise<unknown> = Promise.resolve();
  function signIn(asked: DesktopInput<'signIn'>): Promise<Result<SignedInPerson, SignInRefusal>> {
    const signedIn = signInNow(asked);
    signingIn = signedIn.catch(() => null);
    return signedIn;
  }

  async function signInNow({
    badge,
    pin,
  }: DesktopInput<'signIn'>): Promise<Result<SignedInPerson, SignInRefusal>> {
    const at = station.enrolment();
    if (at === null) return refuse({ code: 'notEnrolled' });
    const found = people.find(badge);
    if (!found.ok) return found;
    if (!isPin(pin)) return refuse({ code: 'weakPin' });
    const person = found.value;
    if (people.keyOf(person.id, at.stationId) === null) {
      const joined = await joinDemo(person, at);
      if (!joined.ok) return joined;
      // What was just wrapped under this PIN need not be unwrapped with it.
      if (pin === people.demoPinOf(person.id)) return accept(people.enter(person, joined.value));
    }
    const kept = people.keyOf(person.id, at.stationId);
    if (kept === null) return refuse({ code: 'notJoined' });
    const opened = await people.open(kept, pin);
    behind(tellTries);
    if (!opened.ok) return opened;
    if (kept.stationId === at.stationId) return accept(people.enter(person, opened.value));
    if (people.maySign(kept, at.stationId)) {
      const entered = people.enter(person, opened.value);
      behind(() => moveOver(person, pin, opened.value, at));
      return accept(entered);
    }
    // From before this computer was enrolled anew: it may vouch here, and sign no more.
    const born = await bear(person, pin, at, vouchWith(opened.value));
    if (born.ok) return accept(people.enter(person, born.value));
    const { code } = born.refusal;
    return refuse(code === 'joiningNeedsCentral' ? { code } : { code: 'notJoined' });
  }

  return {
    signIn,
    mustJoin(badge) {
      const at = station.enrolment();
      const found = people.find(badge);
      if (at === null || !found.ok) return { mustJoin: false, hasJoined: false };
      const { id } = found.value;
      const hasJoined = people.keyOf(id, at.stationId) !== null;
      const isDemo = people.demoPinOf(id) !== null;
      if (!hasJoined && isDemo) behind(() => joinByBadge(found.value, at));
      return { mustJoin: !hasJoined && !isDemo, hasJoined };
    },
    async peopleCame() {
      await tellTries();
      const at = station.enrolment();
      if (at !== null) behind(() => everybodyOfDemo(at));
    },
    async join({ badge, slip, pin }) {
      const at = station.enrolment();
      if (at === null) return refuse({ code: 'notEnrolled' });
      const found = people.find(badge);
      if (!found.ok) return found;
      if (!isPin(pin)) return refuse({ code: 'weakPin' });
      const born = await bear(found.value, pin, at, () => ({ kind: 'slip', slip: slip.trim() }));
      return born.ok ? accept(people.enter(found.value, born.value)) : born;
    },
    async close() {
      isClosed = true;
      await onItsWay;
    },
  };
}

function withId(path: string, id: string): string {
  return path.replace(':id', encodeURIComponent(id));
}

function signText(text: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
}

function joinRefusalOf(code: string): JoinRefusal {
  switch (code) {
    case 'codeUnknown':
      return { code: 'slipUnknown' };
    case 'codeUsed':
      return { code: 'slipUsed' };
    case 'codeExpired':
      return { code: 'slipExpired' };
    case 'notFound':
      return { code: 'inactive' };
    case 'forbidden':
      return { code: 'notJoined' };
    default:
      return { code: 'joiningNeedsCentral' };
  }
}
