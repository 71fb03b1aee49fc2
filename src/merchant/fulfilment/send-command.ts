import { expectJson } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims, ReleaseAnswer } from '../../protocol/generated/types.ts';
import type { Validator } from '../../protocol/generated/validators.js';
import { signMessage } from '../../protocol/messages/index.ts';
import { newOrderedId } from '../../store/index.ts';
import type { MerchantContext } from '../deps.ts';
import type { PendingCommand } from './outbox.ts';

const TRADE_STATES: ReadonlySet<unknown> = new Set<ReleaseAnswer['state']>([
  'CREATE',
  'WAIT_BUYER_PAY',
  'WAIT_SELLER_FULFILLMENT',
  'WAIT_BUYER_RECEIPT',
  'TRADE_FINISHED',
  'TRADE_CLOSED',
]);

export interface Acknowledgement {
  readonly trade_no: string;
  readonly state: ReleaseAnswer['state'];
}

/** Members that this caller does not read are the payment service's own business. */
const acknowledgement: Validator<Acknowledgement> = (data): data is Acknowledgement =>
  typeof data === 'object' &&
  data !== null &&
  'trade_no' in data &&
  'state' in data &&
  typeof data.trade_no === 'string' &&
  TRADE_STATES.has(data.state);

/**
 * Sends a command to the payment service of a trade, freshly signed for every try, because its time is judged when it
 * arrives.
 *
 * @throws RemoteProblem; ActError issuer_not_trusted, peer_unreachable, peer_answer_invalid
 */
export async function sendCommand(
  deps: MerchantContext,
  entry: Pick<PendingCommand, 'action' | 'pspId' | 'tradeNo' | 'params'>,
): Promise<Acknowledgement> {
  const now = deps.clock();
  const base = (await deps.trust.current(now)).entry(entry.pspId, 'PSP')?.endpoints?.base_url;
  if (base === undefined) throw new ActError('issuer_not_trusted', { entity: entry.pspId, role: 'PSP' });
  const claims: CommandClaims = {
    iss: deps.config.merchant,
    aud: entry.pspId,
    jti: newOrderedId(deps.random, 'cmd', now),
    iat: now,
    action: entry.action,
    target: entry.tradeNo,
    params: entry.params,
  };
  const command = await signMessage('command', claims, deps.signer);
  const road = entry.action === 'payment.refund' ? 'refunds' : 'fulfilment';
  const url = `${base}/payments/${encodeURIComponent(entry.tradeNo)}/${road}`;
  const answer = expectJson(acknowledgement, await deps.http.post(url, { command }));
  if (answer.trade_no !== entry.tradeNo) throw new ActError('peer_answer_invalid', { member: 'trade_no' });
  return answer;
}
