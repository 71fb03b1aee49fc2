import type { Logger } from './log.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable that one of the servers reads. They may share one environment, so each takes those of the others. */
export const SETTINGS: ReadonlySet<string> = new Set([
  'OPENACT_ADDRESS_CONNECTIONS',
  'OPENACT_ADDRESS_RATE',
  'OPENACT_BASE_URL',
  'OPENACT_CALLER_RATE',
  'OPENACT_CONFIG',
  'OPENACT_CONNECTIONS',
  'OPENACT_CONTEXTS',
  'OPENACT_CREDIT_ID',
  'OPENACT_CREDIT_REGISTER',
  'OPENACT_CREDIT_URL',
  'OPENACT_DATABASE',
  'OPENACT_FORMER_KEYS',
  'OPENACT_FULL_AUTONOMY',
  'OPENACT_HANDLER_ID',
  'OPENACT_HOST',
  'OPENACT_IDLE_SECONDS',
  'OPENACT_ISSUER_ID',
  'OPENACT_KEYS',
  'OPENACT_LOCAL_ORIGINS',
  'OPENACT_LOG',
  'OPENACT_LOG_ID',
  'OPENACT_LOG_URL',
  'OPENACT_NOTICE_SECONDS',
  'OPENACT_OPERATOR',
  'OPENACT_OPERATOR_TOKEN',
  'OPENACT_PARTNERS',
  'OPENACT_PAYER_CODES',
  'OPENACT_PORT',
  'OPENACT_PROMOTIONS',
  'OPENACT_PROXIES',
  'OPENACT_PSPS',
  'OPENACT_PSP_ID',
  'OPENACT_TEST_CONTROL',
  'OPENACT_TEST_CONTROL_TOKEN',
  'OPENACT_TRUST_KEY',
  'OPENACT_TRUST_LIST',
  'OPENACT_TRUST_URL',
]);

/** What only `npm start` reads: whoever has it in a shell may start servers there, too. */
const OF_THE_DEMO = 'OPENACT_DATA';

/** What Kubernetes puts into every container about a service whose name begins with “openact-”. */
const SERVICE_LINK = /^OPENACT_\w+_(?:SERVICE_(?:HOST|PORT)|PORT_\d+_)|^OPENACT_\w+_PORT=(?:tcp|udp|sctp):/;

/**
 * Says in the log which variables begin with OPENACT_ and are read by no server: a misspelt limit is none, and nobody
 * would be told. They are not refused, because others may name theirs so. Their values are not repeated, which may be
 * tokens.
 */
export function warnOfUnknownSettings(log: Logger, environment: Environment): void {
  const unknown = Object.entries(environment).filter(([name, value]) => !isKnown(name, value));
  if (unknown.length === 0) return;
  log.warn({ names: unknown.map(([name]) => name).toSorted() }, 'no server here reads these settings');
}

function isKnown(name: string, value: string | undefined): boolean {
  if (value === undefined || !/^OPENACT_/i.test(name)) return true;
  return SETTINGS.has(name) || name === OF_THE_DEMO || SERVICE_LINK.test(`${name}=${value}`);
}
