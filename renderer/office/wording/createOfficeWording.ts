import { catalogues, english, type WordingId } from '../../wording/catalogues.ts';
import { speak, type Wording, type WordingLanguage } from '../../wording/createWording.ts';
import { type OfficeWordingId, officeCatalogues } from './officeCatalogues.ts';

export type OfficeWording = Wording<WordingId | OfficeWordingId>;

/** What the station says and what only this page says. `zone`: the reader's own. */
export function createOfficeWording(options: {
  readonly language: WordingLanguage;
  readonly zone: string;
}): OfficeWording {
  const { language } = options;
  const own =
    language === 'pseudo' || language === 'pseudoRtl'
      ? officeCatalogues.en
      : { ...catalogues[language], ...officeCatalogues[language] };
  return speak(options, { ...english, ...own });
}
