import type { Expected, MandateStep, PayStep, Scenario } from '../format.ts';
import { office, paper, paperPaid } from './office.ts';

const below = { do: 'mandate', agent: 'helper', below: 'mandate' } as const satisfies Partial<MandateStep>;
const limits = (max_total_amount: number, openact: object = {}) => ({
  max_total_amount,
  ext: { openact },
});
const refusedBelow = (
  step: string,
  iac: MandateStep['iac'] & object,
  refused: Expected['refused'] & string,
) => ({ ...below, step, iac, expect: { refused } }) satisfies MandateStep;
const byHelper = { ...paper, agent: 'helper' } as const satisfies Partial<PayStep>;
const depth = (max_total_amount: number) => limits(max_total_amount, { delegation_depth: 1 });

export const scenario: Scenario = {
  name: '24-sub-mandates',
  title:
    'A mandate handed down to a second agent: narrower, of the same words, and good only while the first is',
  world: { ...office, agents: { assistant: {}, helper: {} } },
  setup: [
    { do: 'bind', step: 'an instrument', limit: '2000.00', as: 'tool', expect: { instruments: 1 } },
    { do: 'bind', step: 'one for the helper', agent: 'helper', limit: '2000.00', expect: { instruments: 1 } },
    { do: 'mandate', step: 'a mandate that may be handed down', as: 'mandate', iac: depth(20000) },
    { ...below, step: 'handed down', as: 'handed', iac: limits(10000) },
  ],
  twin: [{ ...byHelper, step: 'the helper pays under it', under: 'handed', expect: paperPaid }],
  steps: [
    refusedBelow('more than the one above', limits(30000), 'mandate_widened'),
    refusedBelow('one that may be handed down again', depth(100), 'mandate_depth_exceeded'),
    refusedBelow(
      'of another intent',
      { ...limits(100), intent_id: 'int_another' },
      'mandate_parent_mismatch',
    ),
    refusedBelow(
      'below another mandate than it says',
      limits(100, { parent_mandate: 'A'.repeat(43) }),
      'mandate_chain_broken',
    ),
    {
      ...byHelper,
      step: 'another agent’s mandate',
      under: 'mandate',
      expect: { refused: 'agent_mismatch' },
    },
    {
      ...byHelper,
      step: 'the one above is used up',
      under: 'second',
      before: [
        { do: 'mandate', step: 'a mandate over 30.00', as: 'small', iac: depth(30) },
        { ...below, step: 'handed down', below: 'small', as: 'first', iac: limits(30) },
        { ...below, step: 'handed down once more', below: 'small', as: 'second', iac: limits(30) },
        { ...byHelper, step: 'the first takes 25.00', under: 'first', expect: paperPaid },
      ],
      expect: { refused: 'parent_limit_reached' },
    },
    {
      ...byHelper,
      step: 'the one above is suspended',
      under: 'handed',
      before: [{ do: 'bank', step: 'risk control suspends it', suspends: '$mandate.delegation_id' }],
      after: [{ do: 'bank', step: 'and lifts it', lifts: '$mandate.delegation_id' }],
      expect: { refused: 'parent_not_active' },
    },
  ],
};
