import {
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';
import { readMessage } from '../../src/protocol/messages/index.ts';
import type { World } from '../../src/verifier/testing/world.ts';

type Claims = Record<string, unknown>;

/** What every message keeps in the open. */
const IN_THE_OPEN: ReadonlySet<string> = new Set(['iss', 'aud', 'iat', 'nbf', 'exp', 'jti', 'previous']);
const HIDDEN = 2;

/** What a purchase is compared with: the same nine messages as SD-JWTs, each naming the digest of the one before it. */
export type SdJwtChain = readonly {
  readonly compact: string;
  /** Unix seconds: a confirmation is over when the purchase is judged, and was good when it was given. */
  readonly at: number;
}[];

/** The library is given what OpenACT has: Node's own signatures and hashes, and keys that are objects already. */
export class SdJwtVerifier {
  private readonly privateKey: KeyObject;
  private readonly library: SDJwtInstance<Claims>;

  constructor() {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const publicKey = createPublicKey(privateKey);
    this.privateKey = privateKey;
    const form = { dsaEncoding: 'ieee-p1363' } as const;
    this.library = new SDJwtInstance<Claims>({
      signAlg: 'ES256',
      hashAlg: 'sha-256',
      signer: (data) =>
        sign('sha256', Buffer.from(data), { key: this.privateKey, ...form }).toString('base64url'),
      verifier: (data, signature) =>
        verify('sha256', Buffer.from(data), { key: publicKey, ...form }, Buffer.from(signature, 'base64url')),
      hasher: (data) => hash('sha256', typeof data === 'string' ? data : new Uint8Array(data), 'buffer'),
      saltGenerator: (length) => randomBytes(length).toString('base64url'),
    });
  }

  /** Each link with two of its claims as disclosures, both presented: the least that makes it an SD-JWT. */
  async chainOf({ bundle }: World): Promise<SdJwtChain> {
    const links: SdJwtChain[number][] = [];
    for (const claims of claimsIn(bundle)) {
      const payload: Claims = { ...claims, previous: digestOf(links.at(-1)?.compact ?? '') };
      const hidden = Object.keys(payload).filter((name) => !IN_THE_OPEN.has(name));
      // The names are known when it runs and not before.
      const compact = await this.library.issue(payload, { _sd: hidden.slice(0, HIDDEN) } as never);
      links.push({ compact, at: Number(payload.iat) });
    }
    return links;
  }

  /** Signatures, times, disclosures, and that each link names the one before it. @throws Error */
  async verify(links: SdJwtChain): Promise<void> {
    let previous = '';
    for (const { compact, at } of links) {
      const { payload } = await this.library.verify(compact, { currentDate: at });
      if ((payload as Claims).previous !== digestOf(previous)) throw new Error('not a chain');
      previous = compact;
    }
  }
}

const digestOf = (text: string): string => hash('sha256', text, 'base64url');

function claimsIn(bundle: World['bundle']): readonly Claims[] {
  const messages = [
    readMessage('trustList', bundle.trust_list),
    readMessage('attestation', bundle.agent_attestation),
    readMessage('enrolment', bundle.enrolment),
    readMessage('confirmation', bundle.confirmation),
    readMessage('mandate', bundle.mandate),
    readMessage('statusList', bundle.status_list),
    readMessage('quote', bundle.quote),
    readMessage('paymentRequest', bundle.payment_request),
    readMessage('receipt', bundle.receipt),
  ];
  return messages.map(({ claims }) => ({ ...claims }));
}
