import { claimPorts } from '../../../src/store/testing/ports.ts';

/** Ports that nobody has now, and that no other test is given. */
export async function freePorts(count: number): Promise<number[]> {
  const first = await claimPorts(count);
  return Array.from({ length: count }, (_, index) => first + index);
}
