/** What the certified keys of the table sign, and how readers judge it. Everything is dated to one moment. */
import { readFileSync } from 'node:fs';
import { readRecord, signRecord, verifyRecordSignature } from '../../src/protocol/attestation/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import type { Signer } from '../../src/protocol/jws/index.ts';
import { openCheckpoint, signCheckpoint } from '../../src/protocol/merkle/index.ts';
import { signMessage } from '../../src/protocol/messages/index.ts';
import type { ClaimsOf, MessageKind } from '../../src/protocol/messages/registry.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import { EKU, type Eku } from '../../src/protocol/x509/oids.ts';
import { type CertifiedRole, loadLogKey } from '../../src/trust/index.ts';
import {
  assertAccepted,
  type Judgement,
  keyFromTrustList,
  logKeysOf,
  originOf,
  type TrustContext,
  verifyAnchor,
  verifyAttestation,
  verifyCommand,
  verifyCreditStatus,
  verifyEnrolment,
  verifyFinding,
  verifyMandate,
  verifyQuote,
  verifyReceipt,
  verifyRefusal,
  verifyStatusList,
} from '../../src/verifier/index.ts';
import { IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { STATUS_URI } from '../../src/verifier/testing/claims.ts';
import type { World } from '../../src/verifier/testing/world.ts';

export interface Signed {
  readonly eku: Eku;
  readonly what: string;
  /** With the code, where readers do not say `x509_revoked` of a certificate that is not good any more. */
  readonly refusedAs?: string;
  /** Whether it is judged for the time of what it tells, and so stays good after its key was lost. */
  readonly ofItsTime?: boolean;
  sign(by: SigningKey, at: number): Promise<string>;
  /** @throws ActError */
  judge(text: string, trust: TrustContext): Promise<void>;
}

export interface SigningKey {
  readonly signer: Signer;
  /** Where the key files are. */
  readonly folder: string;
}

/** One key of the table: whose it is in which role, and the files that `openact trust certify` makes for it. */
export interface CertifiedKey {
  readonly holders: readonly {
    readonly id: string;
    readonly role: CertifiedRole;
    readonly file: string;
    readonly signs: readonly Signed[];
  }[];
}

export const ID = {
  ...IDS,
  handler: 'did:act:trust.example/disputes',
  log: 'did:act:trust.example/log',
  credit: 'did:act:credit.example/service',
} as const;

function exampleOf(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../schemas/examples/${name}.json`, import.meta.url), 'utf8'));
}

const accept = async (judging: Promise<Judgement>): Promise<void> => assertAccepted((await judging) as never);

const DIGEST = 'A'.repeat(43);

/** A message whose claims are those of an example, with what makes it this signer's, of now. */
function message<K extends MessageKind>(
  kind: K,
  claims: (at: number) => object,
  judge: (text: string, trust: TrustContext) => Promise<Judgement>,
): Pick<Signed, 'what' | 'sign' | 'judge'> {
  return {
    what: kind,
    sign: ({ signer }, at) => signMessage(kind, claims(at) as ClaimsOf[K], signer),
    judge: (text, trust) => accept(judge(text, trust)),
  };
}

function command(iss: string, role: CertifiedRole, action: ClaimsOf['command']['action']): Signed {
  const target = 'trade-1';
  const claims = (iat: number) => ({
    iss,
    aud: ID.psp,
    jti: `cmd-${iat}`,
    iat,
    action,
    target,
    params: { digest: DIGEST },
  });
  return {
    eku: EKU.command,
    ...message('command', claims, (text, { trustList, now }) =>
      verifyCommand(text, { now, audience: ID.psp, action, target }, { trustList, role }),
    ),
    what: `${action} by ${role}`,
  };
}

function anchor(iss: string, example: string, event_type: ClaimsOf['anchor']['event_type']): Signed {
  return {
    eku: EKU.anchor,
    what: `anchor by ${iss}`,
    sign: ({ signer }, at) =>
      signMessage(
        'anchor',
        {
          ...exampleOf(`anchor/${example}`),
          iss,
          iat: at,
          event_type,
          event_time: formatUtcSeconds(at),
        } as ClaimsOf['anchor'],
        signer,
      ),
    judge: async (text, trust) => {
      await verifyAnchor(text, trust);
    },
  };
}

/** A record is judged for the time of its event, however long ago that is. */
function record(id: string, role: 'IAC_ISSUER' | 'PSP' | 'MERCHANT'): Signed {
  return {
    eku: EKU.record,
    what: `record of ${role}`,
    ofItsTime: true,
    refusedAs: 'record_key_unavailable',
    async sign({ signer }, at) {
      const { signatures: _, ...example } = exampleOf('record/valid') as Record<string, unknown>;
      const unsigned = { ...example, event_time: formatUtcSeconds(at), record_time: formatUtcSeconds(at) };
      return JSON.stringify(await signRecord(unsigned as never, { id, signer }));
    },
    async judge(text, { trustList }) {
      const read = readRecord(new TextEncoder().encode(text));
      const [signature] = read.signatures;
      const at = Date.parse(read.event_time) / 1_000;
      const key = signature && (await keyFromTrustList(trustList, signature, role, at));
      if (signature === undefined || key === undefined) throw new KeyUnavailable();
      if (!(await verifyRecordSignature(read, signature, key.publicJwk)))
        throw new ActError('jws_signature_invalid');
    },
  };
}

/** What a reader of records says in its verdict, which is no code of a message. */
export class KeyUnavailable extends Error {}

const checkpoint: Signed = {
  eku: EKU.log,
  what: 'checkpoint',
  refusedAs: 'log_checkpoint_invalid',
  async sign({ folder }, at) {
    const { key, signer } = await loadLogKey(folder, ID.log);
    return signCheckpoint({ origin: originOf(ID.log), size: at, root: new Uint8Array(32) }, key, signer);
  },
  async judge(text, { trustList, now }) {
    let refusal: unknown;
    for (const key of await logKeysOf(trustList, ID.log, now)) {
      try {
        await openCheckpoint(text, key);
        return;
      } catch (error) {
        refusal = error;
      }
    }
    throw refusal;
  },
};

/** By the names of the table in spec/04-keys.md. */
export function certifiedKeys(world: World): Readonly<Record<string, CertifiedKey>> {
  const { enrolment, receipt, attestation } = world;
  const claimsIn = (compact: string) =>
    JSON.parse(Buffer.from(compact.split('.')[1] ?? '', 'base64url').toString());
  const of = (compact: string) => () => claimsIn(compact);
  const refusal = { ...exampleOf('refusal/valid'), iss: ID.psp, aud: ID.agent, request_digest: DIGEST };
  const creditStatus = exampleOf('credit-status/valid');
  const finding = exampleOf('finding/valid');
  return {
    'issuer-mandate': {
      holders: [
        {
          ...{ id: ID.issuer, role: 'IAC_ISSUER', file: 'issuer-mandate.json' },
          signs: [
            {
              eku: EKU.mandate,
              ...message(
                'mandate',
                () => world.mandateClaims,
                (mandate, trust) =>
                  verifyMandate({ mandate }, { ...trust, audience: ID.psp }, { status: 'Active' }),
              ),
            },
            {
              eku: EKU.mandate,
              ...message('enrolment', of(enrolment), (text, trust) =>
                verifyEnrolment(text, { ...trust, at: trust.now }),
              ),
            },
          ],
        },
      ],
    },
    'issuer-status': {
      holders: [
        {
          ...{ id: ID.issuer, role: 'IAC_ISSUER', file: 'issuer-status.json' },
          signs: [
            {
              eku: EKU.status,
              ...message('statusList', of(world.statusList), (text, trust) =>
                verifyStatusList(text, { ...trust, issuer: ID.issuer, uri: STATUS_URI }),
              ),
            },
          ],
        },
      ],
    },
    'PSP-receipt': {
      holders: [
        {
          ...{ id: ID.psp, role: 'PSP', file: 'psp-receipt.json' },
          signs: [
            {
              eku: EKU.receipt,
              ...message('receipt', of(receipt), (text, trust) =>
                verifyReceipt({ receipt: text }, { ...trust, audience: ID.agent }),
              ),
            },
            {
              eku: EKU.receipt,
              ...message(
                'refusal',
                (iat) => ({ ...refusal, iat, exp: iat + 600 }),
                (text, trust) =>
                  verifyRefusal(text, {
                    ...trust,
                    expected: { psp_id: ID.psp, audience: ID.agent, request_digest: DIGEST },
                  }),
              ),
            },
          ],
        },
      ],
    },
    'PSP-command': {
      holders: [
        {
          ...{ id: ID.psp, role: 'PSP', file: 'psp-command.json' },
          signs: [command(ID.psp, 'PSP', 'interconnect.pay')],
        },
      ],
    },
    'merchant-quote': {
      holders: [
        {
          ...{ id: ID.merchant, role: 'MERCHANT', file: 'merchant-quote.json' },
          signs: [
            {
              eku: EKU.quote,
              ...message(
                'quote',
                () => world.quoteClaims,
                (quote, trust) => verifyQuote({ quote }, { ...trust, agentId: ID.agent }),
              ),
            },
            command(ID.merchant, 'MERCHANT', 'payment.validate'),
          ],
        },
      ],
    },
    'agent-provider': {
      holders: [
        {
          ...{ id: ID.provider, role: 'AGENT_PROVIDER', file: 'agent-provider.json' },
          signs: [{ eku: EKU.agentProvider, ...message('attestation', of(attestation), verifyAttestation) }],
        },
      ],
    },
    record: {
      holders: [
        {
          ...{ id: ID.issuer, role: 'IAC_ISSUER', file: 'issuer-record.json' },
          signs: [
            record(ID.issuer, 'IAC_ISSUER'),
            anchor(ID.issuer, 'valid-delegation', 'act:delegation:delegation-issued'),
          ],
        },
        {
          ...{ id: ID.psp, role: 'PSP', file: 'psp-record.json' },
          signs: [record(ID.psp, 'PSP'), anchor(ID.psp, 'valid', 'act:payment:transaction-completed')],
        },
        {
          ...{ id: ID.merchant, role: 'MERCHANT', file: 'merchant-record.json' },
          signs: [
            record(ID.merchant, 'MERCHANT'),
            anchor(ID.merchant, 'valid', 'act:commerce:fulfillment-completed'),
          ],
        },
      ],
    },
    credit: {
      holders: [
        {
          ...{ id: ID.credit, role: 'CREDIT_SERVICE', file: 'credit.json' },
          signs: [
            {
              eku: EKU.credit,
              ...message(
                'creditStatus',
                (iat) => ({ ...creditStatus, iss: ID.credit, iat, exp: iat + 60 }),
                (text, trust) =>
                  verifyCreditStatus(text, {
                    ...trust,
                    expected: { credential_id: String(creditStatus.credential_id), issuer: ID.credit },
                  }),
              ),
            },
            command(ID.credit, 'CREDIT_SERVICE', 'credit.suspend'),
          ],
        },
      ],
    },
    log: { holders: [{ ...{ id: ID.log, role: 'LOG', file: 'log.json' }, signs: [checkpoint] }] },
    finding: {
      holders: [
        {
          ...{ id: ID.handler, role: 'DISPUTE_HANDLER', file: 'finding.json' },
          signs: [
            {
              eku: EKU.finding,
              ...message(
                'finding',
                (iat) => ({ ...finding, iss: ID.handler, iat, exp: iat + 600 }),
                (text, trust) =>
                  verifyFinding(
                    { finding: text },
                    {
                      ...trust,
                      expected: {
                        trade_no: String(finding.trade_no),
                        evidence: (finding.evidence as string[])[0] ?? '',
                      },
                    },
                  ),
              ),
            },
          ],
        },
      ],
    },
  };
}

export { WORLD_NOW as NOW };
