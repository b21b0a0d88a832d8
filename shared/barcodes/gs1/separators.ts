import { groupSeparator } from './elementString.ts';

/**
 * How scanners and their keyboards write FNC1 where they cannot say it. None of these can be part of
 * a value, or, in angle brackets, nobody prints them as one.
 */
const written = /<(?:GS|FNC1)>|[[{](?:GS|FNC1)[\]}]|\^\]|\\(?:u00|x)1d|[\u241d~|^]/gi;

/** Where a text is an element string, the same with its separators; `undefined` where none was written so. */
export function withSeparators(text: string, isSaid: boolean): string | undefined {
  const said = text.replaceAll(written, groupSeparator);
  if (said === text) return undefined;
  const isEvident = /^(0[12]\d{14}|00\d{18})/.test(said.split(groupSeparator).find(Boolean) ?? '');
  return isSaid || isEvident ? said : undefined;
}
