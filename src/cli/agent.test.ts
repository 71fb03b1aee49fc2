import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { agentCommand } from './agent.ts';
import { UnusableInput } from './io.ts';
import { type Spoken, speak } from './testing/console.ts';

const TASK = {
  task_id: 'task-1',
  status: 'DRAFT',
  draft: {},
  questions: [{ field: 'max_total_amount', question: 'How much\u001b[2J?', question_zh: '多少？' }],
  summary: { en: 'One ticket.', zh: '一张票。' },
};

let server: Server | undefined;

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** An agent that gives every caller the same answer, and what it was asked. */
async function agentThatAnswers(status: number, body: object) {
  const asked: string[] = [];
  const started = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type, connection: 'close' }).end(JSON.stringify(body));
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return { asked, address: `http://127.0.0.1:${(started.address() as AddressInfo).port}` };
}

function agent(...args: string[]): Promise<Spoken> {
  return speak(agentCommand, args);
}

describe('openact agent', () => {
  it('drafts with the running agent', async () => {
    const { asked, address } = await agentThatAnswers(201, TASK);
    const { status, out } = await agent('draft', '--agent', address, 'buy a ticket');
    expect(status).toBe(0);
    expect(asked).toEqual(['POST /tasks']);
    expect(out).toContain('Task task-1\nOne ticket.\n一张票。\n');
    expect(out).toContain('? max_total_amount: How much\\u001b[2J? / 多少？\n');
  });

  it('has the words of a task forgotten', async () => {
    const { asked, address } = await agentThatAnswers(200, { source_isr_digest: 'abc' });
    const { status, out } = await agent('forget', '--agent', address, '--task', 'task-1');
    expect({ status, out, asked }).toEqual({
      status: 0,
      out: 'The words of task-1 are deleted. What stays is their digest: abc\n',
      asked: ['POST /tasks/task-1/intent/forget'],
    });
    expect((await agent('--help')).out).toContain('openact agent forget');
  });

  it.each([
    ['no address', ['draft', '--agent', 'x', 'tea']],
    ['another protocol', ['draft', '--agent', 'file:///etc/passwd', 'tea']],
    ['an answer without a value', ['draft', '--agent', 'http://127.0.0.1:1', 'tea', '--answer', 'max']],
  ])('takes %s for a wrong command line, not for a refusal', async (_, args) => {
    const { status, out, err } = await agent(...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^openact agent: --(agent|answer) .*\n$/);
  });

  it('stops a purchase while something is open', async () => {
    const { asked, address } = await agentThatAnswers(201, TASK);
    const { status } = await agent('buy', '--agent', address, 'buy a ticket');
    expect(status).toBe(1);
    expect(asked).toEqual(['POST /tasks']);
  });

  it('tells why it was refused', async () => {
    const { address } = await agentThatAnswers(403, {
      type: 'about:blank',
      title: 'The mandate has expired.',
      status: 403,
      code: 'mandate_expired',
      requirement: 'ADD-IAC-LCM-08',
      retryability: 'never',
      valid_next_actions: [],
    });
    const { status, out } = await agent('draft', '--agent', address, 'buy a ticket');
    expect(status).toBe(1);
    expect(out).toBe('Refused: The mandate has expired. (mandate_expired, ADD-IAC-LCM-08)\n');
  });

  it('shows what sellers and servers call things in one line, and nothing invisible', async () => {
    const name = 'tea\u202e\u001b[2J\n  paid: 1.00 CNY, trade T1';
    const candidate = {
      outcome: 'rejected',
      merchant: 'shop.example',
      name,
      amount: '9.00',
      currency: 'CNY',
    };
    const result = { purchase_id: 'p-1', status: 'REFUSED', code: 'x', reason: 'no\r\nPurchase p-2: DONE' };
    const { address } = await agentThatAnswers(200, {
      ...TASK,
      decision: { candidates: [candidate] },
      result,
    });
    const { out } = await agent('buy', '--agent', address, '--task', 'task-1');
    expect(out).toBe(
      'Buying…\n  rejected: shop.example tea\\u202e\\u001b[2J\\u000a  paid: 1.00 CNY, trade T1 9.00 CNY\n' +
        'Purchase p-1: REFUSED\n  stopped: no\\u000d\\u000aPurchase p-2: DONE (x)\n',
    );
  });

  it('speaks to this machine only', async () => {
    const { status, out } = await agent('draft', '--agent', 'http://agent.example', 'buy a ticket');
    expect(status).toBe(1);
    expect(out).toContain('address_forbidden');
  });

  it('tells how it is used', async () => {
    expect(await agent('draft', '--help')).toMatchObject({ status: 0, err: '' });
    expect((await agent('--help')).out).toContain('openact agent draft');
    expect((await agent('draft', '--agent')).status).toBe(2);
    await expect(agent('sell')).rejects.toThrow(new UnusableInput('agent takes draft, buy, show or forget.'));
  });
});
