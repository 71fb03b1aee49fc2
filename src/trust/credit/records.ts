import { ActError } from '../../protocol/errors/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type CommandUse, consumeCommand } from '../../store/index.ts';
import { signedStatus } from './lifecycle.ts';
import type { CreditParts } from './ports.ts';
import { readOfParty, readSent } from './senders.ts';
import { findApplication, findVerification, openQuestions } from './tables.ts';

/** How long a subject is shown a request that it has not answered. */
const QUESTION_SECONDS = 24 * 3_600;

/** The record of a verification, and the state of its credential now, where there is one. */
export interface VerificationRecord {
  readonly answer: string;
  readonly status?: string;
}

/**
 * What was answered then, with the claims of then, and beside it the state of now. It is shown to whoever it was for, to
 * whoever asked, to the subject and to the credit service; whoever else asks does not learn that it exists.
 *
 * @throws ActError command_*
 * @see TSD-CRD-VER-21, TSD-CRD-LCM-29
 */
export async function recordOf(
  parts: CreditParts,
  recordId: string,
  command: string,
): Promise<VerificationRecord> {
  const { read } = parts.store;
  const found = await findVerification(read, recordId);
  if (found === undefined) throw new ActError('command_not_permitted');
  const { credentialId, request, answer } = found;
  const subject = (await findApplication(read, credentialId))?.association.subject_id;
  const asker = readMessage('creditRequest', request).claims.iss;
  const use = await readBy(parts, command, recordId, { subject, parties: [answer.aud, asker] });
  await parts.store.transact((tx) => consumeCommand(tx, use));
  const signed = await signMessage('creditAnswer', answer, parts.signer);
  return subject === undefined
    ? { answer: signed }
    : { answer: signed, status: await signedStatus(parts, credentialId) };
}

async function readBy(
  parts: CreditParts,
  command: string,
  recordId: string,
  { subject, parties }: { readonly subject: string | undefined; readonly parties: readonly string[] },
): Promise<CommandUse> {
  const about = { action: 'credit.record', target: recordId } as const;
  const { iss } = readMessage('command', command).claims;
  if (parties.includes(iss)) return readOfParty(parts, command, about);
  if (subject === undefined) throw new ActError('command_not_permitted');
  return (await readSent(parts, command, subject, about)).use;
}

/**
 * The requests that wait for a subject's authorisation, each as its relying party has signed it.
 *
 * @throws ActError command_*
 * @see TSD-CRD-AUTH-03, TSD-CRD-AUTH-15
 */
export async function questionsOf(
  parts: CreditParts,
  subject: string,
  command: string,
): Promise<{ request: string; asked_at: string }[]> {
  const about = { action: 'credit.questions', target: subject } as const;
  const { actor, use } = await readSent(parts, command, subject, about);
  if (actor !== 'subject') throw new ActError('command_not_permitted');
  await parts.store.transact((tx) => consumeCommand(tx, use));
  const open = await openQuestions(parts.store.read, subject, use.now - QUESTION_SECONDS);
  return open.map(({ request, askedAt }) => ({ request, asked_at: formatUtcSeconds(askedAt) }));
}
