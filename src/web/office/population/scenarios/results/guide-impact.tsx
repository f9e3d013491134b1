import { declineStages, guideImpact } from '../../../../../domain/population/guide-impact.ts';
import { calendarYear } from '../../../../text/calendar-year.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import type { Worked } from '../work-out.ts';

const stageWords = {
  1: '第1段階（65歳以上は増え、ほかは減る）',
  2: '第2段階（65歳以上は横ばいか微減）',
  3: '第3段階（65歳以上も減る）',
} as const;

/** 国の手引きの物差し: 影響度 of the baseline, and how far the decline has come under these assumptions. */
export const GuideImpact = ({ worked }: { readonly worked: Worked }) => {
  const impact = guideImpact(worked.content, worked.assumptions);
  const stages = declineStages(worked.projection, worked.assumptions.ages);
  return (
    <details id="guide-impact">
      <summary>国の「人口ビジョン」の手引きによる物差し（影響度、人口減少段階）</summary>
      <div className="scheme-fold__body">
        {impact === null ? (
          <p>いまの合計特殊出生率が分からないため、影響度を出せません。</p>
        ) : (
          <>
            <p>
              自然増減の影響度は{impact.naturalImpact}、社会増減の影響度は{impact.socialImpact}
              です（1は小さく、5は大きい）。
            </p>
            <ul>
              <li>
                基準の推計の{calendarYear(impact.year, 'ja')}: {wholePersons(impact.base)}人
              </li>
              <li>合計特殊出生率が2.1まで上がると: {wholePersons(impact.raisedBirths)}人</li>
              <li>あわせて転入と転出が同じになると: {wholePersons(impact.balancedMigration)}人</li>
            </ul>
          </>
        )}
        <p>この前提での人口減少段階（{calendarYear(worked.assumptions.baseYear, 'ja')}と比べて）</p>
        <ul>
          {stages.map(({ year, stage }) => (
            <li key={year}>
              {calendarYear(year, 'ja')}: {stage === null ? '0～64歳は減っていない' : stageWords[stage]}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
};
