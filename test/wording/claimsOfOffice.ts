import type { Claim } from './claim.ts';

/** What central's page says was done, is done or will be. */
export const claimsOfOffice: readonly Claim[] = [
  {
    act: 'a session ends, by itself too',
    by: [
      'central/people/sessionRows.ts#endSession',
      'renderer/office/frame/OfficePage.tsx#OfficePage',
    ],
    says: ['office.signedOut', 'office.trouble.signedOut'],
  },
  {
    act: 'a site’s stations offer the languages it names, and its slips are printed in them',
    by: [
      'renderer/wording/languagesAt.ts#languagesAt',
      'renderer/office/printing/toPrint.ts#languageOf',
    ],
    says: ['field.languages.help'],
  },
  {
    act: 'an administrator gives another a link',
    by: ['central/people/signInLinkRows.ts#signInLinkFor'],
    says: ['office.signIn.lost'],
  },
  {
    act: 'what was typed stays where it is while central does not answer',
    by: ['renderer/office/records/RecordForm.tsx#RecordForm', 'renderer/office/asking/ask.ts#ask'],
    says: ['office.trouble.offline.next', 'office.trouble.wait.next'],
  },
  {
    act: 'a withdrawn record stays on file, and a withdrawn person’s keys end',
    by: ['central/office/recordRows.ts#keepRecords', 'central/office/applyOffice.ts#applyOffice'],
    says: ['records.withdraw.lead'],
  },
  {
    act: 'a client’s bank account is kept sealed at central, shown masked, and used for refunds by transfer',
    by: [
      'central/refunds/bankRows.ts#keepAccount',
      'central/refunds/bankRows.ts#accountOf',
      'central/refunds/bankVault.ts#bankVault',
      'shared/office/bodies/bank.ts#maskedIban',
    ],
    says: ['bank.none', 'bank.remove.lead', 'bank.lead', 'bank.since', 'bank.noKey'],
  },
  {
    act: 'a calendar’s days are read in from a file, and deadlines are counted as far as it reaches',
    by: [
      'central/office/calendarDoor.ts#giveCalendarByName',
      'shared/deadlines/siteCalendar.ts#kindOfDay',
    ],
    says: ['calendar.unknown.next', 'calendar.ics.lead'],
  },
  {
    act: 'what others rest on is not changed',
    by: ['shared/office/admit/admitOffice.ts#admitOffice'],
    says: ['refused.stays'],
  },
  {
    act: 'a company’s own systems send their records',
    by: ['central/routes/officeRoutes.ts#officeRoutes'],
    says: ['setUp.orderLine.next'],
  },
  {
    act: 'a policy’s draft begins with the shipped numbers',
    by: ['shared/office/standardPolicy.ts#standardParameters'],
    says: ['policy.none.next'],
  },
  {
    act: 'a text of a company’s own begins with the shipped words',
    by: ['renderer/office/form/shape.ts#fieldsOf', 'shared/policy/policyWords.ts#shippedWords'],
    says: ['field.text.help'],
  },
  {
    act: 'closed cases are decided again under an edition, and nothing is changed',
    by: [
      'central/replay/replayPage.ts#replayPage',
      'renderer/office/policy/useDraftReplay.ts#useDraftReplay',
    ],
    says: ['policy.choose.next', 'policy.replay'],
  },
  {
    act: 'an edition a second person checked governs what is applied for from its day on',
    by: [
      'shared/office/admit/buildTerms.ts#policyFrom',
      'shared/cases/reading/policyOfCase.ts#policyOfCase',
      'shared/policy/inForce.ts#firstInForce',
    ],
    says: ['policy.check.lead'],
  },
  {
    act: 'a refund that failed waits for an administrator, who sends it again',
    by: ['central/refunds/failedRows.ts#sendAgain'],
    says: ['refunds.says.failed', 'refunds.sendAgain.lead', 'refunds.step.askedToSend'],
  },
  {
    act: 'a refund that is due goes out, waits for its photos, and is looked up where its end is not known',
    by: [
      'central/refunds/startRefunds.ts#startRefunds',
      'central/refunds/photoWaitRows.ts#isWaiting',
    ],
    says: [
      'refunds.state.waiting',
      'refunds.says.due',
      'refunds.says.waiting',
      'refunds.says.instructed',
      'refunds.says.unknown',
    ],
  },
  {
    act: 'a refund is looked up now where an administrator asks for it',
    by: ['central/refunds/instructionRows.ts#lookUpNow'],
    says: ['refunds.asked', 'refunds.step.askedToLookUp'],
  },
  {
    act: 'what was done about a refund is kept with it',
    by: ['central/refunds/stepRows.ts#noteStep', 'central/cases/refundDetail.ts#refundDetail'],
    says: [
      'refunds.step.approved',
      'refunds.step.sent',
      'refunds.step.accepted',
      'refunds.step.stillUnknown',
    ],
  },
  {
    act: 'deadlines are worked out from what was recorded, soon after a start',
    by: ['central/cases/sweeps/keepClocks.ts#keepClocks'],
    says: ['today.deadlines.lead', 'today.deadlines.notCounted', 'today.calendar.missing'],
  },
  {
    act: 'a station’s records are taken, refused, kept waiting or put aside, and gone on with',
    by: [
      'central/commands/notAppliedRows.ts#notApplied',
      'central/commands/retryQuarantined.ts#keepRetryingQuarantined',
    ],
    says: ['today.commands.lead', 'today.gap', 'today.unsent'],
  },
  {
    act: 'refunds that failed, are looked up or wait are counted by their state',
    by: ['central/refunds/refundRows.ts#countWaiting'],
    says: ['today.refunds.none', 'today.refunds.unknown'],
  },
  {
    act: 'what was done is written in the audit, and read there',
    by: ['central/people/auditRows.ts#auditAdmin', 'central/office/auditPageRows.ts#auditPage'],
    says: [
      'audit.did.PIN locked',
      'audit.did.accept refused record',
      'audit.did.drop bank account',
      'audit.did.exchange admin token',
      'audit.did.keep bank account',
      'audit.did.look refund up',
      'audit.did.revoke key',
      'audit.did.revoke station',
      'audit.did.sign in',
      'audit.did.sign out',
    ],
  },
  {
    act: 'goods nobody announced are received',
    by: ['renderer/actions/receiveParcel.ts#receiveParcel'],
    says: ['setUp.expected.next'],
  },
  {
    act: 'a test and a stopped or broken all-or-nothing write nothing',
    by: ['central/imports/run/ownOffice.ts#ownOffice', 'central/office/testedParts.ts#testedParts'],
    says: ['imports.done.test', 'imports.done.nothing.next', 'imports.done.stopped.nothing'],
  },
];

/** Names of fields and their values, and what a person is to do. */
export const noClaimsOfOffice: readonly string[] = [
  'office.signIn.openLine.next',
  'refunds.none.next',
  'refunds.override',
  'refunds.method',
  'refunds.attempts',
  'today.received',
  'office.trouble.gone.next',
  'form.otherForm',
  'setUp.lead',
  'setUp.calendar.next',
  'setUp.contract.next',
  'imports.kind',
  'imports.decimal.mixed',
  'imports.goOn',
  'imports.file.tooLarge',
  'imports.file.brokenZip',
  'imports.file.withPassword',
  'imports.file.brokenWorkbook',
  'field.clientEvidence',
  'field.returnPeriod.help',
  'field.objectionPeriod.help',
  'field.contracts.kind',
  'field.shippedArticle',
  'field.shippedArticle.help',
  'field.orderedQuantity',
  'field.shippedQuantity',
  'field.deliveredOn',
  'field.receivedAt',
  'field.sentOn',
  'field.approvedQuantity',
  'field.freight',
  'policy.compared.with',
  'choice.authorised',
  'choice.partlyAuthorised',
  'choice.denied',
];
