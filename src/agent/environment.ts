import { delimiter } from 'node:path';
import { readLocalOrigins, readPort, requiredText } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { isJsonObject, parseStrict } from '../protocol/json/index.ts';
import { currencyDecimals, parseAmount } from '../protocol/money/index.ts';
import { readLogUrl } from '../records/index.ts';
import type { AgentConfig } from './config.ts';

/** What the agent's server is started with. */
export interface AgentEnvironment {
  /** Where records are anchored. */
  readonly logUrl: string | undefined;
  readonly configPath: string;
  readonly database: string;
  readonly port: number;
  /** Folders with agent.json and agent-attestation.jwt: the key in use first, then those that it replaced. */
  readonly keyFolders: readonly [string, ...string[]];
  readonly trustKeyPath: string;
  readonly logLevel: string;
  /** Where intents in digest form are read from; absent: none is taken. */
  readonly contexts: string | undefined;
  /** Origins of the trust list that may lie on this machine or in a private network. */
  readonly localOrigins: ReadonlySet<string>;
}

const DEFAULT_PORT = 8440;

/**
 * OPENACT_CONFIG (file of `AgentConfig`), OPENACT_KEYS (folder with agent.json and agent-attestation.jwt),
 * OPENACT_TRUST_KEY (file with the pinned public JWK), OPENACT_DATABASE; optionally OPENACT_FORMER_KEYS (folders of keys
 * that were replaced, separated as in PATH), OPENACT_PORT, OPENACT_LOG, OPENACT_LOCAL_ORIGINS, OPENACT_CONTEXTS (folder
 * with the conversations that intents in digest form refer to). The server is its user's own and always listens on
 * loopback.
 *
 * @throws StartError naming the variable that is missing or wrong
 */
export function readAgentEnvironment(env: Readonly<Record<string, string | undefined>>): AgentEnvironment {
  const required = (name: string): string => requiredText(env, name);
  const former = (env.OPENACT_FORMER_KEYS ?? '').split(delimiter).filter((folder) => folder !== '');
  return {
    configPath: required('OPENACT_CONFIG'),
    database: required('OPENACT_DATABASE'),
    keyFolders: [required('OPENACT_KEYS'), ...former],
    trustKeyPath: required('OPENACT_TRUST_KEY'),
    port: readPort(env, DEFAULT_PORT),
    logLevel: env.OPENACT_LOG ?? 'info',
    logUrl: readLogUrl(env),
    contexts: env.OPENACT_CONTEXTS === '' ? undefined : env.OPENACT_CONTEXTS,
    localOrigins: readLocalOrigins(env),
  };
}

const TEXT = ['agent_id', 'issuer', 'psp_id', 'currency', 'trust_list_url'] as const;
const LISTS = ['payment_methods', 'merchants', 'categories'] as const;
const CONFIG_LIMITS = { maxBytes: 1_048_576, maxDepth: 8 };

/**
 * Reads the configuration file of an agent.
 *
 * @throws ActError json_*, schema_mismatch, currency_unknown, amount_*
 */
export function readAgentConfig(bytes: Uint8Array): AgentConfig {
  const value = parseStrict(bytes, CONFIG_LIMITS);
  if (!isJsonObject(value)) throw new ActError('schema_mismatch', { rule: 'config:object' });
  for (const member of TEXT) assertMember(member, typeof value[member] === 'string');
  for (const member of LISTS) assertMember(member, Array.isArray(value[member]));
  assertMember('utc_offset_minutes', Number.isSafeInteger(value.utc_offset_minutes));
  const config = value as unknown as AgentConfig;
  currencyDecimals(config.currency);
  for (const { base_url: url, names } of config.merchants) {
    assertMember('merchants', URL.canParse(url) && Array.isArray(names));
  }
  assertMember('trust_list_url', URL.canParse(config.trust_list_url));
  assertAmounts(config);
  return config;
}

/** What cannot be written in its currency would be found out at the first purchase, and there be a seller's fault. */
function assertAmounts({ currency, confirm_above: above, tool, coupons = [] }: AgentConfig): void {
  if (above !== undefined) parseAmount(above, currency);
  if (tool !== undefined) parseAmount(tool.max_amount, currency);
  for (const coupon of coupons) parseAmount(coupon.amount, coupon.currency);
}

function assertMember(member: string, isRight: boolean): void {
  if (!isRight) throw new ActError('schema_mismatch', { rule: `config:${member}` });
}
