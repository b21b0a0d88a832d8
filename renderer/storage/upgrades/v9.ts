/** Version 9: the company's catalogue. What came of it before was set aside and is asked for again. Sealed: never edit, add v10. */
export const tablesAddedInV9 = { catalogue: '' } as const;
