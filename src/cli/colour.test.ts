import { describe, expect, it } from 'vitest';
import { painter, wantsColour } from './colour.ts';

describe('colour', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['NO_COLOR on a terminal', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 on a terminal', { FORCE_COLOR: '0' }, true, false],
    ['an empty FORCE_COLOR', { FORCE_COLOR: '' }, false, false],
    ['both', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ])('follows %s', (_what, env, isTerminal, wanted) => {
    expect(wantsColour(env, isTerminal)).toBe(wanted);
  });

  it('changes nothing but the looks', () => {
    expect(painter(false)('red', 'text')).toBe('text');
    expect(painter(true)('red', 'text')).toBe('\u001b[31mtext\u001b[0m');
  });
});
