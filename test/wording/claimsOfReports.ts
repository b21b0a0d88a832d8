import type { Claim } from './claim.ts';

/** What a printed report says of a case, and what becomes of what is printed. */
export const claimsOfReports: readonly Claim[] = [
  {
    act: 'a report says of a case what its records, papers and the policy say, and no more',
    by: [
      'renderer/screens/report/document/reportOf.ts#reportOf',
      'shared/cases/reading/caseFile.ts#readCaseFile',
      'shared/policy/decide/decideCase.ts#decideCase',
    ],
    says: [
      'report.review.authorised',
      'report.review.partlyAuthorised',
      'report.review.denied',
      'report.review.moreInformation',
      'report.authorised',
      'report.receivedBy',
      'report.counted',
      'report.measured',
      'report.questions.open',
      'report.decided.not',
      'report.signedBy',
      'report.granted',
      'report.refund.method',
      'report.people.received',
      'report.people.inspected',
      'report.people.decided',
      'report.counts.open',
      'report.counts.proposed',
      'report.counts.signed',
      'report.counts.partly',
      'report.counts.final',
      'report.figure.units',
      'report.figure.proposed',
      'report.figure.signed',
    ],
  },
  {
    act: 'pictures are printed smaller than they were taken; the originals stay as they are',
    by: ['renderer/screens/report/shrunkPicture.ts#shrunkPicture'],
    says: ['report.about.pictures'],
  },
  {
    act: 'a document is printed in a hidden window and written where the person chose; before that nothing is',
    by: [
      'electron/main/printing/openPrinting.ts#openPrinting',
      'electron/main/printWindow.ts#printsHidden',
      'renderer/actions/printing/makeReport.ts#makeReport',
    ],
    says: [
      'report.sheet.busy',
      'report.saved',
      'refusal.printBusy',
      'refusal.printBusy.do',
      'refusal.printTooSlow',
      'refusal.printTooSlow.do',
      'refusal.printTooLarge.do',
      'refusal.printFailed',
      'refusal.printFailed.do',
      'refusal.notPrinted',
    ],
  },
  {
    act: 'badges and slips are printed on central’s page',
    by: ['renderer/office/printing/PrintedPages.tsx#PrintedPages'],
    says: ['cards.badges'],
  },
  {
    act: 'a scanned card answers its own question of a finding, and the last one records it',
    by: [
      'renderer/screens/bench/finding/byScan.ts#useFindingByScan',
      'shared/cases/findingCards.ts#findingCards',
    ],
    says: ['cards.findings.how'],
  },
];
