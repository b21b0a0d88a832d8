/** Version 7: facts also by the picture they took. Sealed: never edit, add v8. */
export const tablesChangedInV7 = {
  facts: 'id,caseId,arrivalId,corrects,sequence,fact.sha256',
} as const;
