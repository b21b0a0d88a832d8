/** How a table may be written, and which kinds of records come as tables. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
] as const;

export const delimiters = [';', ',', '\t', '|'] as const;

/** Which sign stands before decimals. */
export const decimalForms = ['comma', 'point'] as const;

/** `compact` is 20261130. */
export const dateForms = ['iso', 'dayFirst', 'monthFirst', 'compact'] as const;

/** In an order in which each names only what stands before it. A policy's numbers are no table. */
export const tableKinds = [
  'sites',
  'calendars',
  'people',
  'clients',
  'contracts',
  'articles',
  'catalogue',
  'order-lines',
  'returns',
] as const;
