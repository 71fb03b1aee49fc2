import { digestOfObject } from '../../protocol/digest/index.ts';
import type { InterconnectInstruction } from '../../protocol/generated/types.ts';
import { validateInterconnectInstruction } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { type Money, parseAmount } from '../../protocol/money/index.ts';
import type { OnState, PaymentState } from './payment.ts';
import { assertKnownState } from './payment-state.ts';
import { type OnQuote, readQuote } from './quote.ts';
import { sentObject } from './sent.ts';
import { assertContext, type TrustContext } from './signer.ts';

/** What another payment service instructs, beside the order that it is about. */
export interface InstructionFacts extends OnState, OnQuote {
  /** Unix seconds. */
  readonly now: number;
  /** The service that keeps the payee's account. */
  readonly audience: string;
  /** Whom the quote has to be made out to. */
  readonly agentId: string;
  /** The service that instructs: who signed the command. */
  readonly sender: string;
  /** Whom the service clears with. The account itself has to be kept here, whoever instructs. */
  readonly partners: readonly string[];
  readonly instruction: InterconnectInstruction;
  /** As of a payment request: what it is paid with. */
  readonly request: { readonly claims: InterconnectInstruction };
  readonly amount: Money;
  /** As it came, and as the command states it. */
  readonly digest: string;
  readonly signedDigest: string | undefined;
}

export interface InstructionInput {
  readonly instruction: InterconnectInstruction;
  readonly sender: string;
  /** params.digest of the command. */
  readonly signedDigest: string | undefined;
}

export interface InstructionContext extends TrustContext {
  readonly audience: string;
}

/** What the service that keeps the payee's account knows of it. */
export type InstructionState = Pick<PaymentState, 'payeeOwner' | 'partners'>;

/** @throws as `readQuote`, `parseAmount`; schema_mismatch */
export async function readInstruction(
  input: InstructionInput,
  context: InstructionContext,
  state: InstructionState,
): Promise<InstructionFacts> {
  assertContext(context, 'audience');
  assertKnownState(state);
  const { instruction: given, sender, signedDigest } = sentObject(input);
  const { payeeOwner, partners = [] } = state;
  const { now, audience } = context;
  const instruction = assertSchema(validateInterconnectInstruction, given as unknown as JsonValue);
  return {
    now,
    audience,
    sender,
    signedDigest,
    instruction,
    request: { claims: instruction },
    partners,
    state: { payeeOwner },
    agentId: instruction.agent_id,
    digest: await digestOfObject(instruction as unknown as JsonValue),
    amount: parseAmount(instruction.amount, instruction.currency),
    quote: await readQuote(instruction.quote, context, undefined),
  };
}
