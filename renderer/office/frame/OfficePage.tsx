import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Session, signInPaths } from '../../../shared/sync/signInApi.ts';
import { KeysProvider } from '../../components/generic/keys/KeysProvider.tsx';
import { ask, type Trouble } from '../asking/ask.ts';
import { SignedOutProvider } from '../asking/SignedOut.tsx';
import { SetUpSignIn } from '../signIn/SetUpSignIn.tsx';
import { SignInPage } from '../signIn/SignInPage.tsx';
import { OfficeSpeaking } from '../wording/OfficeSpeaking.tsx';
import {
  keepPreferences,
  type OfficePreferences,
  readPreferences,
} from '../wording/officePreferences.ts';
import { OfficeShell } from './OfficeShell.tsx';

type Standing =
  | { readonly kind: 'asking' }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'signedOut'; readonly wasIn: boolean; readonly trouble: Trouble | null }
  | { readonly kind: 'signedIn'; readonly session: Session };

/** The whole page: who is there decides what is to be seen. */
export function OfficePage(): ReactNode {
  const [preferences, setPreferences] = useState(readPreferences);
  const [standing, stand] = useState<Standing>(() => {
    const link = linkIn(location.hash);
    return link === null ? { kind: 'asking' } : { kind: 'link', link };
  });
  const choose = (chosen: OfficePreferences) => {
    setPreferences(chosen);
    keepPreferences(chosen);
  };
  const enter = (session: Session) => stand({ kind: 'signedIn', session });
  const leave = useCallback(() => stand({ kind: 'signedOut', wasIn: true, trouble: null }), []);

  const isAsking = standing.kind === 'asking';
  useEffect(() => {
    if (!isAsking) return;
    void ask({ path: signInPaths.session }, Session).then((answer) => {
      if (answer.ok) return stand({ kind: 'signedIn', session: answer.value });
      const trouble = answer.refusal.kind === 'signedOut' ? null : answer.refusal;
      return stand({ kind: 'signedOut', wasIn: false, trouble });
    });
  }, [isAsking]);

  useEffect(() => {
    const moved = () => {
      const link = linkIn(location.hash);
      if (link !== null) stand({ kind: 'link', link });
    };
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);

  return (
    <OfficeSpeaking preferences={preferences}>
      <KeysProvider>
        {standing.kind === 'link' && (
          <SetUpSignIn
            link={standing.link}
            preferences={preferences}
            onChoose={choose}
            onEntered={(session) => {
              // Used up: it is not to stay in the address or among the pages visited.
              history.replaceState(null, '', '#/set-up');
              enter(session);
            }}
          />
        )}
        {standing.kind === 'signedOut' && (
          <SignInPage
            wasIn={standing.wasIn}
            trouble={standing.trouble}
            preferences={preferences}
            onChoose={choose}
            onEntered={enter}
          />
        )}
        {standing.kind === 'signedIn' && (
          <SignedOutProvider onSignedOut={leave}>
            <OfficeShell
              session={standing.session}
              preferences={preferences}
              onChoose={choose}
              onLeave={leave}
            />
          </SignedOutProvider>
        )}
      </KeysProvider>
    </OfficeSpeaking>
  );
}

function linkIn(hash: string): string | null {
  return /^#link=(ql_[A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? null;
}
