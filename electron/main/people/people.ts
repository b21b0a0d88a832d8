import type { KeyObject } from 'node:crypto';
import type {
  DesktopOutput,
  SignedInPerson,
  SignInRefusal,
} from '../../../shared/desktop/desktopApi.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { unwrapKey } from '../../../shared/node/personKey.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { PeopleResponse, type PersonKey } from '../../../shared/sync/peopleApi.ts';
import type { Clock } from '../machine/clock.ts';
import type { Vault } from '../machine/vault.ts';
import { openPinTries } from './pinTries.ts';

type Known = { readonly person: Person; readonly key: PersonKey };
export type Signer = { readonly person: SignedInPerson; readonly key: KeyObject };

export type People = {
  readonly replace: (people: PeopleResponse) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly signIn: (badge: string, pin: string) => Promise<Result<SignedInPerson, SignInRefusal>>;
  readonly signOut: () => void;
  /** Whoever is signed in; the key is in memory only. */
  readonly signer: () => Signer | null;
  /** Asks for the PIN again; counts like a sign-in. */
  readonly provePin: (pin: string) => Promise<Result<Signer, SignInRefusal>>;
  /** Of whoever is known here; null: nobody of this id. */
  readonly publicKeyOf: (personId: string) => string | null;
  readonly isAnybodyKnown: () => boolean;
  readonly demoCards: () => DesktopOutput<'demoCards'>;
};

export async function openPeople(vault: Vault, clock: Clock, bootId: string): Promise<People> {
  const tries = await openPinTries(vault, clock, bootId);
  let known: PeopleResponse = (await vault.read('people', PeopleResponse)) ?? nobody;
  let signer: Signer | null = null;
  let proving: Promise<unknown> = Promise.resolve();

  /** One at a time: tries made side by side would not see each other's count. */
  function prove(of: Known, pin: string): Promise<Result<KeyObject, SignInRefusal>> {
    const proof = proving.then(() => proveNow(of, pin));
    proving = proof.catch(() => null);
    return proof;
  }

  async function proveNow({ key }: Known, pin: string): Promise<Result<KeyObject, SignInRefusal>> {
    const state = tries.state(key);
    if (state.kind === 'locked') return refuse({ code: 'locked' });
    if (state.kind === 'wait') return refuse({ code: 'wait', seconds: state.seconds });
    await tries.charge(key);
    const unwrapped = await unwrapKey(key, pin);
    if (unwrapped === null) {
      const triesLeft = state.triesLeft - 1;
      return refuse(triesLeft > 0 ? { code: 'wrongPin', triesLeft } : { code: 'locked' });
    }
    await tries.clear(key);
    return accept(unwrapped);
  }

  return {
    async replace(people) {
      await vault.write('people', people);
      known = people;
      const still = known.people.some(
        ({ person }) => person.id === signer?.person.personId && person.active,
      );
      if (!still) signer = null;
    },
    async forget() {
      signer = null;
      known = nobody;
      await vault.forget('people');
    },
    async signIn(badge, pin) {
      const found = known.people.find(({ person }) => person.badge === badge);
      if (found === undefined) return refuse({ code: 'unknownBadge' });
      if (!found.person.active) return refuse({ code: 'inactive' });
      const proof = await prove(found, pin);
      if (!proof.ok) return proof;
      const { id, name, roles } = found.person;
      const person = { personId: id, name, badge, roles: [...roles] };
      signer = { person, key: proof.value };
      return accept(person);
    },
    signOut() {
      signer = null;
    },
    signer: () => signer,
    publicKeyOf: (personId) =>
      known.people.find(({ person }) => person.id === personId)?.key.publicKey ?? null,
    isAnybodyKnown: () => known.people.length > 0,
    async provePin(pin) {
      const asked = signer?.person;
      const found = known.people.find(({ person }) => person.id === asked?.personId);
      if (asked === undefined || found === undefined) return refuse({ code: 'unknownBadge' });
      const proof = await prove(found, pin);
      return proof.ok ? accept({ person: asked, key: proof.value }) : proof;
    },
    demoCards: () =>
      (known.demo ?? []).flatMap(({ personId, pin }) =>
        known.people
          .filter(({ person }) => person.id === personId)
          .map(({ person: { name, badge, roles } }) => ({ personId, name, badge, roles, pin })),
      ),
  };
}

const nobody: PeopleResponse = { people: [], demo: null };
