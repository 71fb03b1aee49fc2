import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../http/index.ts';
import { loadSigner } from '../http/key-file.ts';
import { jwkThumbprint, type PublicJwk } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AgentAttestationClaims } from '../protocol/generated/types.ts';
import { publicJwkOf } from '../protocol/jws/index.ts';
import { readMessage, signMessage } from '../protocol/messages/index.ts';
import { newId } from '../protocol/ports.ts';
import { exists, keepBareKey, keepFormer, writeWhole } from './keystore.ts';

/** An agent with its key file in one folder, and the provider that vouches for the key. */
export interface AttestedAgent {
  readonly id: string;
  /** The provider's identifier; it has its keys in this trust folder too. */
  readonly provider: string;
  readonly folder: string;
  readonly version?: string;
  /** Of the build that the provider released. */
  readonly versionDigest?: string;
}

const LIFETIME_SECONDS = 30 * 86_400;
const RENEW_SECONDS = LIFETIME_SECONDS / 2;
const PUBLIC_FILE = 0o644;

/**
 * Keeps an agent's key (agent.json) and its provider's statement about it (agent-attestation.jwt); the statement is
 * renewed when half of its life is over or when it is about another key or agent.
 *
 * @param providerFolder where agent-provider.json is
 * @returns whether a new statement was signed
 * @throws StartError
 */
export async function attest(
  dir: string,
  agent: AttestedAgent,
  providerFolder: string,
  now: number,
): Promise<boolean> {
  const publicJwk = publicJwkOf(await keepBareKey(join(dir, agent.folder, 'agent.json'), 'ES256'));
  const path = join(dir, agent.folder, 'agent-attestation.jwt');
  if (await isCurrent(path, agent, publicJwk, now)) return false;
  const claims: AgentAttestationClaims = {
    iss: agent.provider,
    jti: newId((count) => new Uint8Array(randomBytes(count)), 'att'),
    iat: now,
    exp: now + LIFETIME_SECONDS,
    sub: agent.id,
    cnf: { jwk: publicJwk },
    ...(agent.version === undefined ? {} : { agent_version: agent.version }),
    ...(agent.versionDigest === undefined ? {} : { agent_version_digest: agent.versionDigest }),
  };
  const signer = await loadSigner(join(dir, providerFolder, 'agent-provider.json'));
  await keepFormer(path, now);
  await writeWhole(path, `${await signMessage('attestation', claims, signer)}\n`, PUBLIC_FILE);
  return true;
}

async function isCurrent(
  path: string,
  agent: AttestedAgent,
  publicJwk: PublicJwk,
  now: number,
): Promise<boolean> {
  if (!(await exists(path))) return false;
  try {
    const { claims } = readMessage('attestation', (await readFile(path, 'utf8')).trim());
    const sameKey = (await jwkThumbprint(claims.cnf.jwk)) === (await jwkThumbprint(publicJwk));
    const sameAgent = claims.sub === agent.id && claims.iss === agent.provider;
    const sameBuild =
      claims.agent_version === agent.version && claims.agent_version_digest === agent.versionDigest;
    return sameKey && sameAgent && sameBuild && now < claims.exp - RENEW_SECONDS;
  } catch (error) {
    if (error instanceof ActError)
      throw new StartError(`The attestation ${path} is damaged (${error.code}).`);
    throw error;
  }
}
