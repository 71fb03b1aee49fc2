/** The reference credit service as a subject: a real server on loopback, set up for the suite as any vendor would be. */
import {
  APPLICATION_SECONDS,
  CREDIT,
  certifyCredit,
  REVERIFY_SECONDS,
  startCredit,
} from '../../examples/credit-server.ts';
import { creditSettings } from '../../roles/credit/settings.ts';
import { creditSetUp } from '../../roles/credit/surroundings.ts';
import { addressOf, Deployment, type Ports, type RunningSubject } from './deployment.ts';

interface Options {
  /** Whether the test-control contract is offered. */
  readonly control?: boolean;
}

/** Starts it on its ports, and one that the suite will serve on. */
export async function startReferenceCredit(
  { port, controlPort, suitePort }: Ports,
  { control: hasControl = true }: Options = {},
): Promise<RunningSubject> {
  const deployment = new Deployment();
  const { folder, declared, secret } = deployment;
  const anchor = deployment.write('anchor.txt', await certifyCredit(folder));
  const name = 'OpenACT reference credit service';
  const own = {
    ...{ url: addressOf(port), id: CREDIT, anchor },
    application_seconds: APPLICATION_SECONDS,
    reverify_seconds: REVERIFY_SECONDS,
    ...(hasControl ? { control: { url: addressOf(controlPort), token: secret } } : {}),
    suite: { port: suitePort, secret },
  };
  const setUp = creditSetUp(creditSettings({ own, folder: declared, name, patience: 1 }));
  const control = hasControl ? { control: { port: controlPort, token: secret } } : {};
  deployment.endsWith(await startCredit({ folder, port, ...control }, setUp));
  return deployment.declare('credit', { name, own });
}
