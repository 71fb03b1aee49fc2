import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signAssociation } from '../../protocol/credit/index.ts';
import type { CreditAnswerClaims, CreditRequestClaims } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { random } from '../testing/log-world.ts';
import { confirm } from './applications.ts';
import { conclude } from './reassessment.ts';
import { ID } from './testing/parties.ts';
import { type CreditServiceWorld, createCreditServiceWorld } from './testing/world.ts';
import { answer } from './verification.ts';

let world: CreditServiceWorld;
beforeAll(async () => {
  world = await createCreditServiceWorld();
});
afterAll(() => world.close());

/** Asks, and does something else after the request was judged against what was known, before it is settled. */
async function askWhile(
  claims: CreditRequestClaims,
  meanwhile: () => Promise<unknown>,
  by: Signer = world.signers.merchant,
): Promise<CreditAnswerClaims> {
  const { sources } = world.parts;
  const supports: typeof sources.supports = async (policy) => {
    await meanwhile();
    return sources.supports(policy);
  };
  const request = await signMessage('creditRequest', claims, by);
  const given = await answer({ ...world.parts, sources: { ...sources, supports } }, request);
  return readMessage('creditAnswer', given).claims;
}

/** Of a request that the subject has authorised. */
async function authorized(id: string) {
  const claims = world.request(id);
  const { body } = await world.authorize({ request_id: claims.request_id });
  return { claims, authorization: body.authorization_id };
}

describe('what happens between judging a request and settling it', () => {
  const nothing = async () => undefined;

  test('nothing: the answer passes', async () => {
    const { claims } = await authorized(await world.issue());
    expect(await askWhile(claims, nothing)).toMatchObject({ reason: 'VERIFIED', assertion_valid: true });
  });

  // TSD-CRD-VER-12, TSD-CRD-VER-38
  test('the credential is revoked or suspended: the answer says the state of now, and nothing of the credit', async () => {
    for (const [what, status] of [
      ['revoke', 'REVOKED'],
      ['suspend', 'SUSPENDED'],
    ] as const) {
      const id = await world.issue();
      const { claims } = await authorized(id);
      const given = await askWhile(claims, () => world.order(what, 'subject', id));
      expect(given).toMatchObject({
        reason: 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE',
        credential_status: status,
      });
      expect(given.assertion_valid).toBeUndefined();
    }
  });

  // TSD-CRD-AUTH-21, TSD-CRD-VER-01
  test('the authorisation is revoked: not even whether the assertion is good is told', async () => {
    const { claims, authorization } = await authorized(await world.issue());
    const about = { action: 'credit_authorization.revoke', target: authorization } as const;
    const given = await askWhile(claims, async () =>
      world.post(`/credit/authorizations/${authorization}/revoke`, {
        command: await world.command('subject', about),
      }),
    );
    expect(given).toMatchObject({ reason: 'AUTHORIZATION_REVOKED', completed_level: 'CREDENTIAL' });
    expect(given.assertion_valid).toBeUndefined();
  });

  // TSD-CRD-AUTH-19, TSD-CRD-VER-01
  test('the last place of the window is taken: not even whether the assertion is good is told', async () => {
    const id = await world.issue();
    const { body } = await world.authorize({
      mode: 'PLATFORM_PROXY',
      platform_proxy: ID.psp,
      frequency_limit: { max_requests_per_window: 1, window_duration: 60 },
    });
    const claims = () => world.request(id, { iss: ID.psp, authorization_id: body.authorization_id });
    const { psp } = world.signers;
    const given = await askWhile(
      claims(),
      async () => expect((await world.ask(claims(), psp)).reason).toBe('VERIFIED'),
      psp,
    );
    expect(given).toMatchObject({ reason: 'AUTHORIZATION_SCOPE_MISMATCH', completed_level: 'CREDENTIAL' });
    expect(given.assertion_valid).toBeUndefined();
  });

  // TSD-CRD-VER-51, OA-CRD-08
  test('the request is answered: a second answer tells nothing', async () => {
    const { claims } = await authorized(await world.issue());
    const again = { ...claims, jti: newId(random, 'crm') };
    const given = await askWhile(claims, async () =>
      expect((await world.ask(again)).reason).toBe('VERIFIED'),
    );
    expect(given).toMatchObject({ reason: 'REPLAY_DETECTED', credential_status: 'NOT_DISCLOSED' });
    expect(given.assertion_valid).toBeUndefined();
    expect(given.status_query).toBeUndefined();
  });
});

// TSD-CRD-AUTH-17
test('an authorisation of one request serves one relying party, also of two that ask under one id', async () => {
  const id = await world.issue();
  const claims = world.request(id);
  const { request_id } = claims;
  await world.authorize({ request_id, relying_parties: [ID.merchant, ID.otherMerchant] });
  const other = world.request(id, { request_id, iss: ID.otherMerchant, relying_party: ID.otherMerchant });
  expect(await world.ask(claims)).toMatchObject({ reason: 'VERIFIED', mapped_value: {} });
  const second = await world.ask(other, world.signers.otherMerchant);
  expect(second).toMatchObject({ reason: 'AUTHORIZATION_SCOPE_MISMATCH', completed_level: 'CREDENTIAL' });
  expect(second.assertion_valid).toBeUndefined();
  const asked = { ...other, request_id: newId(random, 'crq'), jti: newId(random, 'crm') };
  await world.authorize({ request_id: asked.request_id, relying_parties: [ID.otherMerchant] });
  expect((await world.ask(asked, world.signers.otherMerchant)).reason).toBe('VERIFIED');
});

