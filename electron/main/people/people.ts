import type { KeyObject } from 'node:crypto';
import type {
  DesktopOutput,
  SignedInPerson,
  SignInRefusal,
} from '../../../shared/desktop/desktopApi.ts';
import type { Person } from '../../../shared/facts/documents.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { PeopleResponse } from '../../../shared/sync/peopleApi.ts';
import type { Vault } from '../machine/vault.ts';
import type { KeptKey, KeptKeys } from './keptKeys.ts';
import type { PinTries } from './pinTries.ts';
import { unwrapKey } from './wrappedKey.ts';

export type Signer = { readonly person: SignedInPerson; readonly key: KeyObject };
/** A key of theirs, open, with what it was opened from. */
export type OpenKey = { readonly kept: KeptKey; readonly key: KeyObject };

export type People = {
  readonly replace: (people: PeopleResponse) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly find: (badge: string) => Result<Person, SignInRefusal>;
  /** The PIN the demo shows for them; null: this is no demo. */
  readonly demoPinOf: (personId: string) => string | null;
  /** What they can prove themselves with at this station; null: they never joined here. */
  readonly keyOf: (personId: string, stationId: string) => KeptKey | null;
  /** May it sign here, or only vouch for one that may? */
  readonly maySign: (key: KeptKey, stationId: string) => boolean;
  /** Asks for the PIN, and counts the try. */
  readonly open: (kept: KeptKey, pin: string) => Promise<Result<OpenKey, SignInRefusal>>;
  /** Central knows it: it is theirs here from now on, and what it replaces is gone. */
  readonly keep: (born: KeptKey) => Promise<void>;
  readonly enter: (person: Person, open: OpenKey) => SignedInPerson;
  /** Whoever is signed in with that key signs with this one from now on. */
  readonly goOnWith: (open: OpenKey, instead: KeptKey) => void;
  readonly signOut: () => void;
  /** Whoever is signed in; the key is in memory only. */
  readonly signer: () => Signer | null;
  /** Asks for the PIN again; counts like a sign-in. */
  readonly provePin: (pin: string) => Promise<Result<Signer, SignInRefusal>>;
  /** SPKI, DER, base64: of whoever is known here, what may have signed here. */
  readonly publicKeysOf: (personId: string) => readonly string[];
  readonly isAnybodyKnown: () => boolean;
  readonly demoCards: () => DesktopOutput<'demoCards'>;
};

export async function openPeople(
  vault: Vault,
  keptKeys: KeptKeys,
  tries: PinTries,
): Promise<People> {
  let known: PeopleResponse = (await vault.read('people', PeopleResponse)) ?? nobody;
  let signer: (Signer & { readonly kept: KeptKey }) | null = null;
  let proving: Promise<unknown> = Promise.resolve();

  const entryOf = (personId: string) => known.people.find(({ person }) => person.id === personId);
  const isKnown = ({ personId, publicKey }: KeptKey) =>
    entryOf(personId)?.keys.includes(publicKey) === true;

  /** One at a time: tries made side by side would not see each other's count. */
  function open(kept: KeptKey, pin: string): Promise<Result<OpenKey, SignInRefusal>> {
    const proof = proving.then(() => openNow(kept, pin));
    proving = proof.catch(() => null);
    return proof;
  }

  async function openNow(kept: KeptKey, pin: string): Promise<Result<OpenKey, SignInRefusal>> {
    const { personId } = kept;
    const state = tries.state(personId);
    if (state.kind === 'locked') return refuse({ code: 'locked' });
    if (state.kind === 'wait') return refuse({ code: 'wait', seconds: state.seconds });
    const secret = kept.stationId === null ? null : keptKeys.stationSecret;
    // Counted on disk before anybody hears whether it was right.
    const [, key] = await Promise.all([tries.charge(personId), unwrapKey(kept, pin, secret)]);
    if (key === null) {
      const triesLeft = state.triesLeft - 1;
      return refuse(triesLeft > 0 ? { code: 'wrongPin', triesLeft } : { code: 'locked' });
    }
    await tries.clear(personId);
    return accept({ kept, key });
  }

  async function write(people: PeopleResponse) {
    await vault.write('people', people);
    known = people;
  }

  return {
    open,
    async replace(people) {
      await write(people);
      const still =
        signer !== null &&
        entryOf(signer.person.personId)?.person.active === true &&
        isKnown(signer.kept);
      if (!still) signer = null;
    },
    async forget() {
      signer = null;
      known = nobody;
      await vault.forget('people');
      await keptKeys.forget();
    },
    find(badge) {
      const person = known.people.find((one) => one.person.badge === badge)?.person;
      if (person === undefined) return refuse({ code: 'unknownBadge' });
      return person.active ? accept(person) : refuse({ code: 'inactive' });
    },
    demoPinOf: (personId) => known.demo?.find((shown) => shown.personId === personId)?.pin ?? null,
    maySign: (key, stationId) =>
      (key.stationId === null || key.stationId === stationId) && isKnown(key),
    keyOf(personId, stationId) {
      const theirs = keptKeys.of(personId);
      return (
        theirs.find((key) => key.stationId === stationId && isKnown(key)) ??
        theirs.find((key) => key.stationId === null && isKnown(key)) ??
        theirs.find((key) => key.stationId !== null && key.stationId !== stationId) ??
        null
      );
    },
    async keep(born) {
      await keptKeys.change(({ keys, tries: counts }) => {
        const made = counts[born.personId]?.made ?? 0;
        const fresh = { made, cleared: made, bootId: '', monotonicMs: 0 };
        return {
          keys: [...keys.filter(({ personId }) => personId !== born.personId), born],
          tries: { ...counts, [born.personId]: fresh },
        };
      });
      const people = known.people.map((entry) =>
        entry.person.id === born.personId
          ? { ...entry, keys: [...entry.keys, born.publicKey] }
          : entry,
      );
      await write({ ...known, people });
    },
    enter({ id, name, badge, roles }, { key, kept }) {
      const person = { personId: id, name, badge, roles: [...roles] };
      signer = { person, key, kept };
      return person;
    },
    goOnWith({ key, kept }, { publicKey }) {
      if (signer?.kept.publicKey === publicKey) signer = { ...signer, key, kept };
    },
    signOut() {
      signer = null;
    },
    signer: () => signer,
    publicKeysOf: (personId) => [
      ...(entryOf(personId)?.keys ?? []),
      ...keptKeys.of(personId).map(({ publicKey }) => publicKey),
    ],
    isAnybodyKnown: () => known.people.length > 0,
    async provePin(pin) {
      if (signer === null) return refuse({ code: 'unknownBadge' });
      const { person, kept } = signer;
      const proof = await open(kept, pin);
      return proof.ok ? accept({ person, key: proof.value.key }) : proof;
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
