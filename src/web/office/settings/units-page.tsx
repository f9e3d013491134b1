import { formatJapaneseDate } from '../../../domain/kernel/japanese-date.ts';
import type { OrganisationUnit, UnitSuccession } from '../../../domain/organisation/unit.ts';
import type { UnitNode } from '../../../domain/organisation/units.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { OfficeEnv } from '../../middleware/session.ts';
import { SettingsLayout } from './settings-layout.tsx';
import { unitChanges } from './unit-change-form.ts';

interface UnitsPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly units: readonly OrganisationUnit[];
  readonly successions: readonly UnitSuccession[];
  readonly tree: readonly UnitNode[];
  /** ISO date the tree is of. */
  readonly on: string;
  readonly today: string;
  readonly mayManage: boolean;
  readonly notice?: string | undefined;
  readonly problems?: readonly string[];
}

const kindWords: Readonly<Record<UnitSuccession['kind'], string>> = {
  rename: '改称・移動',
  merge: '統合',
  split: '分割',
  transfer: '業務の移管',
};

const Branch = ({ nodes, on }: { readonly nodes: readonly UnitNode[]; readonly on: string }) => (
  <ul className="units">
    {nodes.map(({ unit, children }) => (
      <li key={unit.unitKey}>
        <span className="units__name">{unit.name}</span>{' '}
        <span className="quiet">
          {unit.kind}
          {unit.validFrom > on ? '' : `・${formatJapaneseDate(unit.validFrom)}から`}
          {unit.validTo === null ? '' : `・${formatJapaneseDate(unit.validTo)}まで`}
        </span>
        {children.length > 0 && <Branch nodes={children} on={on} />}
      </li>
    ))}
  </ul>
);

const History = ({ units, successions }: Pick<UnitsPageProps, 'units' | 'successions'>) => {
  const name = (key: string) => units.find(({ unitKey }) => unitKey === key)?.name ?? key;
  if (successions.length === 0) return <p className="quiet">まだ組織改編の記録はありません。</p>;
  return (
    <TableScroll label="組織改編の表">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">日付</th>
            <th scope="col">改編</th>
            <th scope="col">元</th>
            <th scope="col">先</th>
            <th scope="col">理由</th>
          </tr>
        </thead>
        <tbody>
          {successions.toReversed().map(({ predecessorKey, successorKey, on, kind, reason }) => (
            <tr key={`${predecessorKey} ${successorKey} ${on}`}>
              <td className="table__nowrap">{formatJapaneseDate(on)}</td>
              <td className="table__nowrap">{kindWords[kind]}</td>
              <td>{name(predecessorKey)}</td>
              <td>{name(successorKey)}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
};

export const UnitsPage = (props: UnitsPageProps) => {
  const { town, viewer, units, successions, tree, on, today, mayManage, notice, problems } = props;
  const base = `/m/${town.municipality}/office/settings/units`;
  return (
    <SettingsLayout title="組織" page="units" town={town} viewer={viewer} notice={notice} problems={problems}>
      {mayManage && (
        <ul className="office-doors" aria-label="組織を変える">
          {unitChanges.map(({ kind, label, about }) => (
            <li key={kind}>
              <a href={`${base}/${kind}`}>{label}</a> <span className="quiet">{about}</span>
            </li>
          ))}
        </ul>
      )}
      <section className="section" aria-labelledby="tree">
        <h2 id="tree">
          {formatJapaneseDate(on)}の組織{on === today ? '（今日）' : ''}
        </h2>
        <form method="get" action={base} className="inline-form">
          <label htmlFor="on">いつの組織</label>
          <input id="on" name="on" type="date" className="input input--medium" defaultValue={on} />
          <button type="submit" className="button button--quiet">
            見る
          </button>
        </form>
        {tree.length === 0 ? (
          <div className="empty">
            <p className="empty__title">この日の組織は登録されていません。</p>
            {mayManage && <p>「組織を加える」から、部・課・係を登録してください。</p>}
          </div>
        ) : (
          <Branch nodes={tree} on={on} />
        )}
      </section>
      <section className="section" aria-labelledby="history">
        <h2 id="history">組織改編の記録</h2>
        <History units={units} successions={successions} />
      </section>
    </SettingsLayout>
  );
};
