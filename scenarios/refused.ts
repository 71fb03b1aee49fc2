import { DeviceRefusal } from '../demo/device-link.ts';
import { ActError, type Code, codeEntry, codes } from '../src/protocol/errors/index.ts';

/** A step was refused: by whom does not matter here, by which code does. */
export class Refused extends Error {
  readonly code: string;
  readonly requirement: string;
  readonly by: string | undefined;

  constructor(code: string, requirement = '', by?: string) {
    super(code);
    this.code = code;
    this.requirement = requirement;
    this.by = by;
  }
}

/** The refusal in an error, whoever threw it; what is none is thrown on. */
export function refusalIn(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof ActError) return new Refused(error.code, error.requirement);
  if (error instanceof DeviceRefusal && Object.hasOwn(codes, error.code)) {
    return new Refused(error.code, codeEntry(error.code as Code).requirement);
  }
  throw error;
}
