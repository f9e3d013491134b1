import { type Problem, warningAt } from '../kernel/problem.ts';
import { defaultMeansWords } from '../kernel/settings.ts';
import type { PlanItem } from './item.ts';
import type { LevelDefinition } from './level.ts';

/** A title names a state (ありたい姿), a means (手段), or neither clearly. */
export interface TitleReading {
  readonly style: 'state' | 'means' | 'unclear';
  /** The word it was recognised by; '' for 'unclear'. */
  readonly word: string;
}

/** Endings of a state reached: 整っている, できている, 生んでいます, 迎えられる, 育つ町になる. */
const stateEnding =
  /(?:て|で)(?:いる|います|いく|いきます)$|(?:でき|られ|あえ)(?:る|ます)$|(?:になる|となる|にある|がある|であり続ける)$/u;

/** Words a means hides behind: …の整備を図る, …支援をする, …を推進する. */
const meansTail = /(?:を(?:図る|行う|進める|する|めざす|目指す)|する|します|を図ります|します)$/u;

const withoutMarks = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s。.!！」』】）)]+$/u, '')
    .trim();

/**
 * How a title reads. Only its end is looked at, because Japanese says there what the phrase is.
 * @example readTitle('子どもを産み育てる環境の整備').style // => 'means'
 * @example readTitle('子どもを産み育てる環境が整い、親子と周囲が笑顔になっている').style // => 'state'
 */
export const readTitle = (title: string, meansWords: readonly string[] = defaultMeansWords): TitleReading => {
  const text = withoutMarks(title);
  const state = stateEnding.exec(text);
  if (state !== null) return { style: 'state', word: state[0] };
  const noun = text.replace(meansTail, '');
  const word = meansWords.find((each) => each !== '' && noun.endsWith(each));
  return word === undefined ? { style: 'unclear', word: '' } : { style: 'means', word };
};

/** How the state behind a means is said. A town's own words fall back to …が実現している. */
const stateOf: Readonly<Record<string, string>> = {
  整備: 'が整っている',
  推進: 'が進んでいる',
  支援: 'が支えられている',
  充実: 'が充実している',
  創出: 'が生まれている',
  構築: 'ができている',
  強化: 'が強まっている',
  向上: 'が高まっている',
  促進: 'が進んでいる',
};

/**
 * A first wording as a state, for a person to improve; never applied by itself.
 * @example suggestState('子どもを産み育てる環境の整備') // => '子どもを産み育てる環境が整っている'
 */
export const suggestState = (
  title: string,
  meansWords: readonly string[] = defaultMeansWords,
): string | null => {
  const { style, word } = readTitle(title, meansWords);
  if (style !== 'means') return null;
  const noun = withoutMarks(title).replace(meansTail, '');
  const subject = noun
    .slice(0, noun.length - word.length)
    .replace(/(?:への|に向けた|のための|の|を|・)$/u, '');
  return subject === '' ? null : `${subject}${stateOf[word] ?? 'が実現している'}`;
};

export interface NamingLintSettings {
  readonly enabled: boolean;
  readonly meansWords: readonly string[];
}

/** Titles of levels that ask for a state and name a means. Warnings only: the town decides. */
export const lintTitles = (
  levels: readonly LevelDefinition[],
  items: readonly Pick<PlanItem, 'itemKey' | 'levelKey' | 'title'>[],
  settings: NamingLintSettings,
): readonly Problem[] => {
  if (!settings.enabled) return [];
  const askForState = new Set(
    levels.filter((level) => level.titleStyle === 'state').map((level) => level.levelKey),
  );
  return items.flatMap(({ itemKey, levelKey, title }) => {
    if (!askForState.has(levelKey)) return [];
    const { style, word } = readTitle(title, settings.meansWords);
    if (style !== 'means') return [];
    const suggestion = suggestState(title, settings.meansWords);
    const params = { title, word, ...(suggestion === null ? {} : { suggestion }) };
    return [warningAt('title-names-means', ['items', itemKey, 'title'], params)];
  });
};
