export type StoreOpenReason =
  | 'location'
  | 'folder'
  | 'connection'
  | 'engine'
  | 'damaged'
  | 'in_use'
  | 'rolled_back'
  | 'newer_schema'
  | 'migration_changed'
  | 'migration_failed';

/** Why a store could not be opened. `message` is one line, fit for a console. */
export class StoreOpenError extends Error {
  readonly reason: StoreOpenReason;

  constructor(reason: StoreOpenReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreOpenError';
    this.reason = reason;
  }
}
