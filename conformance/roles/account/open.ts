import { Cast, SUITE_IDS } from '../../live/cast.ts';
import { type Opened, SubjectFault, Unreachable } from '../../run/case.ts';
import type { Bank } from './bank.ts';
import { Control } from './control.ts';
import type { AccountSettings } from './settings.ts';
import { startSubject } from './start-subject.ts';
import { Surroundings } from './surroundings.ts';

const NO_NOTES = { exchange: () => undefined };

/** What every account side has to be set up with: the trust list to believe, and whose device is the suite's. */
export function accountSetUp({ secret, port }: AccountSettings): Readonly<Record<string, unknown>> {
  const cast = new Cast(secret);
  const url = `http://127.0.0.1:${port}`;
  return {
    trust_list_url: `${url}/trust-list`,
    trust_list_key: cast.trust.key.publicJwk,
    next_trust_list_key: cast.nextTrust.key.publicJwk,
    status_list_url: `${url}/status-lists/1`,
    log_url: url,
    device_key: cast.bare('device').key.publicJwk,
    agent_id: SUITE_IDS.agent,
    agent_provider: SUITE_IDS.provider,
    agent_key: cast.agent.key.publicJwk,
  };
}

interface Opening<B extends Bank> {
  readonly own: AccountSettings;
  /** What the subject is in the trust list. */
  readonly listedAs: string;
  readonly setUp: Readonly<Record<string, unknown>>;
  readonly patience: number;
  make(around: Surroundings, control: Control): B;
}

/** Whoever enrols no device is judged by the cases, which need one. */
function leaveToCases(error: unknown): void {
  if (!(error instanceof SubjectFault)) throw error;
}

/**
 * Plays the surroundings, starts the subject where its file says how, and brings the device along.
 *
 * @throws Unreachable, UsageError
 */
export async function openAccountSide<B extends Bank>(opening: Opening<B>): Promise<Opened<B>> {
  const { own, listedAs, setUp, patience } = opening;
  const around = new Surroundings(own, [[own.id, listedAs]]);
  await around.open();
  let stop = async () => {};
  const close = async (): Promise<void> => {
    await stop();
    await around.close();
  };
  try {
    stop = await startSubject(own, setUp, patience);
    const control = await Control.open(own.control, own.url, patience);
    around.ahead = () => control.ahead;
    around.aheadSince = () => control.aheadSince;
    const bank = opening.make(around, control);
    // Any answer will do: whether it is a good one is for the cases.
    await bank.caller.call('/livez', {});
    await bank.enrol(NO_NOTES).catch(leaveToCases);
    return { subject: bank, close };
  } catch (error) {
    await close();
    throw error instanceof SubjectFault ? new Unreachable(`${own.url}: ${error.message}`) : error;
  }
}
