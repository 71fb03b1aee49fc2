import { ActError } from '../protocol/errors/index.ts';

/** The coded refusal for whatever the storage threw. What it threw stays in `cause`, out of every answer. */
export function storageFailure(cause: unknown): ActError {
  const failure = new ActError('store_unavailable');
  failure.cause = cause;
  return failure;
}
