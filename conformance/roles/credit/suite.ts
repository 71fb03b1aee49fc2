import { type Opened, SubjectFault, type Suite, Unreachable } from '../../run/case.ts';
import { Control } from '../account/control.ts';
import { startSubject } from '../account/start-subject.ts';
import { Bureau } from './bureau.ts';
import { applicationCases } from './cases-application.ts';
import { authorizationCases } from './cases-authorization.ts';
import { lifeCases } from './cases-life.ts';
import { limitCases } from './cases-limit.ts';
import { unreadableCases } from './cases-unreadable.ts';
import { messageCases, verificationCases } from './cases-verification.ts';
import { type CreditSettings, creditSettings } from './settings.ts';
import { ASSOCIATION, VERIFICATION } from './steps.ts';
import { creditSetUp, Surroundings } from './surroundings.ts';

async function open(own: CreditSettings, patience: number): Promise<Opened<Bureau>> {
  const around = new Surroundings(own);
  await around.open();
  let stop = async () => {};
  const close = async (): Promise<void> => {
    await stop();
    await around.close();
  };
  try {
    stop = await startSubject(own, creditSetUp(own), patience);
    const control = await Control.open(own.control, own.url, patience);
    around.ahead = () => control.ahead;
    around.aheadSince = () => control.aheadSince;
    const bureau = new Bureau(own, around, control, patience);
    // Any answer will do: whether it is a good one is for the cases.
    await bureau.caller.call('/livez', {});
    return { subject: bureau, close };
  } catch (error) {
    await close();
    throw error instanceof SubjectFault ? new Unreachable(`${own.url}: ${error.message}`) : error;
  }
}

export const creditSuite: Suite<Bureau> = {
  role: 'credit',
  profiles: {
    'credit-association': [ASSOCIATION],
    'credit-verification': [ASSOCIATION, VERIFICATION],
  },
  cases: () => [
    ...applicationCases,
    ...lifeCases,
    ...verificationCases,
    ...authorizationCases,
    ...messageCases,
    ...unreadableCases,
    ...limitCases,
  ],
  setUp: (settings) => creditSetUp(creditSettings(settings)),
  open: (settings) => open(creditSettings(settings), settings.patience),
};
