import { SUITE_IDS } from '../../live/cast.ts';
import type { Suite } from '../../run/case.ts';
import { ACCOUNT_IDS, promotionIn } from '../account/ids.ts';
import { accountSetUp, openAccountSide } from '../account/open.ts';
import { type AccountSettings, accountSettings } from '../account/settings.ts';
import { acrossCases } from './cases-across.ts';
import { afterCases } from './cases-after.ts';
import { centCases } from './cases-cents.ts';
import { clearingCases } from './cases-clearing.ts';
import { compensationCases } from './cases-compensation.ts';
import { delegatedCases } from './cases-delegated.ts';
import { heldCases } from './cases-held.ts';
import { instantCases } from './cases-instant.ts';
import { keyCases } from './cases-keys.ts';
import { noticeCases } from './cases-notice.ts';
import { onceCases } from './cases-once.ts';
import { otherAgentCases } from './cases-other-agent.ts';
import { otherKeyCases } from './cases-other-key.ts';
import { otherPersonCases } from './cases-other-person.ts';
import { outageCases } from './cases-outages.ts';
import { ownMandateCases } from './cases-own-mandates.ts';
import { partnerCommandCases } from './cases-partner-commands.ts';
import { paymentCases } from './cases-payment.ts';
import { recordCases } from './cases-records.ts';
import { refundCases } from './cases-refund.ts';
import { restartCases } from './cases-restart.ts';
import { subAccountCases } from './cases-sub-account.ts';
import { telemetryCases } from './cases-telemetry.ts';
import { toolCases } from './cases-tool.ts';
import { unreadableCases } from './cases-unreadable.ts';
import { Till } from './till.ts';

const setUp = (own: AccountSettings) => ({
  ...accountSetUp(own),
  mandate_issuer: ACCOUNT_IDS.issuer,
  payees: [ACCOUNT_IDS.shop, ACCOUNT_IDS.otherShop],
  other_person: ACCOUNT_IDS.otherPerson,
  clears_with: SUITE_IDS.otherPsp,
  payer_codes_there: ['62'],
  promotion: promotionIn(own.currency),
  collector_url: `http://127.0.0.1:${own.port}`,
});

export const pspSuite: Suite<Till> = {
  role: 'psp',
  profiles: {
    'psp-delegated': ['delegated'],
    'psp-core': ['delegated', 'instant', 'after-payment'],
    'psp-alone': ['delegated', 'instant', 'after-payment', 'sub-accounts', 'escrow', 'records', 'key-change'],
    'psp-interconnection': ['delegated', 'after-payment', 'interconnection'],
  },
  cases: () => [
    ...toolCases,
    ...delegatedCases,
    ...paymentCases,
    ...ownMandateCases,
    ...instantCases,
    ...afterCases,
    ...heldCases,
    ...refundCases,
    ...centCases,
    ...otherKeyCases,
    ...otherPersonCases,
    ...onceCases,
    ...noticeCases,
    ...recordCases,
    ...compensationCases,
    ...subAccountCases,
    ...acrossCases,
    ...clearingCases,
    ...partnerCommandCases,
    ...outageCases,
    ...keyCases,
    ...restartCases,
    ...unreadableCases,
    ...telemetryCases,
    ...otherAgentCases,
  ],
  setUp: (settings) => setUp(accountSettings('psp', settings)),
  open: (settings) => {
    const own = accountSettings('psp', settings);
    const { patience } = settings;
    return openAccountSide({
      own,
      listedAs: 'PSP',
      setUp: setUp(own),
      patience,
      make: (around, control) => new Till(own, around, control, patience),
    });
  },
};
