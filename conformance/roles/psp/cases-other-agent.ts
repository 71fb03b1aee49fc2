import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { must, mustSucceed, type PspCase, positive } from './steps.ts';
import type { Order, Till } from './till.ts';

/** Two agents give their requests one id: each has its own payment, and finds that one. */

const OTHER = SUITE_IDS.otherAgent;

/** A good payment of another agent, under a mandate and with a tool of its own. @throws SubjectFault */
async function paidByTheOther(till: Till, jti: string, notes: Notes): Promise<JsonObject> {
  const key = till.cast.otherAgent;
  const { toolRef } = await till.bind(notes, {}, { key, id: OTHER });
  const order: Order = {
    agent: key,
    iac: { agent_id: OTHER },
    mandate: { claims: { cnf: { jkt: key.key.jkt } } },
    quote: { values: { aud: OTHER } },
    request: { values: { iss: OTHER, jti, payment_tool_ref: toolRef } },
  };
  const answer = await till.ask(await till.payment(order, notes), notes);
  mustSucceed(answer, 200, 'http/payment-answer.json');
  return answer.body;
}

/** The trade that an agent finds under an id. @throws SubjectFault */
async function found(till: Till, jti: string, notes: Notes, isOther: boolean): Promise<unknown> {
  const by = { claims: { iss: OTHER } };
  const answer = await (isOther
    ? till.askQuery(jti, notes, till.cast.otherAgent, by)
    : till.askQuery(jti, notes));
  mustSucceed(answer, 200, 'http/payment-answer.json');
  return answer.body.trade_no;
}

export const otherAgentCases: readonly PspCase[] = [
  positive(
    'OA-RPL-01',
    'pay-same-id-by-another-agent',
    'The id of a paid request is another agent’s too: its payment is one of its own.',
    async (till, notes) => {
      const jti = id('req');
      const { tradeNo } = await till.pay(notes, { request: { values: { jti } } });
      const { trade_no: other } = await paidByTheOther(till, jti, notes);
      must(other !== tradeNo, 'Two agents have one payment.');
    },
  ),
  positive(
    'OA-QRY-01',
    'query-same-id-by-another-agent',
    'Of two payments under one id each agent finds its own.',
    async (till, notes) => {
      const jti = id('req');
      const { tradeNo } = await till.pay(notes, { request: { values: { jti } } });
      const { trade_no: other } = await paidByTheOther(till, jti, notes);
      must((await found(till, jti, notes, false)) === tradeNo, 'The first agent finds another payment.');
      must((await found(till, jti, notes, true)) === other, 'The second agent finds another payment.');
    },
  ),
];
