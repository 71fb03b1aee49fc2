import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_SECONDS, IDS } from '../../verifier/testing/actors.ts';
import { iacOf, intent } from '../../verifier/testing/claims.ts';
import { type AgentWorld, createAgentWorld } from '../testing/world.ts';
import { toolFor } from './authority.ts';
import { findTool } from './tools.ts';

let world: AgentWorld;

beforeEach(async () => {
  world = await createAgentWorld({ tool: { max_amount: '5000.50', validity_seconds: 90 * DAY_SECONDS } });
});
afterEach(() => world.close());

test.each([
  ['CNY', '5000.50'],
  ['USD', '600.00'],
  ['JPY', '600'],
  ['KWD', '600.00'],
])(
  'a tool for many tasks is as wide as it was said to be in CNY, and in %s: %s',
  async (currency, amount) => {
    const iac = { ...iacOf(intent(), 'A'.repeat(43)), currency };
    const id = await toolFor(world.context, iac, {
      delegator: IDS.delegator,
      keyJkt: world.actors.agent.jkt,
    });
    const asked = await findTool(world.context.store.read, id ?? '');
    expect(asked?.limits).toMatchObject({ currency, max_amount: amount });
    const isForOneTask = asked?.limits.valid_until === iac.validity_end_time;
    expect(isForOneTask).toBe(currency !== 'CNY');
  },
);
