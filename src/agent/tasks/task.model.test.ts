/**
 * A task of the agent's server as a state machine, held to a model: DRAFT, READY, AWAITING_CONFIRMATION, AUTHORISED and
 * REFUSED, and whether its purchase stands still. Every call is tried over HTTP in every state; what the model does not
 * foretell is refused with its code and leaves everything that is stored as it was.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '../../http/index.ts';
import type { Assignment } from '../../protocol/generated/types.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { createAgentApp } from '../app.ts';
import { PAYER_CODE } from '../testing/bank.ts';
import { type AgentWorld, createAgentWorld, trainItem, UTTERANCE } from '../testing/world.ts';
import type { AuthorityStatus, TaskView } from './task.ts';

const WORDS = `${UTTERANCE}, 5% tolerance around 550 yuan`;
/** Without a limit for all of it: the user is asked. */
const TOO_FEW_WORDS = 'Buy one second class train ticket G123 from rail, at most 600 yuan each';
const WHOLE = { max_total_amount: '1800.00', validity_end_time: '2026-11-25T00:00:00Z' };
const CONTRADICTORY = { validity_end_time: '2020-01-01T00:00:00Z' };

const example = readFileSync(
  new URL('../../../schemas/examples/http/assignment/valid.json', import.meta.url),
  'utf8',
);
const ASSIGNMENT = JSON.parse(example) as Assignment;
const SOMEBODY_ELSES = { ...ASSIGNMENT, iac: { ...ASSIGNMENT.iac, agent_id: IDS.otherAgent } };

type Purchase = 'NONE' | 'PAUSED' | 'DONE' | 'CANCELLED';
/** What the user has decided, or what the issuer makes of it. */
type Decision = 'waiting' | 'approved' | 'denied' | 'widened';

interface Model {
  status: AuthorityStatus;
  /** Why it was refused. */
  code?: string;
  decision: Decision;
  purchase: Purchase;
  isDear: boolean;
  /** The issuer cannot be asked how it stands. */
  isDeaf: boolean;
}

const AT_FIRST: Model = {
  status: 'READY',
  decision: 'waiting',
  purchase: 'NONE',
  isDear: false,
  isDeaf: false,
};

interface Real {
  readonly taskId: string;
}

type Step = fc.AsyncCommand<Model, Real>;

let world: AgentWorld;
let app: Hono;
const serve = (agent: AgentWorld['agent']): void => {
  app = createAgentApp(agent, { log: createLogger('test', 'silent'), trace: () => {} });
};
beforeAll(async () => {
  world = await createAgentWorld();
  serve(world.agent);
});
afterAll(() => world.close());

