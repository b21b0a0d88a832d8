/** Version 5: decisions somebody signed that are not sealed yet. Sealed: never edit, add v6. */
export const tablesAddedInV5 = {
  heldDecisions: 'key,caseId',
} as const;
