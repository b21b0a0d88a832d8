/** Acts somebody could say were done: by a person, a station, central or anybody outside. */
const done = [
  'told|notified|informed|asked|sent|paid|refunded|exchanged|charged|started|instructed|confirmed',
  'accepted|acknowledged|approved|declined|decided|signed|proposed|authorised|denied|cancelled',
  'received|linked|counted|photographed|noted|inspected|finished|recorded|saved|stored|kept|verified',
  'put on hold|on hold|held|released|set apart|taken back|undone|sent back|called back|called off',
  'imported|exported|handed in|forwarded|restored|replaced|rebuilt|dropped|discarded|deleted|removed',
  'ordered|arranged|shipped|delivered|booked|printed|scheduled|reported|analysed|credited|measured',
  'enrolled|revoked|locked|updated|corrected|repeated|looked up|written|protected|safe|lost|done',
].join('|');

/** Sentences of these forms say that somebody does, did or will do something. */
const forms: readonly RegExp[] = [
  // "is told", "have not been sent", "was kept"
  new RegExp(`\\b(?:is|are|was|were|be|been|being|has|have) (?:\\w+ ){0,2}?(?:${done})\\b`, 'i'),
  // "Sent", "Taken back: …", "Not recorded"
  new RegExp(`^(?:not )?(?:${done})\\b`, 'i'),
  // "Photo saved", "Refund started"
  new RegExp(`^\\p{Lu}[\\p{L} ]* (?:${done})(?::|$)`, 'u'),
  // "stored at central", "confirmed by the bank"
  new RegExp(`\\b(?:${done}) (?:by|at|here|from|in|for)\\b`, 'i'),
  // "goes to the bench", "go out by themselves", "comes back from central"
  /\b(?:goes|go|comes|come|runs|run) (?:out|back|to|from|by|on)\b/i,
  /\bby (?:itself|themselves)\b/i,
  // "stays expected", "waits in the queue", "appear here"
  /\b(?:stays?|stands?|remains?|waits?|appears?|counts?) (?:in|on|here|expected|saved|for|there|as|with)\b/i,
  // "the office links them", "central starts the refund", "we arrange the pick-up"
  /\b(?:central|the office|the bank|the bench|the dock|the desk|the client|an? (?:inspector|supervisor)(?: or (?:an? )?supervisor)?|the (?:inspector|supervisor|journal)|quayside|it|they|we) (?:now |then |also )?(?:tells?|sends?|pays?|starts?|links?|looks into|corrects?|keeps?|holds?|tries|decides?|arranges?|orders?|charges?|counts?|instructs?|stops?|lets|inspects?|releases?|settles?|receives?|has it all|have it all|has everything)\b/i,
  // "will go by itself", "will be told"
  /\b(?:will|shall) (?:be|go|come|send|tell|stand|appear|start|wait)\b/i,
];

/** Does this English message claim an act? */
export function claimsAnAct(message: string): boolean {
  return forms.some((form) => form.test(message));
}
