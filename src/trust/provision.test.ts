import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSigner, readKeyFile, readPublicJwk } from '../http/key-file.ts';
import { jwkThumbprint } from '../protocol/digest/index.ts';
import { publicJwkOf } from '../protocol/jws/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import { EKU, validatePath } from '../protocol/x509/index.ts';
import { assertAccepted, openTrustList, verifyAttestation, verifyCommand } from '../verifier/index.ts';
import { type ProvisionPlan, provision, trustCertify, trustInit, trustPublish } from './index.ts';

const NOW = parseUtcSeconds('2026-11-20T09:00:00Z');
const DAY_SECONDS = 86_400;

const IDS = {
  issuer: 'did:act:bank.example/iac',
  psp: 'did:act:bank.example/psp',
  rail: 'did:act:rail.example/tickets',
  provider: 'did:act:assistant.example/provider',
  agent: 'did:act:assistant.example/agent-007',
};

function planAt(port: number): ProvisionPlan {
  const base_url = `http://127.0.0.1:${port}`;
  return {
    operator: 'did:act:trust.example/list',
    entities: [
      { id: IDS.issuer, role: 'IAC_ISSUER', folder: 'bank', endpoints: { base_url } },
      { id: IDS.psp, role: 'PSP', folder: 'bank', endpoints: { base_url } },
      { id: IDS.rail, role: 'MERCHANT', folder: 'rail' },
      { id: IDS.provider, role: 'AGENT_PROVIDER', folder: 'provider' },
    ],
    agents: [{ id: IDS.agent, provider: IDS.provider, folder: 'agent' }],
  };
}

