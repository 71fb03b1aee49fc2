import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli } from './run.ts';
import { speak } from './testing/console.ts';
import { USAGE } from './usage.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// The first of each command loads the libraries of all servers.
describe('the command line', () => {
  it.each([['--help'], ['-h']])('tells how it is used with %s', async (option) => {
    expect(await speak(runCli, [option])).toEqual({ status: 0, out: USAGE, err: '' });
  });

  it('tells its version', async () => {
    expect(await speak(runCli, ['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it('tells how it is used when nothing is asked of it, and that this did nothing', async () => {
    expect(await speak(runCli, [])).toEqual({ status: 2, out: '', err: USAGE });
  });

  it.each(['forge', '--verbose', 'toString'])('says in one line that there is no %s', async (name) => {
    const err = `openact: There is no command “${name}”: openact --help names all.\n`;
    expect(await speak(runCli, [name])).toEqual({ status: 2, out: '', err });
  });

  it('says in one line what cannot be used', async () => {
    const missing = await speak(runCli, ['inspect', 'no-such-file']);
    expect(missing).toEqual({
      status: 2,
      out: '',
      err: 'openact inspect: no-such-file is no token, and no file that can be read (ENOENT).\n',
    });
    const option = await speak(runCli, ['inspect', 'x', '--skip-checks']);
    expect(option).toMatchObject({ status: 2, out: '' });
    expect(option.err).toMatch(/^openact inspect: Unknown option '--skip-checks'/);
    const key = await speak(runCli, ['inspect', 'x', '--trust-key', 'no-such-key']);
    expect(key.err).toBe('openact inspect: The public key no-such-key cannot be read (ENOENT).\n');
  });

  it.each([
    [['store'], 'store takes adopt <database file>.'],
    [['store', 'adopt'], 'store takes adopt <database file>.'],
    [['records', 'import'], 'records takes export, backup or restore.'],
    [['records'], 'records takes export, backup or restore.'],
  ])('says in one line what %j lacks', async (args, line) => {
    expect(await speak(runCli, args)).toEqual({ status: 2, out: '', err: `openact ${args[0]}: ${line}\n` });
    expect(await speak(runCli, [...args.slice(0, 1), '--help'])).toMatchObject({ status: 0, err: '' });
  });

  it('does not pass on what would rewrite the terminal', async () => {
    const { err } = await speak(runCli, ['inspect', '\u001b[31mred']);
    expect(err).toBe('openact inspect: \\u001b[31mred is no token, and no file that can be read (ENOENT).\n');
  });

  it('hands each command its arguments', async () => {
    expect((await speak(runCli, ['inspect', '--help'])).out).toContain('openact inspect <token or file>');
    expect((await speak(runCli, ['trust', '--help'])).out).toContain('openact trust init');
    expect((await speak(runCli, ['agent', '--help'])).out).toContain('openact agent draft');
  });
});
