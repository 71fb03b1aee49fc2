import { join } from 'node:path';
import { IDS } from '../../demo/plan.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import type { CommandClaims } from '../../src/protocol/generated/types.ts';
import type { Signer } from '../../src/protocol/jws/index.ts';
import { signMessage } from '../../src/protocol/messages/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import type { Row } from '../../src/store/index.ts';
import type { Stage } from './stage.ts';

type Order = Omit<CommandClaims, 'jti' | 'iat'>;

/** Signs a command as whoever sends it would. */
async function signed({ world }: Stage, signer: Signer, order: Order): Promise<string> {
  const { clock, dice } = world.around;
  const jti = newId(dice.named(`aside ${clock.exact()} ${order.action}`).bytes, 'cmd');
  return signMessage('command', { ...order, jti, iat: clock.now() }, signer);
}

async function rowOf({ world }: Stage, sql: string, ...params: string[]): Promise<Row> {
  const row = await world.bank.store.read.get(sql, params);
  if (row === undefined) throw new Error(`Nothing to be asked about: ${sql}`);
  return row;
}

function expectWell({ status, body }: { readonly status: number; readonly body: Uint8Array }): void {
  if (status >= 400) throw new Error(`An aside was answered ${status}: ${new TextDecoder().decode(body)}`);
}

/** What is asked about a purchase afterwards: by the agent, the seller, and the user. */
export async function asides(stage: Stage): Promise<void> {
  const { world } = stage;
  const { around, network, device } = world;
  const { rail, issuer } = around.addresses;
  const paid = await rowOf(stage, 'SELECT * FROM payments WHERE merchant = $1 ORDER BY trade_no', IDS.rail);
  const [trade, order] = [String(paid.trade_no), String(paid.out_trade_no)];
  const agentSigner = world.agent.started.deps.signer;
  const railSigner = await loadSigner(join(around.keys, 'rail', 'merchant-quote.json'));
  const [agent, merchant] = [network.clientOf('agent'), network.clientOf('rail')];

  const read = { iss: IDS.agent, aud: IDS.rail, action: 'order.read', target: order } as const;
  expectWell(await agent.get(`${rail}/orders/${order}`, { command: await signed(stage, agentSigner, read) }));
  const query = { iss: IDS.agent, aud: IDS.psp, action: 'payment.query', target: order } as const;
  expectWell(
    await agent.post(`${issuer}/payments/query`, { command: await signed(stage, agentSigner, query) }),
  );
  const refund: Order = {
    ...{ iss: IDS.rail, aud: IDS.psp, action: 'payment.refund', target: trade },
    params: { amount: '1.00', currency: 'CNY', refund_id: newId(around.dice.named(trade).bytes, 'rfd') },
  };
  const url = `${issuer}/payments/${trade}/refunds`;
  expectWell(await merchant.post(url, { command: await signed(stage, railSigner, refund) }));

  const { account_id: account } = await rowOf(
    stage,
    "SELECT account_id FROM accounts WHERE owner = $1 AND kind = 'user'",
    world.delegator,
  );
  await device.readAccount(String(account));
  const { payment_tool_ref: tool } = await rowOf(
    stage,
    "SELECT payment_tool_ref FROM tools WHERE state = 'ACTIVE'",
  );
  await device.order(
    { aud: IDS.psp, action: 'tool.revoke', target: String(tool) },
    `/tools/${String(tool)}/revoke`,
  );
}
