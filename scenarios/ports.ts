/** They stand in the trust list, so they are chosen before anything starts. */
export { claimPorts as freePorts } from '../src/store/testing/ports.ts';
