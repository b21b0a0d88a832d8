import type { PolicyVersion } from '../facts/documents.ts';
import type { ClauseId } from '../facts/policyText.ts';

/** SHA-256 of assets/policy/return-policy.txt, the governing text word for word. */
export const governingTextSha256 =
  'f2f5d21a867ee84d666035272c68d4d13dec35f370d948cc2f408ed6f00e4a45';

const words: Readonly<Record<ClauseId, readonly string[]>> = {
  'II-QUALITY': [
    'Quality Issues: If products have quality issues such as material discrepancies or craftsmanship defects, and these are not caused by improper use by the client, we will accept returns without conditions.',
  ],
  'II-ORDER': [
    'Order Errors: If shipping errors occur due to our fault (e.g., incorrect models, specifications, or quantities), clients have the right to request returns or exchanges.',
  ],
  'II-TRANSPORT': [
    'Transport Damage: If products are damaged during transportation due to the fault of the logistics company we select, and the client promptly raises objections upon receipt, we will be responsible for returns or compensation.',
  ],
  'III-APPLY': [
    'Clients must submit written return applications within the agreed timeframe (e.g., within 14 working days after receipt) and provide relevant evidence (e.g., photos, inspection reports).',
  ],
  'III-REVIEW': [
    'We will complete the review within 3 working days after receiving the application and inform clients of the return address, requirements, and subsequent procedures.',
  ],
  'III-SHIPCOST': [
    "The cost of return shipping will be borne by the responsible party. If the return is due to our fault, we will cover the cost of return shipping and arrange for pick-up; if it is due to the client's fault, the client must bear the cost.",
  ],
  'III-INSPECT': [
    'After receiving the returned goods, we will complete the inspection within 7 working days.',
  ],
  'III-REFUND': [
    'If the goods meet the return conditions and are intact, we will immediately initiate the refund process and return the payment to the client according to the agreed refund method (e.g., bank transfer, letter of credit).',
  ],
  'IV-CUSTOM': [
    'Customized Products: For products customized according to specific client needs, unless there are quality issues, returns will not be accepted.',
  ],
  'IV-PERIOD': [
    'Return Period: Clients must submit return applications within the agreed timeframe; otherwise, they will not be eligible for return services. The specific return period will be clearly stated in the sales contract signed by both parties.',
  ],
  'V-CSM': [
    'Each B2B client is assigned a dedicated customer service manager responsible for handling return applications, answering questions, and coordinating subsequent matters to ensure a smooth return process.',
    'the customer service manager will maintain close communication with clients to understand the reasons and needs for returns and provide personalized solutions.',
  ],
  'V-IMPROVE': [
    'We will regularly analyze and summarize return cases to continuously optimize product design, production processes, and service quality, reducing the occurrence of returns.',
    'based on client feedback and suggestions, we will adjust the return policy to better meet client needs.',
  ],
};

/** What an edition says of a clause, word for word. */
export type ClauseWords = {
  /** BCP 47. */
  readonly language: string;
  /** None where its words are not here. */
  readonly sentences: readonly string[];
};

const unsaid: ClauseWords = { language: 'en', sentences: [] };

/**
 * What an edition says of a clause, verbatim and in its own language: its own text, or the shipped one.
 * Nothing for an edition with another text that is not here (`textSha256`): its words are not ours to
 * put into its mouth.
 */
export function policyWords(
  clause: ClauseId,
  edition: Pick<PolicyVersion, 'textSha256' | 'text'> | null,
): ClauseWords {
  if (edition === null) return unsaid;
  const { text, textSha256 } = edition;
  if (text) return { language: text.language, sentences: linesOf(text.clauses[clause]) };
  return textSha256 === governingTextSha256 ? shippedWords(clause) : unsaid;
}

/** What the governing text says of a clause. */
export function shippedWords(clause: ClauseId): ClauseWords {
  return { language: 'en', sentences: words[clause] };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