async function call(method: string, path: string, body?: object) {
  const answer = await app.request(`http://127.0.0.1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return (text === '' ? {} : JSON.parse(text)) as TaskView;
}

const TABLES = ['agent_tasks', 'agent_intents', 'agent_purchases', 'agent_assignments', 'agent_decisions'];

/** Everything that the agent keeps of a task, and how many mandates it has asked for. */
async function stored({ taskId }: Real): Promise<unknown> {
  const { read } = world.store;
  const mandates = await read.get('SELECT COUNT(*) AS asked FROM agent_mandates');
  const rows = TABLES.map((table) => read.all(`SELECT * FROM ${table} WHERE task_id = $1`, [taskId]));
  return [mandates, ...(await Promise.all(rows))];
}

const statusOf = async ({ taskId }: Real): Promise<unknown> =>
  (await world.store.read.get('SELECT status FROM agent_tasks WHERE task_id = $1', [taskId]))?.status;

const purchaseOf = async ({ taskId }: Real): Promise<unknown> =>
  (await world.store.read.get('SELECT state FROM agent_purchases WHERE task_id = $1', [taskId]))?.state ??
  'NONE';

/** A look at the issuer, where the decision is awaited. @returns a code when it cannot be had */
function refreshed(model: Model): string | undefined {
  if (model.status !== 'AWAITING_CONFIRMATION') return undefined;
  if (model.isDeaf) return 'peer_unreachable';
  if (model.decision === 'approved') model.status = 'AUTHORISED';
  if (model.decision === 'denied') Object.assign(model, { status: 'REFUSED', code: 'confirmation_denied' });
  if (model.decision === 'widened') Object.assign(model, { status: 'REFUSED', code: 'intent_widened' });
  return undefined;
}

/** What only an authority allows. */
function authorised(model: Model): string | undefined {
  const code = refreshed(model);
  if (code !== undefined) return code;
  if (model.status === 'REFUSED') return model.code;
  if (model.status === 'AWAITING_CONFIRMATION') return 'mandate_not_yet_valid';
  return model.status === 'AUTHORISED' ? undefined : 'intent_incomplete';
}

/** A call of the user, in whatever state. */
abstract class Called implements Step {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const former = model.status;
    const before = await stored(real);
    const due = this.foretell(model);
    const answer = await this.call(real);
    expect((answer as { code?: string; type?: string }).type === undefined ? 'ok' : answer.code).toBe(due);
    expect([await statusOf(real), await purchaseOf(real)]).toEqual([model.status, model.purchase]);
    // A refusal may have looked how it stands; else it leaves no trace.
    if (due !== 'ok' && model.status === former) expect(await stored(real)).toEqual(before);
  }
  abstract call(real: Real): Promise<TaskView>;
  /** Moves the model. @returns `ok` or the code */
  abstract foretell(model: Model): string;
  abstract toString(): string;
}

class Answer extends Called {
  readonly isWhole: boolean;
  constructor(isWhole: boolean) {
    super();
    this.isWhole = isWhole;
  }
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/answers`, this.isWhole ? WHOLE : CONTRADICTORY);
  foretell(model: Model): string {
    const { status, purchase } = model;
    const isOpen = status === 'DRAFT' || status === 'READY';
    if (!isOpen && !(status === 'AUTHORISED' && purchase === 'PAUSED')) return 'mandate_transition_illegal';
    model.status = this.isWhole ? 'READY' : 'DRAFT';
    return 'ok';
  }
  toString = () => (this.isWhole ? 'answer' : 'contradict');
}

class Confirm extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/confirm`);
  foretell(model: Model): string {
    if (model.status === 'DRAFT') return 'intent_incomplete';
    if (model.status !== 'READY') return refreshed(model) ?? 'ok';
    model.status = 'AWAITING_CONFIRMATION';
    return 'ok';
  }
  toString = () => 'confirm';
}

class Read extends Called {
  call = ({ taskId }: Real) => call('GET', `/tasks/${taskId}`);
  foretell = (model: Model) => refreshed(model) ?? 'ok';
  toString = () => 'read';
}

class Buy extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/buy`);
  foretell(model: Model): string {
    const code = authorised(model);
    if (code !== undefined) return code;
    const isOpen = model.purchase === 'NONE' || model.purchase === 'PAUSED';
    if (isOpen) model.purchase = model.isDear ? 'PAUSED' : 'DONE';
    return 'ok';
  }
  toString = () => 'buy';
}

class Resume extends Buy {
  override call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/purchases/1/resume`);
  override foretell(model: Model): string {
    if (model.purchase === 'NONE') return 'not_found';
    return model.purchase === 'PAUSED' ? super.foretell(model) : 'purchase_transition_illegal';
  }
  override toString = () => 'resume';
}

class Cancel extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/purchases/1/cancel`);
  foretell(model: Model): string {
    if (model.purchase === 'NONE') return 'not_found';
    if (model.purchase === 'DONE') return 'purchase_transition_illegal';
    model.purchase = 'CANCELLED';
    return 'ok';
  }
  toString = () => 'cancel';
}

