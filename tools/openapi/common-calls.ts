import type { Call } from './operation.ts';

/** What every role answers. */
export const COMMON_CALLS: readonly Call[] = [
  {
    call: 'GET /livez',
    does: 'Says that the process answers.',
    by: ['anybody'],
    gives: { 200: 'health' },
  },
  {
    call: 'GET /readyz',
    does: 'Says whether the server can do its work, and names what it lacks.',
    by: ['anybody'],
    gives: { 200: 'health', 503: 'health' },
  },
  {
    call: 'GET /openapi.json',
    does: 'This document.',
    by: ['anybody'],
    gives: { 200: 'object' },
  },
];
