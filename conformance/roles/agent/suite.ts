import type { Suite } from '../../run/case.ts';
import { a402Cases } from './cases-a402.ts';
import { authorityCases } from './cases-authority.ts';
import { orderCases } from './cases-orders.ts';
import { payCases } from './cases-pay.ts';
import { Market } from './market.ts';
import { AgentProcess } from './process.ts';
import { agentSettings } from './settings.ts';

export const agentSuite: Suite<Market> = {
  role: 'agent',
  profiles: {
    'agent-orders': ['orders'],
    'agent-A402': ['a402'],
    'agent-L2': ['orders', 'a402'],
    'agent-L1': ['orders', 'cashier'],
  },
  cases: () => [...authorityCases, ...orderCases, ...payCases, ...a402Cases],
  open: async (settings) => {
    const own = agentSettings(settings);
    const market = new Market(own, new AgentProcess(own));
    await market.open();
    return { subject: market, close: () => market.close() };
  },
};