/** Needs an authority, and moves nothing. */
class ShowCode extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/codes`);
  foretell = (model: Model) => authorised(model) ?? 'ok';
  toString = () => 'show a code';
}

/** Nobody has scanned it. */
class PayCode extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/codes/${PAYER_CODE}/pay`);
  foretell = (model: Model) => authorised(model) ?? 'no_match';
  toString = () => 'pay by a code that nobody has scanned';
}

/** The mandate may not be handed on: refused where there is one, and otherwise for want of one. */
class Assign extends Called {
  call = ({ taskId }: Real) =>
    call('POST', `/tasks/${taskId}/assignments`, {
      agent_id: 'did:act:agents.example/other',
      max_total_amount: 1,
    });
  foretell(model: Model): string {
    const code = refreshed(model);
    if (code !== undefined) return code;
    return model.status === 'AUTHORISED' ? 'mandate_depth_exceeded' : 'mandate_not_yet_valid';
  }
  toString = () => 'assign';
}

/** Part of a mandate that was left to somebody else; and only a task that waits for nothing looks at it. */
class TakeAssignment extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/assignment`, SOMEBODY_ELSES);
  foretell(model: Model): string {
    return model.status === 'READY' && model.purchase === 'NONE' ? 'agent_mismatch' : 'intent_incomplete';
  }
  toString = () => 'take an assignment';
}

class Forget extends Called {
  call = ({ taskId }: Real) => call('POST', `/tasks/${taskId}/intent/forget`);
  foretell(model: Model): string {
    if (model.status === 'DRAFT' || model.status === 'READY')
      Object.assign(model, { status: 'REFUSED', code: 'intent_incomplete' });
    return 'ok';
  }
  toString = () => 'forget';
}

/** What happens elsewhere. */
class Elsewhere implements Step {
  readonly what: Partial<Pick<Model, 'decision' | 'isDear' | 'isDeaf'>>;
  constructor(what: Elsewhere['what']) {
    this.what = what;
  }
  check = () => true;
  async run(model: Model): Promise<void> {
    Object.assign(model, this.what);
    arrange(model);
  }
  toString = () => JSON.stringify(this.what);
}

function arrange({ decision, isDear, isDeaf }: Model): void {
  world.bank.settings.decision = decision === 'widened' ? 'approved' : decision;
  world.bank.settings.mandate = ({ iac }) => {
    if (decision === 'widened') iac.max_total_amount = 99_999;
  };
  world.rail.settings.items = [trainItem(isDear ? '583.00' : '553.50')];
  world.network.fault = (method, url) =>
    isDeaf && method === 'GET' && url.includes('/mandates/') ? 'before' : undefined;
}

/** Another process takes the database over. */
class Restart implements Step {
  check = () => true;
  run = async () => serve(world.restart());
  toString = () => 'restart';
}

const CALLS: readonly Step[] = [
  ...[new Answer(true), new Answer(false), new Confirm(), new Read(), new Buy(), new Resume(), new Cancel()],
  ...[new ShowCode(), new PayCode(), new Assign(), new TakeAssignment(), new Forget()],
];
const decided = (decision: Decision): Step => new Elsewhere({ decision });
const dear = new Elsewhere({ isDear: true });

/** @returns what it came to: its status and its purchase */
async function play(all: Iterable<Step>, words = WORDS): Promise<string> {
  const model: Model = { ...AT_FIRST, status: words === WORDS ? 'READY' : 'DRAFT' };
  arrange(model);
  const { task_id: taskId, status } = await call('POST', '/tasks', { utterance: words });
  expect(status).toBe(model.status);
  await fc.asyncModelRun(() => ({ model, real: { taskId } }), all);
  return `${model.status} ${model.purchase}`;
}

/** A way into every state. */
const confirmed = [new Confirm()];
const granted = [decided('approved'), new Confirm(), new Read()];
const stands = [...granted, dear, new Buy()];
const WAYS: readonly (readonly [string, readonly Step[]])[] = [
  ['DRAFT NONE', [new Answer(false)]],
  ['READY NONE', []],
  ['AWAITING_CONFIRMATION NONE', confirmed],
  ['AWAITING_CONFIRMATION NONE', [...confirmed, new Elsewhere({ isDeaf: true })]],
  ['AUTHORISED NONE', granted],
  ['AUTHORISED PAUSED', stands],
  ['AUTHORISED DONE', [...granted, new Buy()]],
  ['AUTHORISED CANCELLED', [...stands, new Cancel()]],
  ['DRAFT PAUSED', [...stands, new Answer(false)]],
  ['READY PAUSED', [...stands, new Answer(true)]],
  ['AWAITING_CONFIRMATION PAUSED', [...stands, decided('waiting'), new Answer(true), new Confirm()]],
  ['REFUSED PAUSED', [...stands, new Answer(true), decided('denied'), new Confirm(), new Read()]],
  ['REFUSED NONE', [...confirmed, decided('denied'), new Read()]],
  ['REFUSED NONE', [...confirmed, decided('widened'), new Read()]],
  ['REFUSED NONE', [new Forget()]],
];

describe('ADD-INT-ICS-29, OA-CART-03 the life of a task', () => {
  test('begins as a draft where the words are too few, and as ready where they are enough', async () => {
    expect(await play([new Confirm(), new Buy()], TOO_FEW_WORDS)).toBe('DRAFT NONE');
    expect(await play([new Answer(true), new Confirm()], TOO_FEW_WORDS)).toBe('AWAITING_CONFIRMATION NONE');
  });

  test.each(WAYS)('%s: every call (way %#)', async (state, way) => {
    expect(await play(way)).toBe(state);
    for (const one of CALLS) await play([...way, one, new Read()]);
  });

  test.each([
    ['a code is shown', (taskId: string) => call('POST', `/tasks/${taskId}/codes`)],
    ['somebody waits for the decision', (taskId: string) => world.agent.awaitAuthority(taskId, 1)],
    ['part of it is left to others', (taskId: string) => new Assign().call({ taskId })],
  ])('what its user deletes is not written back where meanwhile %s', async (_what, meanwhile) => {
    serve(world.agent);
    const { task_id: taskId } = await call('POST', '/tasks', { utterance: WORDS });
    await call('POST', `/tasks/${taskId}/confirm`);
    arrange({ ...AT_FIRST, decision: 'approved' });
    const { handle } = world.bank;
    let deletion: Promise<unknown> | undefined;
    world.bank.handle = async (method, path, body) => {
      if (method === 'GET' && path.startsWith('/mandates/')) {
        deletion ??= world.agent.deleteIntent(taskId);
        // It may be served now, or wait for its turn.
        await Promise.race([deletion, new Promise((wake) => setTimeout(wake, 50))]);
      }
      return handle(method, path, body);
    };
    try {
      await meanwhile(taskId);
      await deletion;
    } finally {
      world.bank.handle = handle;
    }
    expect(deletion).toBeDefined();
    const row = await world.store.read.get('SELECT * FROM agent_tasks WHERE task_id = $1', [taskId]);
    expect([row?.status, row?.conversation]).toEqual(['AUTHORISED', '[]']);
  });

  test('behaves as its model in every order of calls', async () => {
    const one = fc.constantFrom(...CALLS);
    const elsewhere = fc.oneof(
      fc.constantFrom<Decision>('waiting', 'approved', 'approved', 'denied', 'widened').map(decided),
      fc.boolean().map((isDear) => new Elsewhere({ isDear })),
      fc.boolean().map((isDeaf) => new Elsewhere({ isDeaf })),
      fc.constant(new Restart()),
    );
    const steps = fc.commands<Model, Real, false>([one, one, elsewhere], { maxCommands: 16, size: 'max' });
    const property = fc.asyncProperty(fc.constantFrom(WORDS, TOO_FEW_WORDS), steps, async (words, all) => {
      await play(all, words);
    });
    // A failure prints the seed and the shortest sequence.
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });
});
