import type { Area } from '../../domain/organisation/area.ts';
import type { OrganisationUnit, UnitSuccession } from '../../domain/organisation/unit.ts';
import { nameOn } from '../../domain/organisation/unit-name.ts';
import type { PlanItem } from '../../domain/plan/item.ts';
import { responsibleUnits } from '../../domain/plan/responsible-units.ts';
import { href, type TownFrame } from '../components/frame.ts';
import { type PlanView, planHref, viewItemHref } from '../components/plan-view.ts';
import { SdgLabel } from '../components/sdg-label.tsx';
import { formatDate } from '../text/dates.ts';

export interface Responsibility {
  readonly units: readonly OrganisationUnit[];
  readonly successions: readonly UnitSuccession[];
  readonly areas: readonly Area[];
}

interface Props {
  readonly frame: TownFrame;
  readonly view: PlanView;
  readonly item: PlanItem;
  readonly responsibility: Responsibility;
}

/** こども課（令和8年3月31日まで。現在はこども未来課）: 組織改編 keeps the history readable. */
const Unit = ({
  frame,
  responsibility,
  unitKey,
}: Pick<Props, 'frame' | 'responsibility'> & { readonly unitKey: string }) => {
  const { t, language, today } = frame;
  const { units, successions } = responsibility;
  const unit = units.find((candidate) => candidate.unitKey === unitKey);
  const named = nameOn(units, successions, unitKey, today);
  if (unit === undefined || named === null) return <li>{unitKey}</li>;
  const ended = unit.validTo !== null && unit.validTo < today;
  return (
    <li>
      <span lang="ja">{unit.name}</span>
      <span className="item-facts__since">
        {ended
          ? t.item.unitUntil(formatDate(unit.validTo ?? today, language))
          : t.item.unitFrom(formatDate(unit.validFrom, language))}
        {named.now.length === 0 ? null : (
          <>
            {language === 'ja' ? '。' : '; '}
            {t.item.unitNow(named.now.map((each) => each.name).join('・'))}
          </>
        )}
      </span>
    </li>
  );
};

/** 担当・エリア・期間・SDGs: who, where, how long, in one glance. */
export const ItemFacts = ({ frame, view, item, responsibility }: Props) => {
  const { t } = frame;
  const plan = planHref(frame, view.slug);
  const leads = responsibleUnits(view.content.items, item.itemKey);
  const areaName = (key: string): string =>
    responsibility.areas.find((area) => area.areaKey === key)?.name ?? key;
  const rows = [
    {
      label: t.item.lead,
      there: leads.length > 0,
      body: (
        <ul>
          {leads.map((key) => (
            <Unit key={key} frame={frame} responsibility={responsibility} unitKey={key} />
          ))}
        </ul>
      ),
    },
    {
      label: t.item.support,
      there: item.supportUnitKeys.length > 0,
      body: (
        <ul>
          {item.supportUnitKeys.map((key) => (
            <Unit key={key} frame={frame} responsibility={responsibility} unitKey={key} />
          ))}
        </ul>
      ),
    },
    {
      label: t.item.lifeStages,
      there: item.lifeStages.length > 0,
      body: (
        <ul className="tags" lang="ja">
          {item.lifeStages.map((stage) => (
            <li key={stage}>
              <a href={`${plan}?stage=${encodeURIComponent(stage)}#tree`}>{stage}</a>
            </li>
          ))}
        </ul>
      ),
    },
    {
      label: t.item.areas,
      there: item.areaKeys.length > 0,
      body: <span lang="ja">{item.areaKeys.map(areaName).join('、')}</span>,
    },
    {
      label: t.item.span,
      there: item.span !== null,
      body: item.span === null ? null : t.item.spans[item.span],
    },
    {
      label: t.item.sdgs,
      there: item.sdgGoals.length > 0,
      body: (
        <ul>
          {item.sdgGoals.map((goal) => (
            <li key={goal}>
              <a href={href(frame, `/sdgs?goal=${goal}`)}>
                <SdgLabel goal={goal} frame={frame} />
              </a>
            </li>
          ))}
        </ul>
      ),
    },
    {
      label: t.item.investment,
      there: item.investmentKinds.length > 0,
      body: item.investmentKinds
        .map((kind) => t.item.investments[kind])
        .join(frame.language === 'ja' ? '・' : ', '),
    },
    {
      label: t.item.alsoUnder,
      there: item.alsoUnder.length > 0,
      body: (
        <ul lang="ja">
          {item.alsoUnder.flatMap(({ parentKey }) => {
            const parent = parentKey === null ? undefined : view.byKey.get(parentKey);
            return parent === undefined
              ? []
              : [
                  <li key={parent.itemKey}>
                    <a href={viewItemHref(frame, view, parent.itemKey)}>{parent.title}</a>
                  </li>,
                ];
          })}
        </ul>
      ),
    },
  ].filter((row) => row.there);
  return rows.length === 0 ? null : (
    <dl className="facts item-facts">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.body}</dd>
        </div>
      ))}
    </dl>
  );
};
