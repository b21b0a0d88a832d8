import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Workplace } from '../../shared/facts/workplaces.ts';
import { useSession } from '../session/session.ts';
import { createWording } from '../wording/createWording.ts';
import { WordingProvider } from '../wording/WordingProvider.tsx';

/**
 * Language, theme, density and the size of a millimetre for everything below and for what floats
 * above the page. `zone` is the site's; until it is known, the computer's stands in.
 */
export function Speaking(props: {
  readonly zone: string | null;
  readonly density: Workplace;
  readonly children: ReactNode;
}): ReactNode {
  const { language, theme, pixelsPerMillimetre } = useSession();
  const zone = props.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wording = useMemo(() => createWording({ language, zone }), [language, zone]);
  const { direction, tag } = wording;
  const { density } = props;
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    root.dataset['density'] = density;
    root.dir = direction;
    root.lang = tag;
    if (pixelsPerMillimetre === null) root.style.removeProperty('--mm');
    else root.style.setProperty('--mm', `${pixelsPerMillimetre}px`);
  }, [theme, density, direction, tag, pixelsPerMillimetre]);
  return (
    <WordingProvider wording={wording}>
      <I18nProvider locale={tag}>{props.children}</I18nProvider>
    </WordingProvider>
  );
}
