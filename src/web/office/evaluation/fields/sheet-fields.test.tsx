import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { shippedFiles, shippedScheme } from '../../../../../test/evaluation-cases/shipped-schemes.ts';
import { threeCriteria } from '../../../../../test/evaluation-cases/three-criteria.ts';
import { askedFields } from '../../../../domain/evaluation/asked-fields.ts';
import type { EvaluationScheme, EvaluationStage } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { SheetFields, type SheetFieldsProps } from './sheet-fields.tsx';

const drawn = (scheme: EvaluationScheme, stageAt: number, change: Partial<SheetFieldsProps> = {}): string =>
  renderToStaticMarkup(
    <SheetFields
      scheme={scheme}
      stage={scheme.stages[stageAt] as EvaluationStage}
      typeKey={null}
      answers={{}}
      prefilled={{}}
      lastYear={null}
      problems={new Map()}
      readOnly={false}
      idPrefix="s-"
      {...change}
    />,
  );

const everySheet = shippedFiles.flatMap((file) => {
  const scheme = shippedScheme(file.replace('.json', ''));
  return scheme.stages.flatMap((stage, at) =>
    [null, ...scheme.types.map(({ key }) => key)].map(
      (typeKey) => [`${scheme.key} ${stage.label} ${typeKey ?? '種類なし'}`, scheme, at, typeKey] as const,
    ),
  );
});

describe('評価シートの欄', () => {
  it.each(everySheet)('%s: 問うことがすべて欄になり、id は重ならない', (_, scheme, at, typeKey) => {
    const html = drawn(scheme, at, { typeKey });
    const stage = scheme.stages[at] as EvaluationStage;
    for (const { name } of askedFields(scheme, stage, typeKey, {})) expect(html).toContain(` name="${name}"`);
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('種類に当てはまらない項目は出ない', () => {
    expect(drawn(threeCriteria, 0, { typeKey: 'short' })).not.toContain('name="criterion.effect"');
    expect(drawn(threeCriteria, 0, { typeKey: 'full' })).toContain('name="criterion.effect"');
  });

  it('ほかの答えによる項目は、条件を言葉で添えて出る', () => {
    expect(drawn(shippedScheme('seiro'), 0)).toContain('「必需性」が「中間」か「選択的」のときに答えます。');
  });

  it('品川区の段階は、文のまま出る', () => {
    const html = drawn(shippedScheme('shinagawa'), 0);
    for (const { levels } of shippedScheme('shinagawa').criteria)
      for (const { wording } of levels) expect(html).toContain(wording);
  });

  it('前年度の答えと、どこから写したかが見える', () => {
    const html = drawn(threeCriteria, 0, {
      typeKey: 'full',
      answers: { 'criterion.validity': 'high', 'text.result': '今年' },
      prefilled: { 'criterion.validity': 'last-year' },
      lastYear: { 'criterion.effect': 'low', 'text.result': '前の年に書いた文' },
    });
    expect(html).toContain('data-prefilled="criterion.validity">前年度から');
    expect(html).toContain('前の年に書いた文');
    expect(html.match(/sheet-choice__last/gu)).toHaveLength(1);
  });

  it('計算と、人の判断との違いが見える', () => {
    const html = drawn(threeCriteria, 0, {
      typeKey: 'full',
      answers: {
        'criterion.validity': 'high',
        'criterion.effect': 'low',
        'criterion.efficiency': 'high',
        grade: 'a',
      },
    });
    expect(html).toContain('妥当性 3点 + 有効性 1点 + 効率性 2.5点 = 6.5点 → B（4点以上）');
    expect(html).toContain('→ 人の判断で A');
  });

  it('直すところは、欄と結び付いている', () => {
    const html = drawn(threeCriteria, 0, {
      typeKey: 'full',
      problems: new Map([['text.result', ['長すぎます']]]),
    });
    expect(html).toContain('aria-describedby="s-text-result-problem"');
    expect(html).toContain('<ul class="field__problem" id="s-text-result-problem"><li>長すぎます</li></ul>');
    expect(html).toContain('aria-invalid="true"');
  });

  it('なくなった選択肢は、選ばれたまま、ないと分かる', () => {
    expect(drawn(threeCriteria, 0, { typeKey: 'full', answers: { direction: 'gone' } })).toContain(
      '（なくなった選択肢 gone）',
    );
  });

  it('見るだけのときは、選んだものに印が付き、書く欄はない', () => {
    const html = drawn(threeCriteria, 0, {
      typeKey: 'full',
      readOnly: true,
      answers: { 'criterion.validity': 'high', 'text.result': '行った', direction: 'continue' },
    });
    expect(html).not.toMatch(/<input|<textarea/u);
    expect(html.match(/●/gu)).toHaveLength(2);
    expect(html).toContain('行った');
  });
});
