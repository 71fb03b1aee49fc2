import { delimiter } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger, type HttpAnswer, type HttpClient } from '../http/index.ts';
import { IDS } from '../verifier/testing/actors.ts';
import { createAgentApp } from './app.ts';
import { runAgentCli } from './cli.ts';
import { readAgentConfig, readAgentEnvironment } from './environment.ts';
import { PAYER_CODE } from './testing/bank.ts';
import { offerAtTill } from './testing/till.ts';
import { type AgentWorld, agentConfig, createAgentWorld, UTTERANCE } from './testing/world.ts';

const BASE = 'http://127.0.0.1:8440';

let world: AgentWorld;
let app: ReturnType<typeof createAgentApp>;
beforeEach(async () => {
  world = await createAgentWorld();
  app = createAgentApp(world.agent, { log: createLogger('test', 'silent'), trace: () => {} });
});
afterEach(() => world.close());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await app.request(`${BASE}${path}`, { method, headers: { ...type, ...headers }, ...init });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as any };
}

describe('the server for its user', () => {
  // OA-HTTP-03
  test('a body without a content type is refused, not passed over: it names the purchase', async () => {
    const { task_id } = (await call('POST', '/tasks', { utterance: UTTERANCE })).body;
    await call('POST', `/tasks/${task_id}/confirm`);
    const path = `/tasks/${task_id}/buy`;
    const body = '{"purchase":"second"}';
    for (const length of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      const request = new Request(`${BASE}${path}`, { method: 'POST', body, headers: length as HeadersInit });
      request.headers.delete('content-type');
      const answer = await app.request(request);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        415,
        'media_type_unsupported',
      ]);
    }
    expect((await call('POST', path, undefined, { 'content-length': '0' })).body.status).toBe('DONE');
  });

  test('goes from words to goods', async () => {
    const drafted = await call('POST', '/tasks', { utterance: 'a train G123 from rail, at most 600 yuan' });
    expect([drafted.status, drafted.body.status]).toEqual([201, 'DRAFT']);
    expect(drafted.body.questions[0].field).toBe('max_total_amount');
    const path = `/tasks/${drafted.body.task_id}`;
    const ready = await call('POST', `${path}/answers`, { max_total_amount: '600' });
    expect([ready.body.status, Object.keys(ready.body.summary)]).toEqual(['READY', ['en', 'zh']]);
    expect((await call('POST', `${path}/confirm`)).body.status).toBe('AWAITING_CONFIRMATION');
    expect((await call('GET', path)).body.status).toBe('AUTHORISED');
    const bought = await call('POST', `${path}/buy`, {});
    expect(bought.body).toMatchObject({ status: 'DONE', result: { verdict: 'accepted' } });
    expect((await call('GET', `${path}/bundle`)).body.version).toBe('1');
    expect((await call('DELETE', `${path}/intent`)).status).toBe(204);
    expect((await call('GET', `${path}/bundle`)).body.intent).toBeUndefined();
  });

  test('ADD-INT-ICS-28, -29, -31: takes a conversation with its input modes, and keeps and shows what came of it', async () => {
    const said = { role: 'user', content: UTTERANCE, create_time: '2026-11-20T09:00:00Z' };
    const conversation_history = { user_intent_raw: [said], input_mode: ['VOICE', 'INTERACTIVE_CARD'] };
    const intentOf = async () => {
      const { body } = await call('POST', '/tasks', { conversation_history });
      expect((await call('GET', `/tasks/${body.task_id}/intent`)).body).toEqual({});
      await call('POST', `/tasks/${body.task_id}/confirm`);
      return { id: body.task_id, kept: (await call('GET', `/tasks/${body.task_id}/intent`)).body };
    };
    const { id, kept } = await intentOf();
    expect(kept.intent.conversation_history).toEqual(conversation_history);
    expect(kept.intent_id).not.toBe((await intentOf()).kept.intent_id);
    const left = await call('POST', `/tasks/${id}/intent/forget`);
    expect(left.body).toEqual({ intent_id: kept.intent_id, source_isr_digest: kept.source_isr_digest });
    expect((await call('GET', `/tasks/${id}/intent`)).body.intent).toBeUndefined();
    const rows = await world.store.read.all(
      'SELECT conversation, origin FROM agent_tasks WHERE task_id = $1',
      [id],
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([{ conversation: '[]', origin: null }]);
  });

  test('words and a conversation together, an unknown input mode and neither are refused', async () => {
    const conversation_history = { user_intent_raw: UTTERANCE };
    const bad = [
      {},
      { utterance: UTTERANCE, conversation_history },
      { conversation_history: { ...conversation_history, input_mode: ['SMELL'] } },
    ];
    for (const body of bad) expect((await call('POST', '/tasks', body)).body.code).toBe('schema_mismatch');
    expect((await call('POST', '/tasks', { conversation_history })).status).toBe(201);
  });

  test('a task whose words are deleted before it was confirmed is over', async () => {
    const { body } = await call('POST', '/tasks', { utterance: UTTERANCE });
    await call('POST', `/tasks/${body.task_id}/intent/forget`);
    expect((await call('POST', `/tasks/${body.task_id}/confirm`)).body).toMatchObject({
      status: 'REFUSED',
      code: 'intent_incomplete',
    });
  });

  test('refuses bodies that do not fit, and tasks it does not know', async () => {
    expect((await call('POST', '/tasks', { utterance: 7 })).body.code).toBe('schema_mismatch');
    expect((await call('POST', '/tasks', { utterance: ' ' })).body.code).toBe('schema_mismatch');
    expect((await call('POST', '/tasks', { utterance: UTTERANCE, more: 'x' })).body.code).toBe(
      'schema_mismatch',
    );
    expect((await call('GET', '/tasks/tsk-nowhere')).body.code).toBe('not_found');
    const carried = [{ quote: 'a.b.c' }, { trigger: 'TAP' }, { quote: 'a.b.c', trigger: 'WINK' }];
    for (const order of carried) {
      expect((await call('POST', '/tasks/tsk-nowhere/orders', order)).body.code).toBe('schema_mismatch');
    }
    const whole = { quote: 'a.b.c', trigger: 'TAP' };
    expect((await call('POST', '/tasks/tsk-nowhere/orders', whole)).body.code).toBe('not_found');
    expect((await call('POST', '/tasks', { utterance: UTTERANCE })).status).toBe(201);
  });

  test.each([
    ['a web page (ADD-INT-ICS-27)', { origin: 'https://evil.example' }],
    ['a page of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a picture in a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a picture in another page of this machine', { 'sec-fetch-site': 'same-site' }],
    ['a name rebound to this machine', { host: 'evil.example' }],
  ])('does not answer %s', async (_name, headers) => {
    const { status, body } = await call('POST', '/tasks', { utterance: UTTERANCE }, headers);
    expect([status, body.code]).toEqual([403, 'access_restricted']);
    expect((await call('POST', '/tasks', { utterance: UTTERANCE }, { host: '127.0.0.1:8440' })).status).toBe(
      201,
    );
  });
});

