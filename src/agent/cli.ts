import {
  expectJson,
  type HttpAnswer,
  type HttpClient,
  RemoteProblem,
  whyUnreachable,
} from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { type Validator, validatePayerCode } from '../protocol/generated/validators.js';
import { printable } from '../protocol/printable.ts';
import type { KeptIntent } from './tasks/kept-intent.ts';
import type { TaskView } from './tasks/task.ts';

/** Where the command line writes to and reaches out through. */
export interface CliPorts {
  /** One line, safe for a terminal: names of sellers and goods come from outside. */
  readonly write: (line: string) => void;
  /** One line about the arguments. */
  readonly writeError: (line: string) => void;
  /** May reach the agent's own address. */
  readonly http: HttpClient;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const DEFAULT_WAIT_SECONDS = 300;
const POLL_MILLISECONDS = 1_000;
const PURCHASE_TIMEOUT_MILLISECONDS = 60_000;

const ACTIONS = ['draft', 'buy', 'show', 'forget'] as const;
type Action = (typeof ACTIONS)[number];

interface Arguments {
  readonly action: Action;
  readonly agent: string;
  readonly utterance?: string;
  readonly task?: string;
  readonly purchase?: string;
  readonly identity?: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly waitSeconds: number;
}

const taskAnswer: Validator<TaskView> = (data): data is TaskView =>
  typeof data === 'object' && data !== null && 'task_id' in data && 'status' in data && 'questions' in data;

/**
 * The agent's commands for people: `draft` shows what was understood, `buy` goes all the way and prints each step.
 *
 * @returns exit code: 0 done, 1 refused or stopped, 2 wrong arguments
 */
export async function runAgentCli(args: readonly string[], console: CliPorts): Promise<number> {
  const ports: CliPorts = {
    ...console,
    write: (line) => console.write(printable(line)),
    writeError: (line) => console.writeError(printable(line)),
  };
  const read = readArguments(args);
  if (typeof read === 'string') {
    ports.writeError(read);
    return 2;
  }
  try {
    return await COMMANDS[read.action](read, ports);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const title = error instanceof RemoteProblem ? error.problem.title : error.message;
    const why = error instanceof RemoteProblem ? undefined : whyUnreachable(error);
    ports.write(
      `Refused: ${title} (${error.code}, ${error.requirement}${why === undefined ? '' : `: ${why}`})`,
    );
    return 1;
  }
}

/** @returns what is wrong with them, where something is */
function readArguments(args: readonly string[]): Arguments | string {
  const [first, ...rest] = args;
  const action = ACTIONS.find((known) => known === first);
  if (action === undefined) return `The commands are ${ACTIONS.join(', ')}.`;
  const options = new Map<string, string>();
  const answers: Record<string, string> = Object.create(null);
  const words: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const name = word.slice(2);
    if (name !== 'answer' && !OPTIONS.has(name)) return `There is no option ${word}.`;
    const value = rest[++at];
    if (value === undefined) return `${word} needs a value.`;
    const [field = '', ...answer] = value.split('=');
    if (name === 'answer' && (field === '' || answer.length === 0)) return '--answer takes field=value.';
    if (name === 'answer') answers[field] = answer.join('=');
    else options.set(name, value);
  }
  return assembled(action, options, answers, words.join(' '));
}

const OPTIONS: ReadonlySet<string> = new Set(['agent', 'as', 'task', 'purchase', 'wait']);

function assembled(
  action: Arguments['action'],
  options: ReadonlyMap<string, string>,
  answers: Readonly<Record<string, string>>,
  utterance: string,
): Arguments | string {
  const agent = options.get('agent')?.replace(/\/$/, '');
  const wait = options.get('wait') ?? String(DEFAULT_WAIT_SECONDS);
  const task = options.get('task');
  if (agent === undefined) return '--agent is missing: the address of the running agent.';
  if (!isAddress(agent)) return '--agent is not an http address.';
  if (!/^\d{1,5}$/.test(wait)) return '--wait takes whole seconds, at most 99999.';
  const taken = missingIn(action, utterance, task);
  if (taken !== undefined) return taken;
  return {
    action,
    agent,
    answers,
    waitSeconds: Number(wait),
    ...(utterance === '' ? {} : { utterance }),
    ...(task === undefined ? {} : { task }),
    ...named('purchase', options.get('purchase')),
    ...named('identity', options.get('as')),
  };
}

