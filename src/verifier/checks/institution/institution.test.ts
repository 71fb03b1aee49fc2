import type { TrustListClaims } from '../../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { EKU } from '../../../protocol/x509/index.ts';
import { certifiedActor, DAY_SECONDS, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { type NegativeCase, runSuite } from '../../testing/cases.ts';
import { judgeQuote } from '../../testing/judges.ts';
import { check as certificatePath } from './certificate-path.ts';
import { check as issuerActive } from './issuer-active.ts';
import { check as issuerTrusted } from './issuer-trusted.ts';

type Entry = TrustListClaims['entries'][number];

/** Changes the merchant's entry. */
function entry(change: (entry: Entry) => void) {
  return {
    trustList: (claims: TrustListClaims) => {
      for (const one of claims.entries) if (one.entity === IDS.merchant) change(one);
    },
  };
}

function history(...lines: readonly (readonly [Entry['status'], number])[]) {
  return entry((one) => {
    one.history = lines.map(([status, from]) => ({ status, from: formatUtcSeconds(from) }));
  });
}

const listed: readonly NegativeCase[] = [
  {
    title: 'a sender that is not listed',
    check: issuerTrusted,
    code: 'issuer_not_trusted',
    otherwise: 'x509_chain_broken',
    changes: entry((one) => {
      one.entity = 'did:act:rail.example/other';
    }),
  },
  {
    title: 'a sender that is listed in another role',
    check: issuerTrusted,
    code: 'issuer_not_trusted',
    otherwise: 'x509_chain_broken',
    changes: entry((one) => {
      one.role = 'PSP';
    }),
  },
  {
    title: 'a suspended sender',
    check: issuerActive,
    code: 'issuer_suspended',
    changes: entry((one) => {
      one.status = 'SUSPENDED';
    }),
  },
  {
    title: 'a withdrawn sender',
    check: issuerActive,
    code: 'issuer_suspended',
    changes: entry((one) => {
      one.status = 'WITHDRAWN';
    }),
  },
  {
    title: 'a sender whose suspension has begun',
    check: issuerActive,
    code: 'issuer_suspended',
    changes: history(['SUSPENDED', WORLD_NOW], ['ACTIVE', WORLD_NOW - DAY_SECONDS]),
  },
  {
    title: 'a sender whose admission has not begun',
    check: issuerActive,
    code: 'issuer_suspended',
    changes: history(['ACTIVE', WORLD_NOW + 1]),
  },
];

const path: readonly NegativeCase[] = [
  {
    title: 'a certificate of another merchant’s authority',
    check: certificatePath,
    code: 'x509_chain_broken',
    requirement: 'OA-PKI-03',
    changes: async ({ authorities }) => ({
      signers: {
        quote: (await certifiedActor({ authority: authorities.voyage, uri: IDS.merchant, eku: [EKU.quote] }))
          .signer,
      },
    }),
  },
  {
    title: 'a certificate that names somebody else',
    check: certificatePath,
    code: 'x509_name_mismatch',
    requirement: 'OA-PKI-11',
    changes: async ({ authorities }) => ({
      signers: {
        quote: (await certifiedActor({ authority: authorities.rail, uri: IDS.psp, eku: [EKU.quote] })).signer,
      },
    }),
  },
  {
    title: 'a certificate for another kind of message',
    check: certificatePath,
    code: 'x509_eku_mismatch',
    requirement: 'OA-PKI-10',
    changes: async ({ authorities }) => ({
      signers: {
        quote: (await certifiedActor({ authority: authorities.rail, uri: IDS.merchant, eku: [EKU.command] }))
          .signer,
      },
    }),
  },
  {
    title: 'an expired certificate',
    check: certificatePath,
    code: 'x509_expired',
    requirement: 'OA-PKI-06',
    changes: async ({ authorities }) => ({
      signers: {
        quote: (
          await certifiedActor({
            authority: authorities.rail,
            uri: IDS.merchant,
            eku: [EKU.quote],
            notAfter: WORLD_NOW - 1,
          })
        ).signer,
      },
    }),
  },
];

runSuite('institutions', {
  folder: import.meta.url,
  judge: judgeQuote,
  refused: [...listed, ...path],
  accepted: [
    {
      title: 'a sender whose suspension is announced',
      changes: history(['ACTIVE', WORLD_NOW - DAY_SECONDS], ['SUSPENDED', WORLD_NOW + 1]),
    },
    {
      title: 'a sender that was suspended once',
      changes: history(['SUSPENDED', WORLD_NOW - 2 * DAY_SECONDS], ['ACTIVE', WORLD_NOW]),
    },
  ],
});
