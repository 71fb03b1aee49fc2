import { Cast, METHOD_ID, SUITE_IDS } from '../../live/cast.ts';
import { SubjectFault, type Suite, Unreachable } from '../../run/case.ts';
import { Control } from '../account/control.ts';
import { a402Cases } from './cases-a402.ts';
import { a402ServiceCases } from './cases-a402-service.ts';
import { escrowCases } from './cases-escrow.ts';
import { offerCases } from './cases-offer.ts';
import { onceCases } from './cases-once.ts';
import { paymentsCases } from './cases-payments.ts';
import { quoteCases } from './cases-quote.ts';
import { recordCases } from './cases-records.ts';
import { releaseCases } from './cases-release.ts';
import { stockCases } from './cases-stock.ts';
import { Counter } from './counter.ts';
import { merchantSettings } from './settings.ts';
import { Shop } from './shop.ts';

export const merchantSuite: Suite<Shop> = {
  role: 'merchant',
  profiles: {
    'merchant-quote': ['catalogue', 'orders'],
    'merchant-orders': ['catalogue', 'orders', 'cancel', 'notice', 'capability', 'intents', 'operations'],
    'merchant-A402': ['a402'],
  },
  cases: () => [
    ...offerCases,
    ...quoteCases,
    ...releaseCases,
    ...onceCases,
    ...stockCases,
    ...escrowCases,
    ...a402Cases,
    ...a402ServiceCases,
    ...recordCases,
    ...paymentsCases,
  ],
  setUp: (settings) => {
    const { secret, port } = merchantSettings(settings);
    const url = `http://127.0.0.1:${port}`;
    return {
      trust_list_url: `${url}/trust-list`,
      trust_list_key: new Cast(secret).trust.key.publicJwk,
      psp_id: SUITE_IDS.psp,
      psp_url: url,
      method_id: METHOD_ID,
    };
  },
  open: async (settings) => {
    const own = merchantSettings(settings);
    const cast = new Cast(own.secret);
    const counter = new Counter(cast, own);
    await counter.open();
    try {
      const control = await Control.open(own.control, own.url, settings.patience);
      counter.ahead = () => control.ahead;
      counter.aheadSince = () => control.aheadSince;
      counter.aheadOfMail = () => control.aheadOfMail();
      const shop = new Shop(cast, counter, own, control, settings.patience);
      // Any answer will do: whether it is a good one is for the cases.
      await shop.caller.call('/catalogue', {});
      return { subject: shop, close: () => counter.close() };
    } catch (error) {
      await counter.close();
      if (error instanceof Unreachable) throw error;
      throw new Unreachable(
        error instanceof SubjectFault ? `${own.url}: ${error.message}` : `${own.url} does not answer.`,
      );
    }
  },
};
