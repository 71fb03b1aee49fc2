import { digestOfObject } from '../../protocol/digest/index.ts';
import type { Ext, IacPayload, Intent } from '../../protocol/generated/types.ts';
import { validateIacPayload } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { assertSchema } from '../../protocol/messages/index.ts';

/**
 * The members of an ISR that go into the mandate. The raw conversation stays with the agent, and the confirmation is
 * added by the issuer from its own evidence.
 */
export const SELECTED_MEMBERS = [
  'intent_id',
  'delegation_mode',
  'validity_start_time',
  'validity_end_time',
  'max_total_amount',
  'currency',
  'allowed_payment_methods',
  'agent_id',
  'ext',
] as const satisfies readonly (keyof Intent)[];

export interface IacSelection {
  readonly iac: IacPayload;
  /** The members taken over from the ISR, word for word. */
  readonly selected: readonly string[];
}

/**
 * Selects the IAC payload from an ISR, never the ISR as a whole, and without the address of the user; the ISR is bound by
 * its digest.
 *
 * @throws ActError schema_mismatch
 * @see ADD-IAC-ISS-04, ADD-IAC-ISS-11
 */
export async function selectIac(
  intent: Intent,
  ids: { readonly delegationId: string; readonly delegatorIdentity: string },
): Promise<IacSelection> {
  const selected = SELECTED_MEMBERS.filter((member) => intent[member] !== undefined);
  const members = Object.fromEntries(selected.map((member) => [member, intent[member]]));
  if (intent.ext !== undefined) members.ext = withoutAddress(intent.ext);
  const iac = {
    delegation_id: ids.delegationId,
    delegator_identity: ids.delegatorIdentity,
    ...members,
    source_isr_digest: await digestOfObject(intent as unknown as JsonValue),
  };
  return { iac: assertSchema(validateIacPayload, iac as unknown as JsonValue), selected };
}

/**
 * Where the goods go concerns the seller: no check of the account side needs it, and the mandate leaves it out
 * [OA-PRV-08].
 */
function withoutAddress({ fulfillment, ...ext }: Ext): Ext {
  const { delivery_address: _, ...rest } = fulfillment ?? {};
  return Object.keys(rest).length === 0 ? ext : { ...ext, fulfillment: rest };
}
