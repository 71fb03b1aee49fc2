import { problemOf } from '../../http/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export const ok = (body: unknown, status = 200): Reply => ({ status, body });

export function refuse(code: Code, evidence: ActError['evidence'] = {}): Reply {
  const problem = problemOf(new ActError(code, evidence));
  return { status: problem.status, body: problem };
}
