import { join } from 'node:path';
import {
  addressIn,
  readBaseUrl,
  readHost,
  readIdentifier,
  readPort,
  requiredIdentifier,
  requiredText,
  StartError,
} from '../http/index.ts';
import { readLogUrl } from '../records/index.ts';
import { readPromotions } from './promotions-file.ts';
import { type Partner, type Promotion, payerCodeRoutes } from './psp/index.ts';

/** Where the account side's server finds everything. Paths are as given; addresses without a slash at the end. */
export interface IssuerConfig {
  /** A file, or a postgres:// address. */
  readonly database: string;
  readonly host: string;
  readonly port: number;
  readonly baseUrl: string;
  readonly issuerId: string;
  /** Undefined when this server only issues mandates. */
  readonly pspId: string | undefined;
  /** The payment services that mandates may be made out to. */
  readonly psps: readonly string[];
  readonly trustUrl: string;
  /** File with the pinned public key of the trust list. */
  readonly trustKeyPath: string;
  readonly keys: {
    readonly mandate: string;
    readonly status: string;
    readonly receipt: string;
    readonly command: string;
  };
  /** Of the issuer and of the payment service; read only where there is a log. */
  readonly recordKeys: { readonly issuer: string; readonly psp: string };
  /** Where records are anchored. */
  readonly logUrl: string | undefined;
  /** The payment services that this one clears with; with none, only accounts that are kept here are paid. */
  readonly partners: readonly Partner[];
  /** The first digits of the payer codes that this service gives; none: it gives no codes. */
  readonly payerCodePrefixes: readonly string[];
  /** What is taken off for the service's own users where a partner keeps the account. */
  readonly promotions: readonly Promotion[];
  readonly logLevel: string;
  /** Whether full autonomy (a2p2:L5) is granted. */
  readonly fullAutonomy: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORT = 8411;
const MAX_PREFIXES = 100;

/**
 * Reads the configuration: OPENACT_DATABASE, OPENACT_KEYS (folder), OPENACT_TRUST_URL, OPENACT_TRUST_KEY (file),
 * OPENACT_ISSUER_ID; and optionally OPENACT_PSP_ID, OPENACT_PSPS (identifiers, separated by spaces; by default the
 * own one), OPENACT_FULL_AUTONOMY (`granted`; refused otherwise), OPENACT_PARTNERS (clearing partners, separated by
 * spaces, each with the prefixes of its payer codes, as in `did:act:pay.example/psp=25-30,62`), OPENACT_PAYER_CODES (the
 * prefixes of the own payer codes, as in `10-15`), OPENACT_PROMOTIONS (a file of what is taken off for orders that are paid
 * across), OPENACT_HOST, OPENACT_PORT, OPENACT_BASE_URL, OPENACT_LOG, OPENACT_LOG_URL (where records are anchored).
 *
 * @throws StartError that names the variable
 */
export function readIssuerConfig(environment: Environment): IssuerConfig {
  const host = readHost(environment);
  const port = readPort(environment, DEFAULT_PORT);
  const keys = requiredText(environment, 'OPENACT_KEYS');
  const pspId = readIdentifier(environment, 'OPENACT_PSP_ID');
  const psps = (environment.OPENACT_PSPS ?? pspId ?? '').split(' ').filter((id) => id !== '');
  for (const id of psps) readIdentifier({ OPENACT_PSPS: id }, 'OPENACT_PSPS');
  if (psps.length === 0) throw new StartError('OPENACT_PSP_ID or OPENACT_PSPS is not set.');
  return {
    database: requiredText(environment, 'OPENACT_DATABASE'),
    host,
    port,
    baseUrl: readBaseUrl(environment, host, port),
    issuerId: requiredIdentifier(environment, 'OPENACT_ISSUER_ID'),
    pspId,
    psps,
    ...clearingOf(environment, pspId),
    promotions: readPromotions(environment.OPENACT_PROMOTIONS),
    trustUrl: addressIn(requiredText(environment, 'OPENACT_TRUST_URL'), 'OPENACT_TRUST_URL'),
    trustKeyPath: requiredText(environment, 'OPENACT_TRUST_KEY'),
    keys: {
      mandate: join(keys, 'issuer-mandate.json'),
      status: join(keys, 'issuer-status.json'),
      receipt: join(keys, 'psp-receipt.json'),
      command: join(keys, 'psp-command.json'),
    },
    recordKeys: { issuer: join(keys, 'issuer-record.json'), psp: join(keys, 'psp-record.json') },
    logUrl: readLogUrl(environment),
    logLevel: environment.OPENACT_LOG ?? 'info',
    fullAutonomy: fullAutonomyOf(environment.OPENACT_FULL_AUTONOMY),
  };
}

/** @throws StartError also for a prefix that two services have: whose code it is could not be said */
function clearingOf(
  environment: Environment,
  pspId: string | undefined,
): Pick<IssuerConfig, 'partners' | 'payerCodePrefixes'> {
  const { OPENACT_PARTNERS = '', OPENACT_PAYER_CODES = '' } = environment;
  const partners = OPENACT_PARTNERS.split(' ').filter(Boolean).map(partnerOf);
  const ids = [pspId, ...partners.map((partner) => partner.pspId)];
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new StartError(`OPENACT_PARTNERS has this service or one twice: ${twice}`);
  const payerCodePrefixes = prefixesOf(OPENACT_PAYER_CODES, 'OPENACT_PAYER_CODES');
  try {
    payerCodeRoutes(pspId ?? '', payerCodePrefixes, partners);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StartError(`OPENACT_PARTNERS, OPENACT_PAYER_CODES: ${error.message}`);
  }
  return { partners, payerCodePrefixes };
}

function prefixesOf(ranges: string, name: string): string[] {
  return ranges
    .split(',')
    .filter(Boolean)
    .flatMap((range) => prefixesIn(range, name));
}

const PARTNER = /^(did:act:[A-Za-z0-9.-]{1,100}\/[A-Za-z0-9._:~-]{1,120})(?:=([^=]*))?$/;

/** @throws StartError for a name that no service has, and prefixes that are none */
function partnerOf(text: string): Partner {
  const [, pspId, ranges = ''] = PARTNER.exec(text) ?? [];
  if (pspId === undefined) throw new StartError(`OPENACT_PARTNERS has what is no partner: ${text}`);
  const prefixes = prefixesOf(ranges, 'OPENACT_PARTNERS');
  return prefixes.length === 0 ? { pspId } : { pspId, payerCodePrefixes: prefixes };
}

/** `25-30` names six. */
function prefixesIn(range: string, name: string): string[] {
  const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(range) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === undefined || last?.length !== first.length || !(count > 0 && count <= MAX_PREFIXES)) {
    throw new StartError(`${name} has prefixes that are none: ${range}`);
  }
  return Array.from({ length: count }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  );
}

/** A misspelt wish is no wish, and is told. */
function fullAutonomyOf(text: string | undefined): boolean {
  if (text === undefined || text === 'granted') return text === 'granted';
  throw new StartError(`OPENACT_FULL_AUTONOMY is “${text}”; it can only be “granted”.`);
}
