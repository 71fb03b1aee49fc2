/** What the credit service of a scenario knows of its one subject, and the key that the subject signs with. */
import { join } from 'node:path';
import type { StolenKey } from '../../demo/attacks/kit.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import { jwkThumbprint } from '../../src/protocol/digest/index.ts';
import { generateKeyPair } from '../../src/protocol/jws/index.ts';
import { type KnownCredit, newKnownCredit, sourcesOf } from '../../src/trust/credit/testing/sources.ts';
import type { CreditService } from '../../src/trust/index.ts';
import { CREDIT, SUBJECT } from './plan.ts';

export interface CreditOffice {
  readonly known: KnownCredit;
  readonly subject: StolenKey;
  readonly service: CreditService;
}

const DAY = 86_400;
export const EVIDENCE = 'contract-1';
export const ASSERTION = 'cas-ann';

export async function openCredit(keys: string, baseUrl: string, now: number): Promise<CreditOffice> {
  const known = newKnownCredit();
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  known.subjects.set(SUBJECT, publicJwk);
  known.evidence.add(EVIDENCE);
  known.assertions.set(ASSERTION, { subject: SUBJECT, valid: true, validUntil: now + 90 * DAY, level: 'A' });
  return {
    known,
    subject: { alg: 'ES256', jwk: privateJwk, kid: await jwkThumbprint(publicJwk) },
    service: {
      id: CREDIT,
      baseUrl,
      signer: await loadSigner(join(keys, 'credit/credit.json')),
      sources: sourcesOf(known),
    },
  };
}
