import { ActError } from '../../protocol/errors/index.ts';
import type { AgentContext } from '../config.ts';
import { assembleBundle } from '../purchase/bundle.ts';
import { assembleInstantBundle } from '../purchase/instant-bundle.ts';
import { findIntent, findMandate } from '../tasks/task.ts';
import type { A402Purchase } from './purchases.ts';

/**
 * What a third party needs to judge a purchase on access, put together when somebody asks: there are many of them, and
 * hardly any is ever looked at. The parts are those of the payment; only the trust list is that of now.
 *
 * @returns JSON of schemas/bundle.json, or at act:L1 of schemas/bundle-instant.json
 * @throws ActError not_found when it is not paid, or its mandate was not asked for here; as assembleBundle
 * @see TSD-ATT-DSP-02
 */
export async function a402Bundle(context: AgentContext, purchase: A402Purchase): Promise<string> {
  const { evidence, quote, delegationId } = purchase;
  if (evidence?.payment === undefined) throw new ActError('not_found');
  const { attestation, statusList, cashier, payment } = evidence;
  const then = { ...context, attestation };
  if (cashier !== undefined) {
    return textOf(await assembleInstantBundle(then, { quote, cashier, payment }));
  }
  const { read } = context.store;
  const granted = (await findMandate(read, delegationId))?.granted;
  if (granted === undefined || statusList === undefined) throw new ActError('not_found');
  const intent = await intentOf(context, delegationId);
  const data = { quote, statusList, payment };
  return textOf(
    await assembleBundle(then, { granted, purchase: data, ...(intent === undefined ? {} : { intent }) }),
  );
}

/** Absent once the user had it deleted. */
async function intentOf({ store: { read } }: AgentContext, delegationId: string) {
  const intentId = (await findMandate(read, delegationId))?.iac.intent_id;
  return intentId === undefined ? undefined : findIntent(read, intentId);
}

function textOf({ bytes }: { readonly bytes: Uint8Array }): string {
  return new TextDecoder().decode(bytes);
}
