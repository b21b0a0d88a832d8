/** Version 2: findings that are not finished yet. Sealed: never edit, add v3. */
export const tablesAddedInV2 = {
  drafts: 'key,caseId',
} as const;
