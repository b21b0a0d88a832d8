import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { WordingProvider } from '../../wording/WordingProvider.tsx';
import { createOfficeWording, type OfficeWording } from './createOfficeWording.ts';
import type { OfficePreferences } from './officePreferences.ts';

const Spoken = createContext<OfficeWording | null>(null);

/** Language, theme and density for everything below and for what floats above the page. */
export function OfficeSpeaking(props: {
  readonly preferences: OfficePreferences;
  readonly children: ReactNode;
}): ReactNode {
  const { language, theme } = props.preferences;
  const wording = useMemo(() => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return createOfficeWording({ language, zone });
  }, [language]);
  const { direction, tag } = wording;
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    root.dir = direction;
    root.lang = tag;
  }, [theme, direction, tag]);
  return (
    <Spoken value={wording}>
      <WordingProvider wording={wording}>
        <I18nProvider locale={tag}>{props.children}</I18nProvider>
      </WordingProvider>
    </Spoken>
  );
}

export function useOfficeWording(): OfficeWording {
  const wording = useContext(Spoken);
  if (!wording) throw new Error('useOfficeWording outside of OfficeSpeaking');
  return wording;
}
