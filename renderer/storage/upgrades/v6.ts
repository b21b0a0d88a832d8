/** Version 6: what decisions granted, by case and by the order lines it was taken from. Sealed: never edit, add v7. */
export const tablesAddedInV6 = {
  grants: ',caseId,*orderLines',
} as const;
