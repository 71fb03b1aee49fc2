import { SUITE_IDS } from '../../live/cast.ts';
import type { Suite } from '../../run/case.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import { accountSetUp, openAccountSide } from '../account/open.ts';
import { type AccountSettings, accountSettings } from '../account/settings.ts';
import { changeCases } from './cases-change.ts';
import { confirmationCases } from './cases-confirmation.ts';
import { delegationCases } from './cases-delegation.ts';
import { deviceCases } from './cases-device.ts';
import { eventCases } from './cases-events.ts';
import { familyCases } from './cases-family.ts';
import { floorCases } from './cases-floor.ts';
import { onceCases } from './cases-once.ts';
import { requestCases } from './cases-request.ts';
import { senderCases } from './cases-sender.ts';
import { unreadableCases } from './cases-unreadable.ts';
import { Desk } from './desk.ts';

const setUp = (own: AccountSettings) => ({
  ...accountSetUp(own),
  psp_id: SUITE_IDS.psp,
  other_person: ACCOUNT_IDS.otherPerson,
});

export const issuerSuite: Suite<Desk> = {
  role: 'issuer',
  profiles: {
    'issuer-mandates': ['mandates'],
    'issuer-delegation': ['mandates', 'delegation', 'scanned-codes'],
  },
  cases: () => [
    ...deviceCases,
    ...requestCases,
    ...floorCases,
    ...confirmationCases,
    ...changeCases,
    ...senderCases,
    ...delegationCases,
    ...familyCases,
    ...onceCases,
    ...eventCases,
    ...unreadableCases,
  ],
  setUp: (settings) => setUp(accountSettings('issuer', settings)),
  open: (settings) => {
    const own = accountSettings('issuer', settings);
    const { patience } = settings;
    return openAccountSide({
      own,
      listedAs: 'IAC_ISSUER',
      setUp: setUp(own),
      patience,
      make: (around, control) => new Desk(own, around, control, patience),
    });
  },
};
