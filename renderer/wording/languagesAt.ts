import type { Site } from '../../shared/facts/documents.ts';
import { type Language, languageKeys } from './languages.ts';

/** What a site's stations offer to speak; all we speak where it does not say. */
export function languagesAt(site: Pick<Site, 'languages'> | null): readonly Language[] {
  return site?.languages ?? languageKeys;
}

/** What a station there speaks: as was chosen, or the site's first language where that is not offered. */
export function spokenAt(site: Pick<Site, 'languages'> | null, chosen: Language): Language {
  const offered = languagesAt(site);
  return offered.includes(chosen) ? chosen : (offered[0] ?? chosen);
}
