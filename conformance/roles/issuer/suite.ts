import { Cast, SUITE_IDS } from '../../live/cast.ts';
import { SubjectFault, type Suite, Unreachable } from '../../run/case.ts';
import { Control } from '../account/control.ts';
import { accountSettings } from '../account/settings.ts';
import { startSubject } from '../account/start-subject.ts';
import { Surroundings } from '../account/surroundings.ts';
import { changeCases } from './cases-change.ts';
import { confirmationCases } from './cases-confirmation.ts';
import { delegationCases } from './cases-delegation.ts';
import { deviceCases } from './cases-device.ts';
import { requestCases } from './cases-request.ts';
import { Desk } from './desk.ts';

/** Whoever enrols no device is judged by the cases, which need one. */
function asCases(error: unknown): void {
  if (!(error instanceof SubjectFault)) throw error;
}

const NO_NOTES = { exchange: () => undefined };

/** What every account side has to be set up with: the trust list to believe, and whose device is the suite's. */
export function accountSetUp(secret: string, port: number): Readonly<Record<string, unknown>> {
  const cast = new Cast(secret);
  const url = `http://127.0.0.1:${port}`;
  return {
    trust_list_url: `${url}/trust-list`,
    trust_list_key: cast.trust.key.publicJwk,
    status_list_url: `${url}/status-lists/1`,
    device_key: cast.bare('device').key.publicJwk,
    agent_id: SUITE_IDS.agent,
    agent_provider: SUITE_IDS.provider,
    agent_key: cast.agent.key.publicJwk,
  };
}

export const issuerSuite: Suite<Desk> = {
  role: 'issuer',
  profiles: { 'issuer-mandates': ['mandates'], 'issuer-delegation': ['mandates', 'delegation'] },
  cases: () => [...deviceCases, ...requestCases, ...confirmationCases, ...changeCases, ...delegationCases],
  setUp: (settings) => {
    const { secret, port } = accountSettings('issuer', settings);
    return { ...accountSetUp(secret, port), psp_id: SUITE_IDS.psp };
  },
  open: async (settings) => {
    const own = accountSettings('issuer', settings);
    const around = new Surroundings(own, [[own.id, 'IAC_ISSUER']]);
    await around.open();
    let stop = async () => {};
    try {
      stop = await startSubject(own, { ...accountSetUp(own.secret, own.port), psp_id: SUITE_IDS.psp });
      const control = await Control.open(own.control, own.url, settings.patience);
      around.ahead = () => control.ahead;
      const desk = new Desk(own, around, control, settings.patience);
      // Any answer will do: whether it is a good one is for the cases.
      await desk.caller.call('/status-lists/1', {});
      await desk.enrol(NO_NOTES).catch(asCases);
      return {
        subject: desk,
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
