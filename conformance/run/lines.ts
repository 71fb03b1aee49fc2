/** No answer is longer; whoever sends more without a line feed is not listened to. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Lines as the contract has them: ended by a line feed and by nothing else. (`node:readline` also ends a line at
 * U+2028, which JSON may hold.)
 */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (rest.length > LONGEST_LINE) return;
  }
}
