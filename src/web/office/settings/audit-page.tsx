import type { AuditCheck } from '../../../app/town/read-audit.ts';
import type { AuditEvent } from '../../../db/read-audit.ts';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { SelectField, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { AuditTable } from './audit-table.tsx';
import { entityNames, machineActors } from './audit-words.data.ts';
import { SettingsLayout } from './settings-layout.tsx';

interface AuditPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly events: readonly AuditEvent[];
  /** Address of the following page; null on the last. */
  readonly nextHref: string | null;
  readonly entities: readonly string[];
  readonly users: readonly { readonly userId: string; readonly displayName: string }[];
  readonly form: Form;
  readonly check?: AuditCheck | undefined;
  readonly problems?: readonly string[];
}

const findingWords: Readonly<Record<AuditCheck['findings'][number]['kind'], string>> = {
  changed: '内容が書き換えられています',
  moved: '順番が変えられています',
  removed: '記録が抜けています',
  unlinked: '前の記録とつながっていません',
  'head-changed': '終わりの印が合いません',
};

const Verdict = ({ check }: { readonly check: AuditCheck }) =>
  check.findings.length === 0 ? (
    <div className="notice notice--done" role="status">
      <p>
        {check.events.toLocaleString('ja-JP')}件すべてを確かめました。書き換え・抜け・入れ替えはありません。
      </p>
      <p>
        最後の記録の値（控えておくと、全体の作り直しも見つけられます）:{' '}
        <code className="secret">{check.lastHash}</code>
      </p>
    </div>
  ) : (
    <div className="notice notice--problem" role="alert">
      <p>記録に手が加えられた跡があります。運用担当者に知らせてください。</p>
      <ul>
        {check.findings.map((finding) => (
          <li key={`${finding.seq} ${finding.kind}`}>
            {finding.seq}番{finding.until === null ? '' : `〜${finding.until}番`}:{' '}
            {findingWords[finding.kind]}
            {finding.entity === null ? '' : `（${entityNames[finding.entity] ?? finding.entity}）`}
          </li>
        ))}
      </ul>
    </div>
  );

export const AuditPage = (props: AuditPageProps) => {
  const { town, viewer, events, nextHref, entities, users, form, check, problems } = props;
  const base = `/m/${town.municipality}/office/settings/audit`;
  return (
    <SettingsLayout title="監査証跡" page="audit" town={town} viewer={viewer} problems={problems}>
      <p className="section__text">
        すべての変更が、だれが・いつ・どこから・前と後の内容とともに残り、消したり書き換えたりできません。
      </p>
      <form method="post" action={`${base}/verify`} className="actions">
        <CsrfField viewer={viewer} />
        <button type="submit" className="button button--quiet">
          記録が完全かを確かめる
        </button>
      </form>
      {check !== undefined && <Verdict check={check} />}
      <form method="get" action={base} className="form section">
        <div className="fields-row">
          <SelectField
            form={form}
            name="actor"
            label="だれが"
            choices={[
              { value: '', label: 'すべて' },
              ...users.map(({ userId, displayName }) => ({ value: userId, label: displayName })),
              ...Object.entries(machineActors).map(([value, label]) => ({ value, label })),
            ]}
          />
          <SelectField
            form={form}
            name="entity"
            label="何を"
            choices={[
              { value: '', label: 'すべて' },
              ...entities.map((value) => ({ value, label: entityNames[value] ?? value })),
            ]}
          />
        </div>
        <div className="fields-row">
          <TextField form={form} name="from" label="いつから" type="date" size="medium" />
          <TextField form={form} name="to" label="いつまで" type="date" size="medium" />
        </div>
        <p className="actions">
          <button type="submit" className="button button--quiet">
            絞り込む
          </button>
          <a href={base}>絞り込みをやめる</a>
        </p>
      </form>
      <section className="section" aria-labelledby="events">
        <h2 id="events">記録</h2>
        <AuditTable
          events={events}
          caption="新しい順"
          names={new Map(users.map(({ userId, displayName }) => [userId, displayName]))}
        />
        {nextHref !== null && (
          <p className="more">
            <a href={nextHref}>もっと前の記録へ</a>
          </p>
        )}
      </section>
    </SettingsLayout>
  );
};