describe('the commands for people', () => {
  const lines: string[] = [];
  /** What happens in the world while a command waits. */
  let meanwhile: () => Promise<void> = async () => {};
  const http: HttpClient = {
    get: (url) => send('GET', url),
    post: (url, body) => send('POST', url, body),
  };

  async function send(method: string, url: string, body?: unknown): Promise<HttpAnswer> {
    const answer = await call(method, new URL(url).pathname, body);
    const isProblem = answer.status >= 400;
    return {
      status: answer.status,
      contentType: isProblem ? 'application/problem+json' : 'application/json',
      body: new TextEncoder().encode(JSON.stringify(answer.body)),
    };
  }

  function run(...args: string[]): Promise<number> {
    lines.length = 0;
    const write = (line: string): void => void lines.push(line);
    return runAgentCli(args, { write, writeError: write, http, sleep: () => meanwhile() });
  }

  /** A code is shown for a task of this level, and a till does something about it after two looks. */
  async function show(scan: () => Promise<string>, level?: 'act:L1'): Promise<number> {
    const { body } = await call('POST', '/tasks', { utterance: UTTERANCE, ...(level && { level }) });
    await call('POST', `/tasks/${body.task_id}/confirm`);
    await call('GET', `/tasks/${body.task_id}`);
    let looks = 0;
    meanwhile = async () => {
      looks += 1;
      if (looks === 2) world.bank.settings.offered = await scan();
    };
    const status = await run('show', '--agent', BASE, '--task', body.task_id);
    meanwhile = async () => {};
    expect(looks).toBe(2);
    return status;
  }

  test('draft prints the summary in both languages, or what is open', async () => {
    expect(await run('draft', '--agent', BASE, UTTERANCE)).toBe(0);
    expect(lines.join('\n')).toMatch(/At most in total: 1800\.00 CNY[\s\S]*总额上限/);
    expect(await run('draft', '--agent', BASE, 'a train')).toBe(0);
    expect(lines.join('\n')).toContain('? max_total_amount');
  });

  test('buy goes all the way and prints each step', async () => {
    expect(
      await run(
        'buy',
        '--agent',
        BASE,
        'a train G123 from rail, at most 600 yuan',
        '--answer',
        'max_total_amount=600',
      ),
    ).toBe(0);
    const printed = lines.join('\n');
    for (const part of [
      'AUTHORISED',
      'merchant_not_allowed',
      'chosen',
      'paid: 553.50 CNY',
      'evidence: accepted',
    ]) {
      expect(printed).toContain(part);
    }
  });

  test('buy stops with 1 at open questions, at a refusal of the user and at a refused payment', async () => {
    expect(await run('buy', '--agent', BASE, 'a train G123 from rail')).toBe(1);
    world.bank.settings.refusal = 'balance_insufficient';
    expect(await run('buy', '--agent', BASE, UTTERANCE)).toBe(1);
    expect(lines.join('\n')).toContain('balance_insufficient');
    world.bank.settings.decision = 'denied';
    expect(await run('buy', '--agent', BASE, UTTERANCE)).toBe(1);
    expect(lines.join('\n')).toContain('confirmation_denied');
  });

  test('ADD-INT-ICS-15 forget deletes the words and names the digest that stays', async () => {
    const { body } = await call('POST', '/tasks', { utterance: UTTERANCE });
    await call('POST', `/tasks/${body.task_id}/confirm`);
    expect(await run('forget', '--agent', BASE, '--task', body.task_id)).toBe(0);
    expect(lines.join('\n')).toMatch(/digest: [A-Za-z0-9_-]{43}/);
    expect(await run('forget', '--agent', BASE)).toBe(2);
  });

  test('OA-ICN-24 show prints the code, waits for a till, and buys what it offers', async () => {
    expect(await show(() => offerAtTill(world))).toBe(0);
    const printed = lines.join('\n');
    expect(printed).toMatch(new RegExp(`^Payer code ${PAYER_CODE}, until \\d{4}-`));
    expect(printed).toContain('paid: 553.50 CNY');
    expect(printed).toContain('evidence: accepted');
    expect(world.bank.paid.size).toBe(1);
  });

  test('OA-ICN-24 show at act:L1 asks the user at the cashier, and the user may say no', async () => {
    world.bank.settings.atCashier = { decision: 'DENY', looks: 1 };
    expect(await show(() => offerAtTill(world), 'act:L1')).toBe(1);
    expect(lines.join('\n')).toContain('confirmation_denied');
    expect(world.bank.paid.size).toBe(0);
  });

  test('OA-ICN-24 show ends with 1 at an offer that the mandate does not cover, and says why', async () => {
    const dear = { amount: '600.01', payer_amount: '600.01' };
    expect(await show(() => offerAtTill(world, dear))).toBe(1);
    expect(lines.join('\n')).toMatch(/PAUSED[\s\S]*amount_over_single_limit/);
    expect(world.bank.requests).toEqual([]);
  });

  test('OA-ICN-24 show ends with 1 when the code runs out, when the offer is no good, and for no task', async () => {
    expect(await show(async () => 'late')).toBe(1);
    expect(lines).toEqual([expect.stringContaining('Payer code'), 'Nobody has scanned it.']);
    world.bank.settings.offered = undefined;
    expect(await show(() => offerAtTill(world, { aud: IDS.otherAgent }))).toBe(1);
    expect(lines.at(-1)).toMatch(/^Refused: .*\(quote_agent_mismatch, /);
    expect(await run('show', '--agent', BASE, '--task', 'tsk_none')).toBe(1);
    expect(lines.at(-1)).toMatch(/^Refused: .*\(not_found, /);
    expect(world.bank.requests).toEqual([]);
  });

  test.each<[string[], string]>([
    [[], 'draft, buy, show, forget'],
    [['show', '--agent', BASE], 'show needs --task'],
    [['show', '--task', 'tsk_1'], '--agent is missing'],
    [['sell', '--agent', BASE, 'x'], 'draft, buy, show, forget'],
    [['buy', '--agent', BASE], 'or --task'],
    [['draft', '--agent', BASE, '--task', 'tsk_1'], 'in words'],
    [['buy', 'x'], '--agent is missing'],
    [['buy', '--agent', 'nowhere', 'x'], 'not an http address'],
    [['draft', '--agent', BASE, '--what', 'x', 'y'], 'no option --what'],
    [['draft', 'x', '--agent'], '--agent needs a value'],
    [['draft', '--agent', BASE, 'x', '--answer', 'max'], 'field=value'],
    [['buy', '--agent', BASE, 'x', '--wait', 'long'], '--wait takes whole seconds'],
  ])('wrong arguments %j are told in one line: %s', async (args, told) => {
    expect(await run(...args)).toBe(2);
    expect(lines).toEqual([expect.stringContaining(told)]);
  });
});

describe('environment and configuration', () => {
  const good = {
    OPENACT_CONFIG: 'agent.json',
    OPENACT_DATABASE: 'agent.db',
    OPENACT_KEYS: 'keys',
    OPENACT_TRUST_KEY: 'key.json',
  };
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  test('are read', () => {
    expect(readAgentEnvironment(good)).toMatchObject({
      port: 8440,
      keyFolders: ['keys'],
      contexts: undefined,
    });
    expect(readAgentEnvironment({ ...good, OPENACT_CONTEXTS: 'talks' }).contexts).toBe('talks');
    const rotated = { ...good, OPENACT_FORMER_KEYS: ['last', 'older'].join(delimiter) };
    expect(readAgentEnvironment(rotated).keyFolders).toEqual(['keys', 'last', 'older']);
    expect(readAgentConfig(bytes(agentConfig())).agent_id).toBe(agentConfig().agent_id);
  });

  test('are refused with the name of what is wrong', () => {
    expect(() => readAgentEnvironment({ ...good, OPENACT_KEYS: undefined })).toThrow(
      'OPENACT_KEYS is not set.',
    );
    expect(() => readAgentEnvironment({ ...good, OPENACT_PORT: 'x' })).toThrow(
      'OPENACT_PORT is not a port: x',
    );
    expect(() => readAgentConfig(bytes({ ...agentConfig(), merchants: 'all' }))).toThrow('schema_mismatch');
    expect(() => readAgentConfig(bytes({ ...agentConfig(), currency: 'ZZZ' }))).toThrow('currency_unknown');
  });

  test.each([
    ['confirm_above', { confirm_above: '50.50' }, { confirm_above: '50' }],
    [
      'tool',
      { tool: { max_amount: '0.50', validity_seconds: 60 } },
      { tool: { max_amount: '500.00', validity_seconds: 60 } },
    ],
    [
      'coupons',
      { coupons: [{ merchant: 'did:act:tea.example/shop', code: 'T', amount: '3.50', currency: 'JPY' }] },
      { coupons: [{ merchant: 'did:act:tea.example/shop', code: 'T', amount: '3.50', currency: 'CNY' }] },
    ],
  ])('an amount that its currency cannot have is refused at the start: %s', (_name, bad, good) => {
    const yen = { ...agentConfig(), currency: 'JPY', coupons: [] };
    expect(readAgentConfig(bytes({ ...yen, ...good })).currency).toBe('JPY');
    expect(() => readAgentConfig(bytes({ ...yen, ...bad }))).toThrow('amount_precision');
  });
});
