import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readOwnCode } from '../../../shared/barcodes/barcodeOwn.ts';
import type {
  JoinRefusal,
  SignedInPerson,
  SignInRefusal,
} from '../../../shared/desktop/desktopApi.ts';
import type { Result } from '../../../shared/result.ts';
import { classesOf } from '../../components/generic/classesOf.ts';
import { Button } from '../../components/generic/fields/Button.tsx';
import { PinField } from '../../components/generic/fields/PinField.tsx';
import { TextField } from '../../components/generic/fields/TextField.tsx';
import { Notice } from '../../components/generic/surfaces/Notice.tsx';
import { sayRefusal } from '../../wording/sayRefusal.ts';
import { useWording } from '../../wording/WordingProvider.tsx';
import { DemoBadges } from './DemoBadges.tsx';
import { JoinStation } from './JoinStation.tsx';
import type { DemoCards, KnownPerson } from './knownPeople.ts';
import { RecentPeople } from './RecentPeople.tsx';
import styles from './SignInScreen.module.css';

const css = classesOf(styles);
const shortestPin = 6;

/**
 * Badge first (scanned, typed, or somebody who was here before), then the PIN. Works offline. A
 * badge scanned at any time arrives as `scannedBadge` and starts over with it.
 */
export function SignInScreen(props: {
  readonly signIn: (badge: string, pin: string) => Promise<Result<SignedInPerson, SignInRefusal>>;
  /** They never worked at this station: a slip comes before a PIN. */
  readonly mustJoin: (badge: string) => Promise<boolean>;
  readonly join: (
    badge: string,
    slip: string,
    pin: string,
  ) => Promise<Result<SignedInPerson, JoinRefusal>>;
  readonly onSignedIn: (person: SignedInPerson) => void;
  readonly scannedSlip: { readonly slip: string; readonly turn: number } | null;
  readonly scannedBadge: { readonly badge: string; readonly turn: number } | null;
  /** What was typed since the badge was scanned, once the field for it is there; null: nothing. */
  readonly takeAhead: () => { readonly pin: string; readonly isEntered: boolean } | null;
  readonly recent: readonly KnownPerson[];
  readonly demoCards: DemoCards;
  readonly unsent: number;
  /** Signed decisions that got no further, and whose they are. */
  readonly held: readonly { readonly personName: string; readonly caseName: string }[];
  /** Who was locked out here and comes back to the same place. */
  readonly lockedPerson: KnownPerson | null;
  /** After how many minutes without work that was; null: with the computer. */
  readonly lockedAfterMinutes: number | null;
  readonly isOffline: boolean;
  /** The head of the page: the station's name, its site and its link. */
  readonly head: ReactNode;
}): ReactNode {
  const wording = useWording();
  const { t } = wording;
  const [badge, setBadge] = useState(props.lockedPerson?.badge ?? '');
  const [isBadgeGiven, setBadgeGiven] = useState(props.lockedPerson !== null);
  const [pin, setPin] = useState('');
  /** Each badge gets a field of its own, which has the keys wherever they went before. */
  const [given, setGiven] = useState(0);
  const [isChecking, setChecking] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  /** The badge that has to join first. */
  const [joining, setJoining] = useState<string | null>(null);

  const latestGive = useRef(giveBadge);
  useEffect(() => {
    latestGive.current = giveBadge;
  });
  const latestTurn = useRef(0);
  useEffect(() => {
    if (!props.scannedBadge || props.scannedBadge.turn === latestTurn.current) return;
    latestTurn.current = props.scannedBadge.turn;
    latestGive.current(props.scannedBadge.badge);
  }, [props.scannedBadge]);

  // After the field it is for has been drawn, and has the keys.
  const latestAhead = useRef(takeAhead);
  useLayoutEffect(() => {
    latestAhead.current = takeAhead;
  });
  // Once for each badge, before another key can come.
  useLayoutEffect(() => {
    if (given > 0) latestAhead.current();
  }, [given]);

  function takeAhead() {
    const ahead = props.takeAhead();
    if (ahead === null || !isBadgeGiven) return;
    setPin(ahead.pin);
    if (ahead.isEntered && ahead.pin.length >= shortestPin) void go(badge, ahead.pin);
  }

  function giveBadge(typed: string) {
    setBadge(badgeIn(typed));
    setBadgeGiven(typed.trim() !== '');
    setGiven((before) => before + 1);
    setPin('');
    setRefusal(null);
    setJoining(null);
    void askWhether(badgeIn(typed).trim().toUpperCase());
  }

  async function askWhether(asked: string) {
    if (asked === '' || !(await props.mustJoin(asked))) return;
    setJoining(asked);
    setPin('');
  }

  async function join(withBadge: string, slip: string, withPin: string) {
    const answer = await props.join(withBadge, slip, withPin);
    if (answer.ok) props.onSignedIn(answer.value);
    return answer.ok ? null : answer.refusal;
  }

  async function go(withBadge: string, withPin: string) {
    if (isChecking) return;
    setChecking(true);
    setRefusal(null);
    const answer = await props.signIn(withBadge.trim().toUpperCase(), withPin);
    setChecking(false);
    setPin('');
    if (answer.ok) {
      props.onSignedIn(answer.value);
      return;
    }
    setRefusal(answer.refusal);
    if (answer.refusal.code === 'notJoined') setJoining(withBadge.trim().toUpperCase());
    setBadgeGiven(answer.refusal.code !== 'unknownBadge' && answer.refusal.code !== 'inactive');
  }

  const known = [...props.demoCards, ...props.recent, props.lockedPerson].find(
    (person) => person?.badge === badge.trim().toUpperCase(),
  );
  const words = refusal && sayRefusal(wording, refusal);
  const mustJoin = isBadgeGiven && joining === badge.trim().toUpperCase() ? joining : null;
  const needsCentral = sayRefusal(wording, { code: 'joiningNeedsCentral' });
  const notices = (props.isOffline || props.unsent > 0 || props.held.length > 0) && (
    <div className={css('notices')}>
      {props.isOffline && mustJoin === null && (
        <Notice icon="offline" title={t('signIn.offline')} />
      )}
      {props.isOffline && mustJoin !== null && (
        <Notice tone="warning" icon="offline" title={needsCentral.what}>
          {needsCentral.toDo}
        </Notice>
      )}
      {props.unsent > 0 && (
        <Notice icon="here" title={t('signIn.unsent', { count: props.unsent })} />
      )}
      {props.held.map(({ personName, caseName }) => (
        <Notice
          key={`${personName} ${caseName}`}
          tone="warning"
          icon="gavel"
          title={t('signIn.held', { person: personName, name: caseName })}
        />
      ))}
    </div>
  );
  return (
    <div className={css('page')}>
      <header className={css('head')}>{props.head}</header>
      <main className={css('main')} tabIndex={-1}>
        <div className={css('columns')}>
          <div className={css('who')}>
            <h1 className={css('title')}>
              <bdi>{isBadgeGiven ? (known?.name ?? badge.toUpperCase()) : t('signIn.title')}</bdi>
            </h1>
            {isBadgeGiven ? (
              <>
                {props.lockedPerson?.badge === badge && (
                  <>
                    <p className={css('lead')}>
                      {props.lockedAfterMinutes === null
                        ? t('signIn.lockedWith')
                        : t('signIn.locked', { minutes: props.lockedAfterMinutes })}
                    </p>
                    <p className={css('lead')}>
                      {t('signIn.lockedAs', { name: props.lockedPerson.name })}
                    </p>
                  </>
                )}
                {mustJoin !== null && <p className={css('lead')}>{t('join.lead')}</p>}
                <div>
                  <Button icon="back" onPress={() => giveBadge('')}>
                    {t('signIn.otherBadge')}
                  </Button>
                </div>
              </>
            ) : (
              <>
                <p className={css('lead')}>{t('signIn.badge.help')}</p>
                <form
                  className={css('badge')}
                  noValidate
                  onSubmit={(event) => {
                    event.preventDefault();
                    giveBadge(badge);
                  }}
                >
                  <TextField
                    label={t('signIn.badge')}
                    problem={words && `${words.what} ${words.toDo}`}
                    look="huge"
                    most={30}
                    takesFocus
                    value={badge}
                    onChange={(value) => {
                      setBadge(value);
                      setRefusal(null);
                    }}
                  />
                  <div>
                    <Button look="primary" isDisabled={badge.trim() === ''} type="submit">
                      {t('signIn.next')}
                    </Button>
                  </div>
                </form>
              </>
            )}
            {notices}
          </div>
          {mustJoin !== null ? (
            <JoinStation
              key={mustJoin}
              join={(slip, chosen) => join(mustJoin, slip, chosen)}
              scannedSlip={props.scannedSlip}
            />
          ) : isBadgeGiven ? (
            <PinField
              key={given}
              label={t('signIn.pinPlain')}
              value={pin}
              onChange={(value) => {
                setPin(value);
                setRefusal(null);
              }}
              onSubmit={() => void go(badge, pin)}
              submitWord={t(isChecking ? 'signIn.busy' : 'signIn.go')}
              problem={words && `${words.what} ${words.toDo}`}
              isPending={isChecking}
              takesFocus
            />
          ) : (
            <RecentPeople people={props.recent} onChoose={giveBadge} />
          )}
        </div>
        {!isBadgeGiven && props.demoCards.length > 0 && (
          <DemoBadges cards={props.demoCards} onSignIn={(card) => void go(card.badge, card.pin)} />
        )}
      </main>
    </div>
  );
}

/** A scanner too slow to be told from a hand types the whole card, with what stands before the badge. */
function badgeIn(given: string): string {
  const own = readOwnCode(given.trim());
  return own?.ok && own.value.kind === 'badge' ? own.value.personBadge : given;
}
