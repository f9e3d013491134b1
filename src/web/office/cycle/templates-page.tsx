import type { CycleFile } from '../../../app/cycle/cycle-schema.ts';
import type { YearlyCycle } from '../../../domain/programme/yearly-cycle.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CsrfField } from '../layout.tsx';
import { CycleLayout } from './cycle-layout.tsx';
import type { CycleTemplate } from './templates.ts';

interface TemplatesPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly cycle: YearlyCycle;
  readonly templates: readonly CycleTemplate[];
  /** Marks of what is stored now, by part. */
  readonly marks: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

export const cyclePartNames = [
  { part: 'programmeTypes', label: '事業の種類', unit: '種類' },
  { part: 'staffRates', label: '人件費の単価', unit: '年度分' },
  { part: 'calendar', label: '年間の予定', unit: '項目' },
] as const;

const Contents = ({ file }: { readonly file: CycleFile }) => (
  <span className="choice__note">
    {[
      ...cyclePartNames.flatMap(({ part, label, unit }) =>
        file[part].length === 0 ? [] : [`${label} ${file[part].length}${unit}`],
      ),
      ...(file.source === null ? [] : [`出典: ${file.source.document}`]),
    ].join('、')}
    {file.notes.map((note) => (
      <span key={note}> {note}</span>
    ))}
  </span>
);

const Parts = ({
  cycle,
  marks,
  id,
}: Pick<TemplatesPageProps, 'cycle' | 'marks'> & { readonly id: string }) => (
  <fieldset className="field field--choices">
    <legend>取り込む内容（いまある内容と入れ替わります）</legend>
    {cyclePartNames.map(({ part, label, unit }) => (
      <label className="choice" key={part} htmlFor={`${id}-${part}`}>
        {/* What is there already is not replaced unless it is asked for. */}
        <input
          type="checkbox"
          name="part"
          id={`${id}-${part}`}
          value={part}
          defaultChecked={cycle[part].length === 0}
        />
        <span>
          {label}
          <span className="choice__note">
            {cycle[part].length === 0 ? 'いまは空' : `いま ${cycle[part].length}${unit}`}
          </span>
        </span>
        <input type="hidden" name={`seen.${part}`} value={marks[part] ?? ''} />
      </label>
    ))}
  </fieldset>
);

/** ひな形・ファイルから入れる */
export const TemplatesPage = ({ town, viewer, cycle, templates, marks, problems }: TemplatesPageProps) => {
  const href = `/m/${town.municipality}/office/cycle/templates`;
  return (
    <CycleLayout title="ひな形・ファイルから入れる" page="templates" {...{ town, viewer, problems }}>
      <form method="post" action={href} className="section" aria-labelledby="template-title">
        <CsrfField viewer={viewer} />
        <h2 id="template-title">ひな形から</h2>
        <fieldset className="field field--choices">
          <legend>ひな形</legend>
          {templates.map(({ key, file }, at) => (
            <label className="choice" key={key}>
              <input type="radio" name="from" value={key} defaultChecked={at === 0} />
              <span>
                {file.name}
                <Contents file={file} />
              </span>
            </label>
          ))}
        </fieldset>
        <Parts cycle={cycle} marks={marks} id="template" />
        <button type="submit" className="button">
          取り込む
        </button>
      </form>
      <form
        method="post"
        action={href}
        encType="multipart/form-data"
        className="section"
        aria-labelledby="file-title"
      >
        <CsrfField viewer={viewer} />
        <input type="hidden" name="from" value="file:" />
        <h2 id="file-title">ファイルから</h2>
        <div className="field">
          <label htmlFor="cycle-file">JSON のファイル（「設定を JSON で書き出す」で得た形）</label>
          <input id="cycle-file" type="file" name="file" accept=".json,application/json" className="input" />
        </div>
        <Parts cycle={cycle} marks={marks} id="file" />
        <button type="submit" className="button button--quiet">
          ファイルから取り込む
        </button>
      </form>
    </CycleLayout>
  );
};
