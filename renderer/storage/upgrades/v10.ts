/** Version 10: decisions somebody has begun and not signed. Sealed: never edit, add v11. */
export const tablesAddedInV10 = { begunDecisions: 'key,caseId,personId' } as const;
