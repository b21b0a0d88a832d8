import type { Claim } from './claim.ts';

/** Of a finding while it is put together. */
export const claimsOfBench: readonly Claim[] = [
  {
    act: 'a finding somebody has begun stays, whatever becomes of the catalogue',
    by: [
      'renderer/screens/bench/finding/DefectQuestion.tsx#DefectQuestion',
      'renderer/actions/saveDraft.ts#saveDraft',
    ],
    says: ['bench.defect.withdrawn.next'],
  },
  {
    act: 'a key answers what is asked of a finding, and the last one records it',
    by: [
      'renderer/screens/bench/finding/useFindingKeys.ts#useFindingKeys',
      'renderer/actions/recordFinding.ts#recordFinding',
    ],
    says: ['bench.keys.choose', 'bench.keys.record'],
  },
  {
    act: 'a card that says nothing here records nothing',
    by: ['renderer/screens/bench/useInspection.ts#useInspection'],
    says: ['bench.says.cardNotNow.do'],
  },
  {
    act: 'units nobody found anything about are no more than counted',
    by: ['renderer/screens/portions/outcomeOf.ts#outcomeOf'],
    says: ['outcome.uninspected'],
  },
  {
    act: 'an entry of the catalogue stands for one of our codes',
    by: ['shared/cases/admitFact.ts#admitFact'],
    says: ['refusal.entryOfOtherCode'],
  },
];
