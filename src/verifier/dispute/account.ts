import { isJsonObject, type JsonObject } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import type { DisputeJudgement } from './bundle.ts';
import type { JudgedRecord } from './record-verdict.ts';

/** What each event means to somebody who has never read ACT. */
const EVENT_TEXTS: Readonly<Record<string, string>> = {
  'act:delegation:intent-created': 'what the user wants was written down and confirmed',
  'act:delegation:delegation-issued': 'a mandate was issued',
  'act:delegation:delegation-suspended': 'the mandate was suspended',
  'act:delegation:delegation-resumed': 'the mandate was resumed',
  'act:delegation:delegation-revoked': 'the mandate was revoked',
  'act:delegation:delegation-expired': 'the mandate ran out',
  'act:commerce:decision-logged': 'the agent compared offers and chose',
  'act:commerce:cart-confirmed': 'the order was confirmed',
  'act:payment:transaction-completed': 'the payment was made',
  'act:commerce:fulfillment-completed': 'the order was delivered',
};

const VERDICT_TEXTS: Readonly<Record<JudgedRecord['verdict'], string>> = {
  VERIFIED: 'signed, unchanged, and anchored',
  PAYLOAD_HASH_MISMATCH: 'its content is not what its hash says: it was changed',
  SIGNATURE_INVALID: 'a signature does not hold',
  CHAIN_HASH_MISMATCH: 'it is not what was anchored',
  ANCHOR_NOT_FOUND: 'it is not shown to be anchored',
  ANCHOR_QUERY_TIMEOUT: 'the log did not answer',
  PUBLIC_KEY_UNAVAILABLE: 'the key that signed it cannot be traced to its owner',
};

const FINDING_TEXTS = {
  COMPENSATED: 'the payment lies outside what the user had allowed: to be compensated',
  DENIED: 'the payment lies within a mandate that the user has confirmed: not to be compensated',
  REVIEW: 'not clear from this evidence: people have to look at it',
} as const;

/** Who signed what when, and what is missing, in plain sentences: one a line. */
export function accountOf(judgement: DisputeJudgement): string[] {
  const { bundle, records, missing, purchase, finding, code, about } = judgement;
  const lines: string[] = [];
  if (bundle !== undefined) lines.push(...signedMessages(bundle.purchase));
  for (const judged of records) lines.push(recordLine(judged));
  for (const event of missing) lines.push(`missing: no record that ${EVENT_TEXTS[event] ?? event}`);
  if (purchase !== undefined) {
    const refused = purchase.refusal;
    lines.push(
      refused === undefined
        ? 'the purchase: every check holds, from the user’s confirmation to the receipt'
        : `the purchase: refused, ${refused.code} (${refused.requirement})`,
    );
  }
  if (code !== undefined) lines.push(`what does not hold: ${code}${about ? `, ${about}` : ''}`);
  lines.push(`finding: ${finding.finding} (${finding.reason}): ${FINDING_TEXTS[finding.finding]}`);
  return lines;
}

/** Whoever signed the record stands for it, not whoever submitted its anchor. @see TSD-ATT-OCA-27 */
function recordLine({ record, verdict, about }: JudgedRecord): string {
  const signers = record.signatures.map(({ signer }) => signer).join(', ');
  const what = EVENT_TEXTS[record.event_type] ?? record.event_type;
  const detail = about === undefined ? '' : ` (${about})`;
  return `${record.event_time}  ${signers} recorded that ${what}: ${verdict}, ${VERDICT_TEXTS[verdict]}${detail}`;
}

/** The messages of the purchase that people ask about first, with who signed them. */
const MESSAGES = [
  ['enrolment', 'enrolment', 'stated whose the user’s device is'],
  ['confirmation', 'confirmation', 'the user’s device: confirmed what was shown'],
  ['mandate', 'mandate', 'issued the mandate'],
  ['quote', 'quote', 'offered the order at its price'],
  ['payment_request', 'paymentRequest', 'asked for the payment'],
  ['receipt', 'receipt', 'stated that the payment was made'],
] as const;

function signedMessages(purchase: object): string[] {
  const messages = purchase as Readonly<Record<string, unknown>>;
  return MESSAGES.flatMap(([member, kind, did]) => {
    const compact = messages[member];
    if (typeof compact !== 'string') return [];
    const { claims } = readMessage(kind, compact);
    const { iss, iat } = claims;
    return [`${new Date(iat * 1_000).toISOString().replace('.000Z', 'Z')}  ${iss} ${did}${amountIn(claims)}`];
  });
}

function amountIn(claims: unknown): string {
  const { amount, currency } = isJsonObject(claims as JsonObject) ? (claims as JsonObject) : {};
  return typeof amount === 'string' && typeof currency === 'string' ? `: ${amount} ${currency}` : '';
}
