import { SubjectFault, type Suite, Unreachable } from '../../run/case.ts';
import { Control } from '../account/control.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import { type AccountSettings, accountSettings } from '../account/settings.ts';
import { startSubject } from '../account/start-subject.ts';
import { Surroundings } from '../account/surroundings.ts';
import { accountSetUp } from '../issuer/suite.ts';
import { afterCases } from './cases-after.ts';
import { delegatedCases } from './cases-delegated.ts';
import { instantCases } from './cases-instant.ts';
import { paymentCases } from './cases-payment.ts';
import { subAccountCases } from './cases-sub-account.ts';
import { toolCases } from './cases-tool.ts';
import { Till } from './till.ts';

const NO_NOTES = { exchange: () => undefined };

function setUp({ secret, port }: AccountSettings): Readonly<Record<string, unknown>> {
  const { issuer, shop, otherShop } = ACCOUNT_IDS;
  return { ...accountSetUp(secret, port), mandate_issuer: issuer, payees: [shop, otherShop] };
}

/** Whoever enrols no device is judged by the cases, which need one. */
function asCases(error: unknown): void {
  if (!(error instanceof SubjectFault)) throw error;
}

export const pspSuite: Suite<Till> = {
  role: 'psp',
  profiles: {
    'psp-delegated': ['delegated'],
    'psp-core': ['delegated', 'instant', 'after-payment'],
  },
  cases: () => [
    ...toolCases,
    ...delegatedCases,
    ...paymentCases,
    ...instantCases,
    ...afterCases,
    ...subAccountCases,
  ],
  setUp: (settings) => setUp(accountSettings('psp', settings)),
  open: async (settings) => {
    const own = accountSettings('psp', settings);
    const around = new Surroundings(own, [[own.id, 'PSP']]);
    await around.open();
    let stop = async () => {};
    try {
      stop = await startSubject(own, setUp(own));
      const control = await Control.open(own.control, own.url, settings.patience);
      around.ahead = () => control.ahead;
      const till = new Till(own, around, control, settings.patience);
      // Any answer will do: whether it is a good one is for the cases.
      await till.caller.call(`/accounts/${own.account}`, {});
      await till.enrol(NO_NOTES).catch(asCases);
      return {
        subject: till,
        close: async () => {
          await stop();
          await around.close();
        },
      };
    } catch (error) {
      await stop();
      await around.close();
      throw error instanceof Unreachable ? error : new Unreachable(`${own.url}: ${(error as Error).message}`);
    }
  },
};
