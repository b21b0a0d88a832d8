/** Version 5: what decisions granted, by case and by the order lines it was taken from. Sealed: never edit, add v6. */
export const tablesAddedInV5 = {
  grants: ',caseId,*orderLines',
} as const;
