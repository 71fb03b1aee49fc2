import type { TraceEvent } from '../src/protocol/ports.ts';
import { IDS } from './plan.ts';
import type { Printer } from './trace.ts';

/**
 * Stands between the servers and the printer: every event is printed in the order in which it happened, with the
 * balances of that moment.
 */
export class Stage {
  private readonly printer: Printer;
  private readonly names: ReadonlyMap<string, string>;
  private readBalances: () => Promise<Record<string, string>> = async () => ({});
  private printing: Promise<void> = Promise.resolve();
  private level = 'act:L2';
  private held: TraceEvent[] | undefined;
  private closed = false;
  private readonly agents: ReadonlySet<string>;

  constructor(
    printer: Printer,
    names: ReadonlyMap<string, string>,
    agents: ReadonlySet<string> = new Set([IDS.agent]),
  ) {
    this.printer = printer;
    this.names = names;
    this.agents = agents;
  }

  /** In brief, people see only the steps that move money. */
  brief(isBrief: boolean): void {
    this.printing = this.printing.then(() => this.printer.brief(isBrief));
  }

  /** Until the books are open there are no balances to show. */
  open(readBalances: () => Promise<Record<string, string>>): void {
    this.readBalances = readBalances;
  }

  /** The payment level of everything that is printed from here on. */
  at(level: 'act:L1' | 'act:L2' | 'act:L3'): void {
    this.level = level;
  }

  /** An event of a server. What the agent reports of its own sending is said again, with more, by who receives it. */
  event(event: TraceEvent): void {
    if (this.held) this.held.push(event);
    else if (!this.isEcho(event)) this.print(event);
  }

  /** Runs an attack with the servers' own events held back, and answers what the last of them had checked. */
  async attack<T>(work: () => Promise<T>): Promise<{ result: T; checks: readonly string[] }> {
    this.held = [];
    try {
      const result = await work();
      return { result, checks: this.held.at(-1)?.checks ?? [] };
    } finally {
      this.held = undefined;
    }
  }

  print(event: TraceEvent): void {
    if (this.closed) return;
    const { level } = this;
    const balances = this.readBalances();
    this.printing = this.printing.then(async () => {
      const from = this.nameOf(event.from);
      const to = this.nameOf(event.to);
      this.printer.step({ ...event, from, to, level, balances: await balances });
    });
  }

  say(line: string): void {
    this.printing = this.printing.then(() => this.printer.say(line));
  }

  chapter(title: string): void {
    this.printing = this.printing.then(() => this.printer.chapter(title));
  }

  /** Does something when everything so far has been printed. */
  after(work: () => void): void {
    this.printing = this.printing.then(work);
  }

  /** Resolves when everything so far has been printed; what servers do afterwards is not part of the show. */
  close(): Promise<void> {
    this.closed = true;
    return this.printing;
  }

  private nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }

  private isEcho({ from, to, checks, outcome }: TraceEvent): boolean {
    return this.agents.has(from) && to !== from && checks.length === 0 && outcome === 'ok';
  }
}
