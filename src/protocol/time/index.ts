export { type Clock, formatUtcSeconds, parseUtcSeconds } from './utc.ts';
