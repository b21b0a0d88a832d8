import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { CatalogueEntry } from '../../shared/facts/catalogue.ts';
import type { Site } from '../../shared/facts/documents.ts';
import type { Workplace } from '../../shared/facts/workplaces.ts';
import { useSession } from '../session/session.ts';
import { createWording } from '../wording/createWording.ts';
import { spokenAt } from '../wording/languagesAt.ts';
import { WordingProvider } from '../wording/WordingProvider.tsx';
import { withCatalogue } from '../wording/withCatalogue.ts';

const none: readonly CatalogueEntry[] = [];

/**
 * Language, theme, density and the size of a millimetre for everything below and for what floats
 * above the page. `zone` is the site's; until it is known, the computer's stands in.
 */
export function Speaking(props: {
  readonly zone: string | null;
  /** Where the station stands, which may not offer what was chosen; null: not known yet. */
  readonly site?: Pick<Site, 'languages'> | null;
  readonly density: Workplace;
  /** The company's own names; left out: there are none yet. */
  readonly catalogue?: readonly CatalogueEntry[];
  readonly children: ReactNode;
}): ReactNode {
  const { language: chosen, theme, pixelsPerMillimetre } = useSession();
  const language = spokenAt(props.site ?? null, chosen);
  const zone = props.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const spoken = useMemo(() => createWording({ language, zone }), [language, zone]);
  const entries = props.catalogue ?? none;
  const wording = useMemo(() => withCatalogue(spoken, entries), [spoken, entries]);
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
