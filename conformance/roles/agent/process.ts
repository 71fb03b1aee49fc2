import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unreachable } from '../../run/case.ts';
import { LineProcess } from '../../run/line-process.ts';
import type { Ended, Errand, Outcome, Runner } from './errand.ts';
import type { AgentSettings } from './settings.ts';

const MOST_BYTES = 1024 * 1024;
const DONE = 0;
const STOPPED = 1;

const broken = (message: string): Ended => ({ broken: message });

function isOutcome(value: unknown): value is Outcome {
  const { status, code } = (value ?? {}) as Partial<Record<keyof Outcome, unknown>>;
  return typeof status === 'string' && (code === undefined || typeof code === 'string');
}

/** An outcome that does not say DONE says why. */
function readOutcome(said: unknown, where: string): Ended {
  if (!isOutcome(said))
    return broken(`${where} is no outcome: ${String(JSON.stringify(said)).slice(0, 200)}`);
  if (said.status !== 'DONE' && said.code === undefined)
    return broken(`It stopped (${said.status}) and named no reason.`);
  return { outcome: said };
}

/** Reads a line of an agent that serves: the id of the errand, and an outcome as the last line of a run has it. */
export function readServed(line: string, id: string): Ended {
  let said: { readonly id?: unknown; readonly outcome?: unknown } | null;
  try {
    said = JSON.parse(line);
  } catch {
    return broken(`Not a line of JSON: ${line.slice(0, 200)}`);
  }
  if (said?.id !== id) return broken(`An answer to ${JSON.stringify(said?.id)}, where ${id} was asked.`);
  return readOutcome(said.outcome, 'Its answer');
}

/** Reads the end of a run strictly: 0 goes with DONE, 1 with a named reason, and everything else is no outcome. */
export function readEnd(exit: number | null, out: string): Ended {
  const last = out.trimEnd().split('\n').at(-1) ?? '';
  let said: unknown;
  try {
    said = JSON.parse(last);
  } catch {
    return broken(`It ended with ${exit}, and its last line is no JSON: ${last.slice(0, 200)}`);
  }
  const read = readOutcome(said, 'Its last line');
  if ('broken' in read) return read;
  const { status } = read.outcome;
  const isRight = exit === (status === 'DONE' ? DONE : STOPPED);
  return isRight ? read : broken(`It ended with ${exit} and said ${status}.`);
}

/** What the placeholders of a command stand for. */
function values(errand: Errand, folder: string, state: string): Readonly<Record<string, string>> {
  const file = join(folder, 'errand.json');
  const key = join(folder, 'trust-list.pub.json');
  const attestation = join(folder, 'agent-attestation.jwt');
  writeFileSync(file, JSON.stringify(errand));
  writeFileSync(key, JSON.stringify(errand.trust_list_key));
  writeFileSync(attestation, errand.agent_attestation);
  return {
    errand: file,
    state,
    kind: errand.errand,
    level: errand.level,
    utterance: errand.utterance,
    issuer: errand.issuer,
    psp: errand.psp,
    payment_tool_ref: errand.payment_tool_ref,
    delegator: errand.delegator_identity,
    merchants: errand.merchants.map(({ merchant, base_url: url }) => `${merchant}=${url}`).join(','),
    resource_url: errand.resource?.url ?? '',
    trust_list_url: errand.trust_list_url,
    trust_list_key: key,
    agent_attestation: attestation,
  };
}

function filled(text: string, known: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => known[name] ?? whole);
}

/** An agent as a command: one process for each errand, ended when it takes too long. */
class AgentProcess implements Runner {
  private readonly command: readonly string[];
  private readonly settings: AgentSettings;

  constructor(command: readonly string[], settings: AgentSettings) {
    this.command = command;
    this.settings = settings;
  }

  /** @throws Unreachable when the program cannot be started */
  async run(errand: Errand, state: string): Promise<Ended> {
    const folder = mkdtempSync(join(tmpdir(), 'openact-errand-'));
    try {
      const known = values(errand, folder, state);
      const [program, ...args] = this.command.map((part) => filled(part, known));
      return await this.start(program ?? '', args);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  close(): void {}

  private start(program: string, args: readonly string[]): Promise<Ended> {
    const { folder, patience } = this.settings;
    const { promise, resolve, reject } = Promise.withResolvers<Ended>();
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    const stop = (why: string): void => {
      child.kill('SIGKILL');
      resolve(broken(why));
    };
    const timer = setTimeout(() => stop(`It did not end within ${patience} ms.`), patience);
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      out += part;
      if (out.length > MOST_BYTES) stop('It wrote more than a mebibyte.');
    });
    child.on('error', (error) => reject(new Unreachable(`${program} cannot be started: ${error.message}`)));
    child.on('close', (exit) => resolve(readEnd(exit, out)));
    return promise.finally(() => clearTimeout(timer));
  }
}

/** An agent that is started once and is sent on one errand after the other, a line each. */
class ServingAgent implements Runner {
  private readonly process: LineProcess;

  constructor(command: readonly [string, ...string[]], { folder, patience }: AgentSettings) {
    this.process = new LineProcess({ called: 'The agent', command, folder, patience });
  }

  /** @throws Unreachable when the program has been started too often without one answer */
  async run(errand: Errand, state: string): Promise<Ended> {
    const said = await this.process.ask({ errand, state });
    return 'lost' in said ? broken(said.lost) : readServed(said.line, said.id);
  }

  close(): void {
    this.process.close();
  }
}

/** The agent as its subject file says that it is started. */
export function agentRunner(settings: AgentSettings): AgentProcess | ServingAgent {
  const { program } = settings;
  return 'serve' in program
    ? new ServingAgent(program.serve, settings)
    : new AgentProcess(program.command, settings);
}
