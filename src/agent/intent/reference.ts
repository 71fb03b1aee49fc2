import { sha256Base64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ConversationHistory } from '../../protocol/generated/types.ts';
import { parseStrict } from '../../protocol/json/index.ts';
import type { Utterance } from './reader.ts';

/** Reads what a `context_ref` stands for. Where that is, only the platform knows. */
export interface ContextSource {
  /** The bytes as they are kept: JSON of `user_intent_raw`. undefined: there is nothing under this reference. */
  read(contextRef: string): Promise<Uint8Array | undefined>;
}

const ROLES: readonly unknown[] = ['user', 'agent'];

/**
 * The words of an intent that is handed in as a conversation_history. A digest is held to the bytes behind its
 * reference, as they are kept, so that words which were changed after they were said are never read as what the user
 * wants; words without a digest are taken as they are.
 *
 * @returns the turns; words without turns are one turn of the user, said at `createTime` (ISO 8601 UTC)
 * @throws ActError intent_context_mismatch (nothing behind the reference, or something else); json_*, schema_mismatch
 * @see ADD-INT-ICS-04
 */
export async function readConversation(
  source: ContextSource | undefined,
  history: ConversationHistory,
  createTime: string,
): Promise<Utterance[]> {
  const { user_intent_raw: raw, user_intent_raw_digest: digest, context_ref: reference } = history;
  if (digest === undefined) return turnsOf(raw, createTime);
  if (reference === undefined) mismatch('reference');
  const bytes = await source?.read(reference);
  if (bytes === undefined) mismatch('unreadable');
  if ((await sha256Base64url(bytes)) !== digest) mismatch('digest');
  return turnsOf(parseStrict(bytes), createTime);
}

function mismatch(rule: string): never {
  throw new ActError('intent_context_mismatch', { rule });
}

function turnsOf(raw: unknown, createTime: string): Utterance[] {
  const turns: unknown =
    typeof raw === 'string' ? [{ role: 'user', content: raw, create_time: createTime }] : raw;
  if (!Array.isArray(turns) || turns.length === 0 || !turns.every(isTurn)) {
    throw new ActError('schema_mismatch', { rule: 'user_intent_raw' });
  }
  return turns;
}

function isTurn(value: unknown): value is Utterance {
  const turn = value as Partial<Utterance> | null;
  return (
    typeof turn === 'object' &&
    ROLES.includes(turn?.role) &&
    typeof turn?.content === 'string' &&
    typeof turn.create_time === 'string'
  );
}
