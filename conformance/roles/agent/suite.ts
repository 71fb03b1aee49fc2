import type { Suite } from '../../run/case.ts';
import { a402Cases } from './cases-a402.ts';
import { addressCases } from './cases-addresses.ts';
import { assignmentCases } from './cases-assignments.ts';
import { authorityCases } from './cases-authority.ts';
import { billCases } from './cases-bills.ts';
import { edgeCases } from './cases-edges.ts';
import { formCases } from './cases-forms.ts';
import { limitCases } from './cases-limits.ts';
import { mandateCases } from './cases-mandates.ts';
import { orderCases } from './cases-orders.ts';
import { partCases } from './cases-parts.ts';
import { payCases } from './cases-pay.ts';
import { quoteCases } from './cases-quotes.ts';
import { recordCases } from './cases-records.ts';
import { refusalCases } from './cases-refusals.ts';
import { talkCases } from './cases-talk.ts';
import { tillCases } from './cases-till.ts';
import { unknownCases } from './cases-unknown.ts';
import { Market } from './market.ts';
import { agentRunner } from './process.ts';
import { agentSettings } from './settings.ts';

export const agentSuite: Suite<Market> = {
  role: 'agent',
  profiles: {
    'agent-orders': ['orders'],
    'agent-A402': ['a402'],
    'agent-L2': ['orders', 'a402'],
    'agent-L1': ['orders', 'cashier'],
    'agent-errands': ['orders', 'a402', 'cashier'],
    'agent-talk': ['orders', 'a402', 'cashier', 'talk'],
    'agent-online': ['orders', 'a402', 'cashier', 'talk', 'records'],
  },
  cases: () => [
    ...talkCases,
    ...refusalCases,
    ...assignmentCases,
    ...partCases,
    ...authorityCases,
    ...mandateCases,
    ...formCases,
    ...orderCases,
    ...quoteCases,
    ...limitCases,
    ...addressCases,
    ...payCases,
    ...unknownCases,
    ...a402Cases,
    ...billCases,
    ...tillCases,
    ...recordCases,
    ...edgeCases,
  ],
  lanes: (settings) => agentSettings(settings).parallel,
  open: async (settings) => {
    const own = agentSettings(settings);
    const runner = agentRunner(own);
    const market = new Market(own, runner);
    await market.open();
    const close = async (): Promise<void> => {
      runner.close();
      await market.close();
    };
    return { subject: market, close };
  },
};
