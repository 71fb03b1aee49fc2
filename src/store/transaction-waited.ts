/** A transaction waited for something other than its own queries. */
export class TransactionWaited extends Error {
  constructor() {
    super('A transaction may wait for its own queries only.');
    this.name = 'TransactionWaited';
  }
}
