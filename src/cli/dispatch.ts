import { type CliCommand, type CliIo, type ExitCode, UsageError } from './command.ts';

const listOf = (commands: readonly CliCommand[]): string => {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  return [
    '使い方: bin/rashin <命令> [引数]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
    '',
    '命令ごとの説明: bin/rashin <命令> --help',
    '終了コード: 0 済んだ、1 断った（理由を表示）、2 使い方の誤り',
  ].join('\n');
};

/** The command whose words begin the call; of 'audit' and 'audit verify' the longer. */
const commandOf = (commands: readonly CliCommand[], words: readonly string[]): CliCommand | undefined =>
  commands
    .toSorted((a, b) => b.name.length - a.name.length)
    .find((command) => command.name.split(' ').every((word, i) => words[i] === word));

/** node:util parseArgs throws these for options it does not know. */
const parseArgsSentences: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '知らないオプションです',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'オプションの値の書き方が違います',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '余分な引数があります',
};

/** The sentence for a call that cannot be understood; null for any other error. */
const usageSentence = (error: unknown): string | null => {
  if (error instanceof UsageError) return error.message;
  const sentence =
    error instanceof Error && 'code' in error ? parseArgsSentences[String(error.code)] : undefined;
  if (sentence === undefined || !(error instanceof Error)) return null;
  const word = /'([^']+)'/.exec(error.message)?.[1];
  return word === undefined ? `${sentence}。` : `${sentence}: ${word}`;
};

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

export const dispatch = async (
  commands: readonly CliCommand[],
  words: readonly string[],
  io: CliIo,
): Promise<ExitCode> => {
  const [first] = words;
  if (first === undefined || isHelp(first) || first === 'help') {
    (first === undefined ? io.err : io.out)(listOf(commands));
    return first === undefined ? 2 : 0;
  }
  const command = commandOf(commands, words);
  if (command === undefined) {
    const beginning = commands.filter((c) => c.name.startsWith(`${first} `)).map((c) => c.name);
    io.err(
      beginning.length > 0
        ? `続きの言葉が要ります: ${beginning.join('、')}`
        : `「${first}」という命令はありません。`,
    );
    io.err('命令の一覧: bin/rashin --help');
    return 2;
  }
  const args = words.slice(command.name.split(' ').length);
  if (args.some(isHelp)) {
    io.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    const sentence = usageSentence(error);
    if (sentence === null) throw error;
    io.err(sentence);
    io.err(`使い方: bin/rashin ${command.name} --help`);
    return 2;
  }
};