/** What the command is about, where that was not said. */
function missingIn(action: Action, utterance: string, task: string | undefined): string | undefined {
  if ((action === 'forget' || action === 'show') && task === undefined) return `${action} needs --task.`;
  if (utterance !== '' || (task !== undefined && action !== 'draft')) return undefined;
  return action === 'draft'
    ? 'draft takes what you want, in words.'
    : 'buy takes what you want, in words, or --task.';
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function named(member: string, value: string | undefined): object {
  return value === undefined ? {} : { [member]: value };
}

async function draft(args: Arguments, ports: CliPorts): Promise<number> {
  const task = await createTask(args, ports);
  printDraft(task, ports.write);
  return 0;
}

/** Shows a code to a till, and buys what is offered for it while it lives. */
async function show({ agent, task }: Arguments, ports: CliPorts): Promise<number> {
  const url = `${agent}/tasks/${task}/codes`;
  let code = expectJson(validatePayerCode, await ports.http.post(url, {}));
  ports.write(`Payer code ${code.payer_code}, until ${code.valid_until}`);
  while (code.status === 'OPEN') {
    await ports.sleep(POLL_MILLISECONDS);
    code = expectJson(validatePayerCode, await ports.http.get(`${url}/${code.payer_code}`));
  }
  if (code.status === 'EXPIRED') ports.write('Nobody has scanned it.');
  if (code.status !== 'PRESENTED') return 1;
  const paid = await post(ports, `${url}/${code.payer_code}/pay`, {});
  printResult(paid, ports.write);
  return paid.result?.status === 'DONE' ? 0 : 1;
}

/** Deletes what was kept of the user's words. */
async function forget({ agent, task }: Arguments, ports: CliPorts): Promise<number> {
  const answer = await ports.http.post(`${agent}/tasks/${task}/intent/forget`, {});
  const { source_isr_digest: digest = '–' } = expectJson(forgotten, answer);
  ports.write(`The words of ${task} are deleted. What stays is their digest: ${digest}`);
  return 0;
}

const forgotten: Validator<KeptIntent> = (data): data is KeptIntent =>
  typeof data === 'object' && data !== null;

const COMMANDS: Readonly<Record<Action, (args: Arguments, ports: CliPorts) => Promise<number>>> = {
  draft,
  buy,
  show,
  forget,
};

async function createTask(args: Arguments, ports: CliPorts): Promise<TaskView> {
  const { utterance, identity } = args;
  const body = { utterance, ...(identity === undefined ? {} : { delegator_identity: identity }) };
  const task = await post(ports, `${args.agent}/tasks`, body);
  if (Object.keys(args.answers).length === 0) return task;
  return post(ports, `${args.agent}/tasks/${task.task_id}/answers`, args.answers);
}

async function post(ports: CliPorts, url: string, body: unknown): Promise<TaskView> {
  const answer: HttpAnswer = await ports.http.post(url, body, {
    timeoutMilliseconds: PURCHASE_TIMEOUT_MILLISECONDS,
  });
  return expectJson(taskAnswer, answer);
}

async function buy(args: Arguments, ports: CliPorts): Promise<number> {
  const taskId = args.task ?? (await authorised(args, ports));
  if (taskId === undefined) return 1;
  ports.write('Buying…');
  const body = args.purchase === undefined ? {} : { purchase: args.purchase };
  const task = await post(ports, `${args.agent}/tasks/${taskId}/buy`, body);
  printResult(task, ports.write);
  return task.result?.status === 'DONE' ? 0 : 1;
}

/** From words to a mandate; undefined when something is left for the user to say or decide. */
async function authorised(args: Arguments, ports: CliPorts): Promise<string | undefined> {
  const drafted = await createTask(args, ports);
  printDraft(drafted, ports.write);
  if (drafted.questions.length > 0) return undefined;
  const url = `${args.agent}/tasks/${drafted.task_id}`;
  let task = await post(ports, `${url}/confirm`, {});
  ports.write('Please confirm on your device.');
  for (let waited = 0; task.status === 'AWAITING_CONFIRMATION' && waited < args.waitSeconds; waited += 1) {
    await ports.sleep(POLL_MILLISECONDS);
    task = expectJson(taskAnswer, await ports.http.get(url));
  }
  ports.write(
    `Mandate ${task.delegation_id ?? ''}: ${task.status}${task.code === undefined ? '' : ` (${task.code})`}`,
  );
  return task.status === 'AUTHORISED' ? task.task_id : undefined;
}

function printDraft(task: TaskView, write: CliPorts['write']): void {
  write(`Task ${task.task_id}`);
  if (task.summary !== undefined) {
    // A line for each thing that is understood.
    for (const line of [task.summary.en, task.summary.zh].join('\n').split('\n')) write(line);
  }
  for (const { field, question, question_zh: zh } of task.questions) write(`? ${field}: ${question} / ${zh}`);
}

function printResult({ decision, result }: TaskView, write: CliPorts['write']): void {
  for (const one of decision?.candidates ?? []) {
    const why = one.code === undefined ? '' : ` — ${one.reason ?? ''} (${one.code})`;
    write(`  ${one.outcome}: ${one.merchant} ${one.name} ${one.amount} ${one.currency}${why}`);
  }
  if (result === undefined) return;
  write(`Purchase ${result.purchase_id}: ${result.status}`);
  if (result.cashier_url !== undefined) write(`See and confirm it at ${result.cashier_url}`);
  if (result.trade_no !== undefined)
    write(`  paid: ${result.amount} ${result.currency}, trade ${result.trade_no}`);
  for (const { item_id: item, code } of result.goods ?? []) write(`  goods: ${item} ${code}`);
  if (result.code !== undefined) write(`  stopped: ${result.reason ?? result.code} (${result.code})`);
  if (result.verdict !== undefined) write(`  evidence: ${result.verdict}`);
}
