import { describe, expect, it } from 'vitest';
import { differText, newSide, oldSide, type Segment } from './difference-text.ts';

/** 追加を［＋…］、削除を［−…］で書く。 */
const written = (segments: readonly Segment[]): string =>
  segments
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `［＋${text}］` : `［−${text}］`))
    .join('');
const texts = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');

describe('二つの文の差分は日本語の語の単位で読める', () => {
  it.each([
    ['同じ文', '共創で価値を生む', '共創で価値を生む', '共創で価値を生む'],
    ['どちらも空', '', '', ''],
    ['新しい文だけ', '', '支え合う', '［＋支え合う］'],
    ['古い文だけ', '支え合う', '', '［−支え合う］'],
    ['助詞ひとつは変更のあいだに残さない', '組織の再編', '人材の育成', '［−組織の再編］［＋人材の育成］'],
    [
      '手段の名から状態の名へ',
      '子どもを産み育てる環境の整備',
      '子どもを産み育てる環境が整い、親子と周囲が笑顔になっている',
      '子どもを産み育てる環境［−の整備］［＋が整い、親子と周囲が笑顔になっている］',
    ],
    [
      '数字は数字どうしで置き換わる',
      '計画期間は令和6年度から令和14年度までの9年間とします。',
      '計画期間は令和6年度から令和15年度までの10年間とします。',
      '計画期間は令和6年度から令和［−14］［＋15］年度までの［−9］［＋10］年間とします。',
    ],
    [
      '加わった文は文として示す',
      '市民幸福度は6.77点以上です。',
      '市民幸福度は6.80点以上です。また、総人口は65,000人以上です。',
      '市民幸福度は［−6.77］［＋6.80］点以上です。［＋また、総人口は65,000人以上です。］',
    ],
    [
      '似た文のあいだに入った文も文の切れ目で示す',
      '交流拠点を整備します。産学官の連携を進めます。',
      '交流拠点を整備します。関係人口との交流を進めます。産学官の連携を進めます。',
      '交流拠点を整備します。［＋関係人口との交流を進めます。］産学官の連携を進めます。',
    ],
    [
      '改行で並ぶ項目に一行加わる',
      'えんぱーく\nスナバ\n',
      'えんぱーく\nえんてらす\nスナバ\n',
      'えんぱーく\n［＋えんてらす\n］スナバ\n',
    ],
    [
      '書き直した文は、たまたま同じ語があっても切り刻まない',
      '重点だけを載せた戦略計画とした。長期戦略9年、中期戦略3年、実施計画は3年で固定した。',
      '人口減少が進むなかで、優先して力を注ぐ分野を示す戦略である。市民や民間の力も集め、長期戦略と1期3年の中期戦略で構成し、実施計画で具体にする。',
      '［−重点だけを載せた戦略計画とした。長期戦略9年、中期戦略3年、実施計画は3年で固定した］［＋人口減少が進むなかで、優先して力を注ぐ分野を示す戦略である。市民や民間の力も集め、長期戦略と1期3年の中期戦略で構成し、実施計画で具体にする］。',
    ],
    [
      '書き直した文の間に残った一文は残して示す',
      '速さを重んじる。市民と共に地域の未来をつくる。効率を高める。',
      '丁寧さを大切にする。市民と共に地域の未来をつくる。対話を重ねる。',
      '［−速さを重んじる］［＋丁寧さを大切にする］。市民と共に地域の未来をつくる。［−効率を高める］［＋対話を重ねる］。',
    ],
  ])('%s', (_, old, now, expected) => {
    expect(written(differText(old, now))).toBe(expected);
  });

  it('旧の面と新の面はそれぞれの文をそのまま与える', () => {
    const segments = differText('市民の協働を進めます。', '市民協働を進め、共創へ広げます。');
    expect(texts(oldSide(segments))).toBe('市民の協働を進めます。');
    expect(texts(newSide(segments))).toBe('市民協働を進め、共創へ広げます。');
  });
});

describe('長い文でも待たせない', () => {
  const vocabulary = Array.from({ length: 400 }, (_, n) => String.fromCharCode(0x4e00 + 17 * n));
  const words = (count: number, seed: number): string => {
    let state = seed;
    return Array.from({ length: count }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return `${vocabulary[state % vocabulary.length]}、`;
    }).join('');
  };

  // 1万語どうしの普通の計算は1億マス。上限のおかげでどの組でも2秒に遠く及ばない。
  it.each([
    ['何も共通しない一万語', words(10_000, 1), words(10_000, 2)],
    ['同じ語の繰り返し', '協働と、'.repeat(10_000), '協働も、'.repeat(10_000)],
    ['一語ずれた繰り返し', '市民。町。'.repeat(6_000), `町。${'市民。町。'.repeat(6_000)}`],
    ['句読点のない一続き', '協働'.repeat(45_000), `${'協働'.repeat(45_000)}町`],
    ['語に分けない長さ', '支え合う地域。'.repeat(20_000), `${'支え合う地域。'.repeat(20_000)}終わり。`],
  ])('%s', (_, old, now) => {
    const started = performance.now();
    const segments = differText(old, now);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(texts(oldSide(segments))).toBe(old);
    expect(texts(newSide(segments))).toBe(now);
  });

  it('長い文の離れた二か所の変更は、その二か所だけを示す', () => {
    const sentences = Array.from(
      { length: 1_500 },
      (_, n) => `第${n}の施策では${vocabulary[n % 400]}を進めます。`,
    );
    const now = [...sentences];
    now[10] = '第10の施策では別のことを進めます。';
    now[1_400] = '第1400の施策では新しいことを進めます。';
    const segments = differText(sentences.join(''), now.join(''));
    expect(segments.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual([
      '別のこと',
      '新しいこと',
    ]);
  });
});
