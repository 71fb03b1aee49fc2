import { beforeAll, describe, expect, test } from 'vitest';
import type { Judgement } from './check.ts';
import type { Role } from './index.ts';
import { type Actors, createActors, WORLD_NOW } from './testing/actors.ts';
import type { Given } from './testing/cases.ts';
import * as judges from './testing/judges.ts';
import { buildWorld, type Changes } from './testing/world.ts';

/** Each message that an institution signs, its role, and somebody with a certificate for another purpose. */
const MESSAGES: readonly {
  readonly name: string;
  readonly role: Role;
  readonly judge: (given: Given) => Promise<Judgement>;
  readonly misused: (actors: Actors) => Changes['signers'];
}[] = [
  {
    name: 'mandate',
    role: 'IAC_ISSUER',
    judge: judges.judgeMandate,
    misused: ({ issuerStatus }) => ({ mandate: issuerStatus.signer }),
  },
  {
    name: 'enrolment',
    role: 'IAC_ISSUER',
    judge: judges.judgeEnrolment,
    misused: ({ issuerStatus }) => ({ enrolment: issuerStatus.signer }),
  },
  {
    name: 'status list',
    role: 'IAC_ISSUER',
    judge: judges.judgeStatusList,
    misused: ({ issuer }) => ({ statusList: issuer.signer }),
  },
  {
    name: 'receipt',
    role: 'PSP',
    judge: judges.judgeReceipt,
    misused: ({ issuer }) => ({ sellerReceipt: issuer.signer }),
  },
  {
    name: 'quote',
    role: 'MERCHANT',
    judge: judges.judgeQuote,
    misused: ({ psp }) => ({ quote: psp.signer }),
  },
  {
    name: 'attestation',
    role: 'AGENT_PROVIDER',
    judge: judges.judgeAttestation,
    misused: ({ merchant }) => ({ attestation: merchant.signer }),
  },
];

describe('institutional messages', () => {
  let actors: Actors;
  beforeAll(async () => {
    actors = await createActors();
  });

  for (const { name, role, judge, misused } of MESSAGES) {
    const judged = async (changes: Changes) => {
      const world = await buildWorld(actors, changes);
      return judge({ world, now: WORLD_NOW, state: world.state });
    };
    const withoutRole: Changes = {
      trustList: (claims) => {
        claims.entries = claims.entries.filter((entry) => entry.role !== role);
      },
    };
    const suspended: Changes = {
      trustList: (claims) => {
        for (const entry of claims.entries) if (entry.role === role) entry.status = 'SUSPENDED';
      },
    };

    test(`a ${name} counts only from a listed and active ${role} with a certificate for it`, async () => {
      expect((await judged({})).verdict).toBe('accepted');
      expect((await judged(withoutRole)).refusal).toMatchObject({
        code: 'issuer_not_trusted',
        requirement: 'OA-TRL-04',
      });
      expect((await judged(suspended)).refusal).toMatchObject({
        code: 'issuer_suspended',
        requirement: 'OA-TRL-05',
      });
      const wrong = await judged({ signers: misused(actors) ?? {} });
      expect(wrong.refusal?.code).toMatch(/^x509_(eku_mismatch|chain_broken)$/);
      expect((await judged({})).verdict).toBe('accepted');
    });
  }
});