describe('provision', () => {
  let parent: string;
  let dir: string;
  let made = 0;
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'openact-trust-'));
    dir = await provisioned();
  });
  afterAll(() => rm(parent, { recursive: true }));

  async function provisioned(): Promise<string> {
    made += 1;
    const folder = join(parent, `world-${made}`);
    await provision(folder, planAt(1), NOW);
    return folder;
  }

  async function openList(folder: string, now = NOW) {
    const pinned = await readPublicJwk(join(folder, 'trust-list.pub.json'));
    return openTrustList((await readFile(join(folder, 'trust-list.jwt'), 'utf8')).trim(), pinned, now);
  }

  test('the list opens with the pinned key and has every entity in its role', async () => {
    const list = await openList(dir);
    expect(list.sequence).toBe(1);
    expect(list.entry(IDS.issuer, 'IAC_ISSUER')).toMatchObject({
      status: 'ACTIVE',
      endpoints: { base_url: 'http://127.0.0.1:1' },
    });
    expect(list.entry(IDS.rail, 'MERCHANT')?.status).toBe('ACTIVE');
    expect(list.entry(IDS.rail, 'IAC_ISSUER')).toBeUndefined();
  });

  test('entries hold by the clock of a reader that is slower by what clocks may differ, as certificates do', async () => {
    const history = (await openList(dir, NOW - 60)).entry(IDS.issuer, 'IAC_ISSUER')?.history ?? [];
    expect(history.map(({ status }) => status)).toEqual(['ACTIVE']);
    expect(parseUtcSeconds(history[0]?.from ?? '')).toBeLessThanOrEqual(NOW - 60);
  });

  const purposes: [
    file: string,
    id: string,
    role: 'IAC_ISSUER' | 'PSP' | 'MERCHANT' | 'AGENT_PROVIDER',
    eku: string,
  ][] = [
    ['bank/issuer-mandate.json', IDS.issuer, 'IAC_ISSUER', EKU.mandate],
    ['bank/issuer-status.json', IDS.issuer, 'IAC_ISSUER', EKU.status],
    ['bank/psp-receipt.json', IDS.psp, 'PSP', EKU.receipt],
    ['bank/psp-command.json', IDS.psp, 'PSP', EKU.command],
    ['rail/merchant-quote.json', IDS.rail, 'MERCHANT', EKU.quote],
    ['rail/merchant-quote.json', IDS.rail, 'MERCHANT', EKU.command],
    ['bank/issuer-record.json', IDS.issuer, 'IAC_ISSUER', EKU.record],
    ['bank/psp-record.json', IDS.psp, 'PSP', EKU.record],
    ['rail/merchant-record.json', IDS.rail, 'MERCHANT', EKU.record],
    ['provider/agent-provider.json', IDS.provider, 'AGENT_PROVIDER', EKU.agentProvider],
  ];

  test.each(purposes)(
    '%s is certified for %s as %s, for its purpose and no other',
    async (file, id, role, eku) => {
      const { jwk, header } = await readKeyFile(join(dir, file));
      const x5c = 'x5c' in header ? header.x5c : [];
      expect(x5c).toHaveLength(1);
      const anchors = (await openList(dir)).entry(id, role)?.anchors ?? [];
      const request = { x5c, anchors, at: NOW, eku, subjectUri: id, revoked: [] };
      const path = await validatePath(request);
      expect(path.leafJwk).toEqual(publicJwkOf(jwk));
      await expect(validatePath({ ...request, eku: EKU.log })).rejects.toMatchObject({
        code: 'x509_eku_mismatch',
      });
    },
  );

  test('a merchant’s authority cannot certify an issuer', async () => {
    const { header } = await readKeyFile(join(dir, 'rail/merchant-quote.json'));
    const x5c = 'x5c' in header ? header.x5c : [];
    const anchors = (await openList(dir)).entry(IDS.issuer, 'IAC_ISSUER')?.anchors ?? [];
    const request = { x5c, anchors, at: NOW, eku: EKU.quote, subjectUri: IDS.rail, revoked: [] };
    await expect(validatePath(request)).rejects.toMatchObject({ code: 'x509_chain_broken' });
  });

  test('the agent has a key and a statement of its provider about it', async () => {
    const compact = (await readFile(join(dir, 'agent/agent-attestation.jwt'), 'utf8')).trim();
    const verified = await verifyAttestation(compact, { trustList: await openList(dir), now: NOW });
    assertAccepted(verified);
    const { jwk, header } = await readKeyFile(join(dir, 'agent/agent.json'));
    expect(verified.facts?.claims).toMatchObject({ sub: IDS.agent, cnf: { jwk: publicJwkOf(jwk) } });
    expect(header).toEqual({ kid: await jwkThumbprint(publicJwkOf(jwk)) });
  });

  test('a merchant’s command is believed under its certificate', async () => {
    const claims = {
      iss: IDS.rail,
      aud: IDS.psp,
      jti: 'c-1',
      iat: NOW,
      action: 'fulfilment.confirm',
      target: 't-1',
    } as const;
    const compact = await signMessage(
      'command',
      claims,
      await loadSigner(join(dir, 'rail/merchant-quote.json')),
    );
    const context = { now: NOW, audience: IDS.psp, action: 'fulfilment.confirm', target: 't-1' } as const;
    const judged = await verifyCommand(compact, context, {
      trustList: await openList(dir),
      role: 'MERCHANT',
    });
    expect(judged.verdict).toBe('accepted');
  });

  test('private keys are readable by their owner only', async () => {
    const files = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.json'));
    const secret = files.filter((name) => !name.endsWith('.pub.json'));
    expect(secret.length).toBe(16);
    for (const name of secret) expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600);
    expect(files.some((name) => name.endsWith('.new'))).toBe(false);
  });

  test('again on the same folder nothing changes', async () => {
    const folder = await provisioned();
    const before = await contents(folder);
    const again = await provision(folder, planAt(1), NOW + DAY_SECONDS);
    expect(again).toEqual({ sequence: 1, signed: false, certificatesIssued: 0, attestationsIssued: 0 });
    expect(await contents(folder)).toEqual(before);
  });

  test('changed endpoints and a near next_update publish the next list, keys stay', async () => {
    const folder = await provisioned();
    const key = await readFile(join(folder, 'bank/issuer-mandate.json'), 'utf8');
    expect(await provision(folder, planAt(2), NOW + 1)).toMatchObject({ sequence: 2, signed: true });
    expect((await openList(folder, NOW + 1)).entry(IDS.psp, 'PSP')?.endpoints?.base_url).toBe(
      'http://127.0.0.1:2',
    );
    const near = NOW + 6 * DAY_SECONDS;
    expect(await provision(folder, planAt(2), near)).toMatchObject({ sequence: 3, signed: true });
    expect((await openList(folder, near)).nextUpdate).toBe(near + 7 * DAY_SECONDS);
    expect(await readFile(join(folder, 'bank/issuer-mandate.json'), 'utf8')).toBe(key);
  });

  test('after a year certificates and statements are renewed for the same keys', async () => {
    const folder = await provisioned();
    const { jwk } = await readKeyFile(join(folder, 'bank/psp-receipt.json'));
    const later = NOW + 320 * DAY_SECONDS;
    expect(await provision(folder, planAt(1), later)).toMatchObject({
      certificatesIssued: 9,
      attestationsIssued: 1,
    });
    expect((await readKeyFile(join(folder, 'bank/psp-receipt.json'))).jwk).toEqual(jwk);
  });

  test('whom the plan does not name stays in the list, and a withdrawal is not undone', async () => {
    const folder = await provisioned();
    const other = { id: 'did:act:other.example/shop', role: 'MERCHANT' } as const;
    const withdrawn = { id: IDS.rail, role: 'MERCHANT', status: 'WITHDRAWN' } as const;
    await trustPublish(folder, { changes: [other, withdrawn], now: NOW });
    expect(await provision(folder, planAt(3), NOW)).toMatchObject({ sequence: 3, signed: true });
    const list = await openList(folder);
    expect(list.entry(other.id, 'MERCHANT')?.status).toBe('ACTIVE');
    expect(list.entry(IDS.rail, 'MERCHANT')?.status).toBe('WITHDRAWN');
  });

  test('an agent without its provider in the plan is refused by name', async () => {
    const plan = planAt(1);
    const orphan = { ...plan, entities: plan.entities.filter(({ role }) => role !== 'AGENT_PROVIDER') };
    await expect(provision(join(parent, 'orphan'), orphan, NOW)).rejects.toThrow(IDS.provider);
  });

  test('a damaged list and a folder that is a file are one clear line', async () => {
    const folder = await provisioned();
    await writeFile(join(folder, 'trust-list.jwt'), 'nonsense');
    await expect(provision(folder, planAt(1), NOW)).rejects.toThrow('is damaged (jws_malformed)');
    await writeFile(join(parent, 'file'), '');
    await expect(provision(join(parent, 'file'), planAt(1), NOW)).rejects.toMatchObject({
      name: 'StartError',
    });
  });

  describe('commands of the operator', () => {
    test('init, certify, publish: an entity enters, is suspended, and keeps its history', async () => {
      const folder = join(parent, 'operated');
      expect(await trustInit(folder, NOW)).toBe(join(folder, 'trust-list.pub.json'));
      const entity = { id: IDS.rail, role: 'MERCHANT', folder: 'rail' } as const;
      expect(await trustCertify(folder, entity, NOW)).toBe(2);
      expect(await trustCertify(folder, entity, NOW)).toBe(0);
      const operator = 'did:act:trust.example/list';
      const entering = {
        id: IDS.rail,
        role: 'MERCHANT',
        endpoints: { base_url: 'http://127.0.0.1:9' },
      } as const;
      expect(await trustPublish(folder, { operator, changes: [entering], now: NOW })).toEqual({
        sequence: 1,
        signed: true,
      });
      const suspended = {
        id: IDS.rail,
        role: 'MERCHANT',
        status: 'SUSPENDED',
        revokedCertificates: ['A'.repeat(43)],
      } as const;
      expect(await trustPublish(folder, { changes: [suspended], now: NOW + 60 })).toEqual({
        sequence: 2,
        signed: true,
      });
      expect((await openList(folder, NOW + 60)).entry(IDS.rail, 'MERCHANT')).toMatchObject({
        status: 'SUSPENDED',
        endpoints: { base_url: 'http://127.0.0.1:9' },
        revoked_certificates: ['A'.repeat(43)],
        history: [
          { status: 'ACTIVE', from: '2026-11-20T09:00:00Z' },
          { status: 'SUSPENDED', from: '2026-11-20T09:01:00Z' },
        ],
      });
      expect(await trustPublish(folder, { now: NOW + 120 })).toEqual({ sequence: 2, signed: false });
    });

    test('the first list needs an operator', async () => {
      const folder = join(parent, 'nameless');
      await trustInit(folder, NOW);
      await expect(trustPublish(folder, { now: NOW })).rejects.toThrow('operator');
    });
  });
});

/** Everything in a folder, by name. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const all: Record<string, string> = {};
  for (const name of names.sort()) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) all[name] = await readFile(path, 'utf8');
  }
  return all;
}
