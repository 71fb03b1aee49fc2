import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Base64url } from '../../protocol/digest/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { WORLD_NOW } from '../../verifier/testing/actors.ts';
import { createAgent } from '../tasks/agent.ts';
import { type AgentWorld, createAgentWorld, UTTERANCE } from '../testing/world.ts';
import { type ContextSource, readConversation } from './reference.ts';

const REFERENCE = 'local:conversation/1';
const SAID_AT = formatUtcSeconds(WORLD_NOW);
const turns = [
  { role: 'agent', content: 'What would you like?', create_time: SAID_AT },
  { role: 'user', content: UTTERANCE, create_time: SAID_AT },
];

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const sourceOf = (bytes: Uint8Array): ContextSource => ({
  read: async (reference) => (reference === REFERENCE ? bytes : undefined),
});

async function historyOf(bytes: Uint8Array) {
  return { user_intent_raw_digest: await sha256Base64url(bytes), context_ref: REFERENCE };
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'read',
    (error: { code: string }) => error.code,
  );
}

describe('ADD-INT-ICS-04 the content behind context_ref hashes to its digest', () => {
  test.each([
    ['turns', turns, turns],
    ['plain words', UTTERANCE, [{ role: 'user', content: UTTERANCE, create_time: SAID_AT }]],
  ])('%s that do are read', async (_name, content, expected) => {
    const bytes = encode(content);
    expect(await readConversation(sourceOf(bytes), await historyOf(bytes), SAID_AT)).toEqual(expected);
  });

  test('changed words, nothing there, and no source at all are refused', async () => {
    const bytes = encode(UTTERANCE);
    const history = await historyOf(bytes);
    const changed = sourceOf(encode(UTTERANCE.replace('600', '6000')));
    expect(await outcome(readConversation(changed, history, SAID_AT))).toBe('intent_context_mismatch');
    const elsewhere = { ...history, context_ref: 'local:conversation/2' };
    expect(await outcome(readConversation(sourceOf(bytes), elsewhere, SAID_AT))).toBe(
      'intent_context_mismatch',
    );
    expect(await outcome(readConversation(undefined, history, SAID_AT))).toBe('intent_context_mismatch');
    expect(await outcome(readConversation(sourceOf(bytes), history, SAID_AT))).toBe('read');
  });

  test('raw words beside a digest do not make up for content that differs', async () => {
    const bytes = encode(UTTERANCE);
    const both = { ...(await historyOf(bytes)), user_intent_raw: UTTERANCE };
    expect(await outcome(readConversation(sourceOf(encode('other')), both, SAID_AT))).toBe(
      'intent_context_mismatch',
    );
    expect(await outcome(readConversation(sourceOf(bytes), both, SAID_AT))).toBe('read');
    expect(await outcome(readConversation(undefined, { user_intent_raw: turns }, SAID_AT))).toBe('read');
  });

  test.each([
    ['no conversation', { words: UTTERANCE }],
    ['nothing', []],
    ['a turn of nobody', [{ ...turns[1], role: 'system' }]],
  ])('content that is %s is refused', async (_name, content) => {
    const bytes = encode(content);
    expect(await outcome(readConversation(sourceOf(bytes), await historyOf(bytes), SAID_AT))).toBe(
      'schema_mismatch',
    );
  });
});

describe('a task from an intent in digest form', () => {
  let world: AgentWorld;
  beforeEach(async () => {
    world = await createAgentWorld();
  });
  afterEach(() => world.close());

  test('is drafted from the words behind the reference, and from no others', async () => {
    const bytes = encode(turns);
    const contexts = sourceOf(bytes);
    const agent = createAgent({ ...world.context, contexts });
    const task = await agent.draft(await historyOf(bytes));
    expect(task).toMatchObject({ status: 'READY', draft: { need: ['G123'], max_total_amount: '1800.00' } });
    await agent.confirm(task.task_id);
    const { intent } = await agent.intent(task.task_id);
    expect(intent?.conversation_history).toEqual({ ...(await historyOf(bytes)), input_mode: ['TEXT'] });
    expect(await outcome(agent.draft(await historyOf(encode('other'))))).toBe('intent_context_mismatch');
    expect(await outcome(world.agent.draft(await historyOf(bytes)))).toBe('intent_context_mismatch');
  });
});
