import type { Area } from '../../../domain/organisation/area.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { SettingsLayout } from './settings-layout.tsx';

export const layerNames: Readonly<Record<Area['layer'], string>> = {
  region: '広域圏',
  municipality: '市町村',
  district: '地区',
  'school-district': '小学校区',
};

interface AreaFieldsProps {
  readonly form: Form;
  readonly areas: readonly Area[];
  readonly sentences?: FieldSentences | undefined;
}

const AreaFields = ({ form, areas, sentences }: AreaFieldsProps) => (
  <>
    <TextField form={form} name="name" label="名前" size="medium" required sentences={sentences} />
    <div className="fields-row">
      <SelectField
        form={form}
        name="layer"
        label="広さ"
        choices={Object.entries(layerNames).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        form={form}
        name="parentKey"
        label="含まれるエリア"
        sentences={sentences}
        choices={[
          { value: '', label: 'なし' },
          ...areas.map(({ areaKey, name }) => ({ value: areaKey, label: name })),
        ]}
      />
    </div>
  </>
);

interface AreasPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'>, AreaFieldsProps {
  readonly mayManage: boolean;
  readonly notice?: string | undefined;
  readonly problems?: readonly string[];
}

export const AreasPage = (props: AreasPageProps) => {
  const { town, viewer, areas, form, mayManage, notice, problems, sentences } = props;
  const base = `/m/${town.municipality}/office/settings/areas`;
  const name = (key: string | null) => areas.find(({ areaKey }) => areaKey === key)?.name ?? '';
  return (
    <SettingsLayout
      title="エリア"
      page="areas"
      town={town}
      viewer={viewer}
      notice={notice}
      problems={problems}
    >
      <p className="section__text">
        計画の項目が、市域全体・地区・小学校区などのどこを対象とするかを表します。
      </p>
      {areas.length === 0 ? (
        <div className="empty">
          <p className="empty__title">エリアはまだありません。</p>
          <p>地区ごとに考える項目があるときに、ここで加えてください。</p>
        </div>
      ) : (
        <TableScroll label="エリアの一覧">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">名前</th>
                <th scope="col">広さ</th>
                <th scope="col">含まれるエリア</th>
              </tr>
            </thead>
            <tbody>
              {areas.map((area) => (
                <tr key={area.areaKey}>
                  <th scope="row">
                    {mayManage ? (
                      <a className="table__link" href={`${base}/${encodeURIComponent(area.areaKey)}`}>
                        {area.name}
                      </a>
                    ) : (
                      area.name
                    )}
                  </th>
                  <td>{layerNames[area.layer]}</td>
                  <td>{name(area.parentKey)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {mayManage && (
        <section className="section" aria-labelledby="add">
          <h2 id="add">エリアを加える</h2>
          <form method="post" action={base} className="form">
            <CsrfField viewer={viewer} />
            <AreaFields form={form} areas={areas} sentences={sentences} />
            <p className="actions">
              <button type="submit" className="button">
                加える
              </button>
            </p>
          </form>
        </section>
      )}
    </SettingsLayout>
  );
};

interface AreaPageProps extends Omit<AreasPageProps, 'mayManage'> {
  readonly area: Area;
  /** `areaMark` of what is stored now. */
  readonly seen: string;
}

export const AreaPage = (props: AreaPageProps) => {
  const { town, viewer, area, areas, form, seen, notice, problems, sentences } = props;
  const base = `/m/${town.municipality}/office/settings/areas`;
  return (
    <SettingsLayout
      title={area.name}
      page="areas"
      below
      town={town}
      viewer={viewer}
      notice={notice}
      problems={problems}
    >
      <form method="post" action={`${base}/${encodeURIComponent(area.areaKey)}`} className="form">
        <CsrfField viewer={viewer} />
        <input type="hidden" name="seen" value={seen} />
        <AreaFields
          form={form}
          areas={areas.filter(({ areaKey }) => areaKey !== area.areaKey)}
          sentences={sentences}
        />
        <p className="actions">
          <button type="submit" className="button">
            変える
          </button>
        </p>
      </form>
    </SettingsLayout>
  );
};
