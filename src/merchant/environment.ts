import { join } from 'node:path';
import { addressIn, readHost, readLocalOrigins, readPort, requiredText } from '../http/index.ts';
import { readLogUrl } from '../records/index.ts';

/** What the merchant's server is started with. */
export interface MerchantEnvironment {
  /** Read only where there is a log. */
  readonly recordKeyPath: string;
  /** Where records are anchored. */
  readonly logUrl: string | undefined;
  readonly configPath: string;
  readonly database: string;
  readonly host: string;
  readonly port: number;
  readonly keyPath: string;
  readonly trustUrl: string;
  readonly trustKeyPath: string;
  readonly logLevel: string;
  /** Origins of the trust list that may lie on this machine or in a private network. */
  readonly localOrigins: ReadonlySet<string>;
}

const DEFAULT_PORT = 8430;

/**
 * OPENACT_CONFIG (file of `MerchantConfig`), OPENACT_KEYS (folder with merchant-quote.json), OPENACT_TRUST_URL,
 * OPENACT_TRUST_KEY (file with the pinned public JWK), OPENACT_DATABASE; optionally OPENACT_HOST, OPENACT_PORT,
 * OPENACT_LOG, OPENACT_LOG_URL (where records are anchored), OPENACT_LOCAL_ORIGINS; in test OPENACT_TEST_CONTROL.
 *
 * @throws StartError naming the variable that is missing or wrong
 */
export function readMerchantEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): MerchantEnvironment {
  const required = (name: string): string => requiredText(env, name);
  const trustUrl = addressIn(required('OPENACT_TRUST_URL'), 'OPENACT_TRUST_URL');
  return {
    configPath: required('OPENACT_CONFIG'),
    database: required('OPENACT_DATABASE'),
    keyPath: join(required('OPENACT_KEYS'), 'merchant-quote.json'),
    trustUrl,
    trustKeyPath: required('OPENACT_TRUST_KEY'),
    host: readHost(env),
    port: readPort(env, DEFAULT_PORT),
    logLevel: env.OPENACT_LOG ?? 'info',
    recordKeyPath: join(required('OPENACT_KEYS'), 'merchant-record.json'),
    logUrl: readLogUrl(env),
    localOrigins: readLocalOrigins(env),
  };
}
