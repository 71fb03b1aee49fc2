import { isIP } from 'node:net';
import { StartError } from './start-error.ts';

/** Where the test-control contract is served, and the token that it asks for. */
export interface TestControlSettings {
  readonly port: number;
  readonly token: string;
}

/** What of a server tells whether somebody relies on it. */
export interface Deployment {
  readonly host: string;
  readonly baseUrl: string;
  readonly database: string;
  readonly trustUrl: string;
  readonly logUrl: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const TOKEN_MIN_CHARS = 16;

/**
 * Reads OPENACT_TEST_CONTROL (a port on loopback) and OPENACT_TEST_CONTROL_TOKEN. With neither there is no test control. It
 * moves the clock and shows the books, so it is refused together with anything that looks like a deployment: another
 * host than loopback, a public address, a shared database, a log or a trust list elsewhere (which says where partners,
 * sellers and status lists are), NODE_ENV=production.
 *
 * @throws StartError that names what speaks against it
 */
export function readTestControl(
  environment: Environment,
  deployment: Deployment,
): TestControlSettings | undefined {
  const { OPENACT_TEST_CONTROL: port, OPENACT_TEST_CONTROL_TOKEN: token } = environment;
  if (port === undefined && token === undefined) return undefined;
  if (port === undefined || !/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535)
    throw new StartError('OPENACT_TEST_CONTROL is not a port.');
  if (token === undefined || token.length < TOKEN_MIN_CHARS)
    throw new StartError(`OPENACT_TEST_CONTROL_TOKEN has fewer than ${TOKEN_MIN_CHARS} characters.`);
  const against = productionSign(environment, deployment);
  if (against !== undefined)
    throw new StartError(`OPENACT_TEST_CONTROL is for tests and is refused with ${against}.`);
  return { port: Number(port), token };
}

/** What looks like a deployment that somebody relies on. */
function productionSign(environment: Environment, at: Deployment): string | undefined {
  const signs: readonly (readonly [string, boolean])[] = [
    ['NODE_ENV=production', environment.NODE_ENV === 'production'],
    ['an OPENACT_HOST other than loopback', !isLoopback(at.host)],
    ['an OPENACT_BASE_URL or base_url other than loopback', !isLoopback(new URL(at.baseUrl).hostname)],
    ['a shared OPENACT_DATABASE', at.database.includes('://')],
    [
      'an OPENACT_LOG_URL other than loopback',
      at.logUrl !== undefined && !isLoopback(new URL(at.logUrl).hostname),
    ],
    ['an OPENACT_TRUST_URL other than loopback', !isLoopback(new URL(at.trustUrl).hostname)],
  ];
  return signs.find(([, speaks]) => speaks)?.[0];
}

function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
