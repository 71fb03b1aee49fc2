import { digestOfJws, jwkThumbprint, type PublicJwk, statedJwkFrom } from '../../protocol/digest/index.ts';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import type { Role, TrustList } from '../trust/trust-list.ts';
import { assertMoment } from './moment.ts';
import { assertTexts } from './own.ts';
import { assertContext, readSigner, type SignerFacts } from './signer.ts';

export type CommandAction = CommandClaims['action'];

/** To whom, when, and for what the command has to be. `now` in Unix seconds. */
export interface CommandContext {
  readonly now: number;
  readonly audience: string;
  readonly action: CommandAction;
  readonly target: string;
}

/** The key of a device or an agent, or the trust list and the role of an institution. */
export type CommandKey =
  | { readonly publicJwk: PublicJwk }
  | { readonly trustList: TrustList; readonly role: Role };

export interface CommandFacts extends CommandContext {
  readonly claims: CommandClaims;
  readonly digest: string;
  readonly decoded: DecodedJws;
  readonly key: PublicJwk;
  /** The thumbprint that the header has to name; undefined for an institution, which presents certificates. */
  readonly jkt: string | undefined;
}

export interface InstitutionCommandFacts extends CommandFacts {
  readonly signer: SignerFacts;
}

/** @throws TypeError, RangeError for a mistake of whoever calls */
function assertAsked(context: CommandContext): void {
  assertTexts('context', context, ['audience', 'action', 'target']);
  assertMoment(context.now);
}

/** @throws as `readMessage`; schema_mismatch when the key is none; TypeError for a private one, or none at all */
export async function readCommand(
  compact: string,
  context: CommandContext,
  publicJwk: PublicJwk,
): Promise<CommandFacts> {
  assertAsked(context);
  const key = statedJwkFrom(publicJwk, 'key of the sender');
  const { claims, decoded } = readMessage('command', compact);
  const digest = await digestOfJws(compact);
  return { ...context, claims, decoded, digest, key, jkt: await jwkThumbprint(key) };
}

/** @throws as `readMessage`, `readSigner` */
export async function readInstitutionCommand(
  compact: string,
  context: CommandContext,
  by: { readonly trustList: TrustList; readonly role: Role },
): Promise<InstitutionCommandFacts> {
  assertAsked(context);
  const trust = { trustList: by.trustList, now: context.now };
  assertContext(trust);
  const message = readMessage('command', compact);
  const { claims, decoded } = message;
  const signer = readSigner(message, { role: by.role, eku: EKU.command }, trust);
  const digest = await digestOfJws(compact);
  return { ...context, claims, decoded, digest, key: signer.leafKey, jkt: undefined, signer };
}