describe('what happens between an application and its confirmation', () => {
  // TSD-CRD-ASC-39, TSD-CRD-MAP-02
  test('evidence is withdrawn: nothing is issued, also not in place of what was revoked for that', async () => {
    const former = await world.issue();
    const { body } = await world.apply({ predecessor: former });
    world.known.evidence.delete('evidence-1');
    try {
      expect((await world.confirm(body)).body.code).toBe('credit_evidence_invalid');
      expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
      expect(await world.state(former)).toBe('ACTIVE ISSUED');
    } finally {
      world.known.evidence.add('evidence-1');
    }
    expect((await world.confirm(body)).status).toBe(201);
    expect(await world.state(former)).toBe('REVOKED REPLACED');
  });

  // OA-CRD-16
  test('it is withdrawn: nothing follows what nobody has confirmed', async () => {
    const { body } = await world.apply();
    await world.order('revoke', 'subject', body.credential_id);
    const following = (predecessor: string) => world.apply({ predecessor });
    expect((await following(body.credential_id)).body.code).toBe('credit_predecessor_invalid');
    const issued = await world.issue();
    await world.order('revoke', 'subject', issued);
    expect((await following(issued)).status).toBe(201);
  });
});

// OA-CRD-24
describe('what happens while a credential is being replaced', () => {
  /** Runs once, however often the source is asked. */
  const once = (meanwhile: () => Promise<unknown>) => {
    let ran: Promise<unknown> | undefined;
    return () => {
      ran ??= meanwhile();
      return ran;
    };
  };

  test('another takes its place: what was being confirmed is not issued', async () => {
    const former = await world.issue();
    const { body: draft } = await world.apply({ predecessor: former });
    const { body: other } = await world.apply({ predecessor: former });
    const { sources } = world.parts;
    const overtaken = once(async () => expect((await world.confirm(other)).status).toBe(201));
    const evidenced: typeof sources.evidenced = async (claim) => {
      await overtaken();
      return sources.evidenced(claim);
    };
    const subject_signature = await signAssociation(draft.association, world.subject.signer);
    const parts = { ...world.parts, sources: { ...sources, evidenced } };
    const late = confirm(parts, draft.credential_id, { subject_signature });
    await expect(late).rejects.toMatchObject({ code: 'credit_predecessor_invalid' });
    expect(await world.state(draft.credential_id)).toBe('PENDING APPLIED');
    expect(await world.state(other.credential_id)).toBe('ACTIVE ISSUED');
  });

  test('another takes its place: a reassessment that is concluded then replaces nothing', async () => {
    const former = await world.issue();
    const { body: other } = await world.apply({ predecessor: former });
    world.known.versions.push('1.1');
    try {
      await world.order('reassess', 'service', former, 'REASSESSMENT');
      const { sources } = world.parts;
      const overtaken = once(async () => expect((await world.confirm(other)).status).toBe(201));
      const map: typeof sources.map = async (...asked) => {
        await overtaken();
        return sources.map(...asked);
      };
      const late = conclude({ ...world.parts, sources: { ...sources, map } }, former);
      await expect(late).rejects.toMatchObject({ code: 'credit_predecessor_invalid' });
    } finally {
      world.known.versions.pop();
    }
    expect(await world.state(former)).toBe('REVOKED REPLACED');
    expect(await world.state(other.credential_id)).toBe('ACTIVE ISSUED');
  });
});

describe('a signed state', () => {
  const END = 100;
  async function signed(id: string) {
    const { body } = await world.get<{ status: string }>(`/credit/credentials/${id}/status`);
    return readMessage('creditStatus', body.status).claims;
  }

  // OA-CRD-21, TSD-CRD-LCM-16
  test('ends with the credential, and says when that ended, however late somebody looks', async () => {
    const started = world.now;
    const valid_until = formatUtcSeconds(started + END);
    const active = await world.issue({ valid_until });
    const waiting = (await world.apply({ valid_until })).body.credential_id;
    const suspended = await world.issue({ valid_until });
    await world.order('suspend', 'subject', suspended);
    expect((await signed(active)).exp).toBe(started + 60);
    try {
      world.now = started + END - 1;
      for (const [id, status] of [
        [active, 'ACTIVE'],
        [waiting, 'PENDING'],
        [suspended, 'SUSPENDED'],
      ] as const) {
        expect(await signed(id)).toMatchObject({ status, exp: started + END });
      }
      world.now = started + END + 500;
      for (const id of [active, waiting, suspended]) {
        expect(await signed(id)).toMatchObject({
          status: 'EXPIRED',
          effective_at: valid_until,
          exp: world.now + 60,
        });
      }
    } finally {
      // Time goes forward only: whoever comes next has a fresh service.
      await world.close();
      world = await createCreditServiceWorld();
    }
  });

  // TSD-CRD-LCM-10
  test('says why it is still suspended when one of two has lifted its hold', async () => {
    const id = await world.issue();
    await world.order('suspend', 'subject', id);
    await world.order('reassess', 'service', id, 'OPERATOR_CHANGED');
    await world.order('resume', 'subject', id);
    expect(await world.state(id)).toBe('SUSPENDED OPERATOR_CHANGED');
    await world.order('suspend', 'subject', id);
    await world.order('resume', 'service', id);
    expect(await world.state(id)).toBe('SUSPENDED SUBJECT_REQUEST');
    await world.order('resume', 'subject', id);
    expect(await world.state(id)).toBe('ACTIVE RESUMED');
  });
});
