import { formatFiscalYear, parseFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { errorAt, type Problem, placed } from '../../../domain/kernel/problem.ts';
import { ok } from '../../../domain/kernel/result.ts';
import { SelectField, TextArea, TextField } from '../forms/field.tsx';
import type { HeaderFieldsProps, HeaderPart } from './header-routes.tsx';
import { readSource, sourceEntries } from './item-form.ts';

export const updateModes = [
  { value: 'fixed', label: '固定（期間中は枠の中で補正する）' },
  { value: 'rolling', label: 'ローリング（毎年度、期間をずらして見直す）' },
  { value: 'as-needed', label: '随時' },
] as const;

const Fields = ({ desk, form, sentences, beside }: HeaderFieldsProps) => (
  <div className="form">
    {beside('label')}
    <TextField
      form={form}
      name="label"
      label="改定の名前"
      hint="例: 第1版、令和7年度改定"
      sentences={sentences}
      required
    />
    {beside('title')}
    <TextField form={form} name="title" label="計画の題名" sentences={sentences} required />
    {beside('subtitle')}
    <TextField form={form} name="subtitle" label="副題" sentences={sentences} />
    {beside('kindLabel')}
    <TextField
      form={form}
      name="kindLabel"
      label="計画の種類の呼び名"
      hint="例: 総合計画、総合戦略、部局経営目標"
      sentences={sentences}
      required
    />
    <div className="fields-row">
      <div>
        {beside('startFiscalYear')}
        <TextField
          form={form}
          name="startFiscalYear"
          label="始まりの年度"
          hint="令和6、R6、2024 のどれでも"
          size="short"
          sentences={sentences}
          required
        />
      </div>
      <div>
        {beside('endFiscalYear')}
        <TextField
          form={form}
          name="endFiscalYear"
          label="終わりの年度"
          hint="延長するときもここを変えます"
          size="short"
          sentences={sentences}
          required
        />
      </div>
    </div>
    {desk.revision.basedOnRevision !== null && (
      <>
        {beside('periodReason')}
        <TextArea
          form={form}
          name="periodReason"
          label="期間を変える理由"
          rows={2}
          hint="前の版と期間が違うときだけ。公開のときの改定理由に引き継がれます。"
          sentences={sentences}
        />
      </>
    )}
    <p>
      上位の計画と前の計画は、版ではなく計画そのもののつながりです。
      <a href={`/m/${desk.town.municipality}/office/plans/${desk.plan.slug}#related-title`}>計画のページ</a>
      で変えられます。
    </p>
    {beside('updateMode')}
    <SelectField
      form={form}
      name="updateMode"
      label="更新のしかた"
      choices={updateModes}
      sentences={sentences}
    />
    {beside('summary')}
    <TextArea form={form} name="summary" label="前文・策定の方針" rows={10} sentences={sentences} />
    {beside('source')}
    <TextField form={form} name="source.document" label="出典（資料の名前）" sentences={sentences} />
    <div className="fields-row">
      <TextField form={form} name="source.publisher" label="発行者" sentences={sentences} />
      <TextField form={form} name="source.place" label="資料の中の場所" sentences={sentences} />
      <TextField form={form} name="source.date" label="発行年月" size="short" sentences={sentences} />
    </div>
    <TextField form={form} name="source.url" label="アドレス（URL）" sentences={sentences} />
  </div>
);

const nameOf = (path: Problem['path']): string | null => {
  const [field, part] = path.filter((each) => each !== 'header');
  if (typeof field !== 'string') return null;
  return field === 'source' && typeof part === 'string' ? `source.${part}` : field;
};

/** 計画の基本: title, period, update mode, summary. */
export const basicsPart: HeaderPart = {
  section: 'basics',
  title: '計画の基本',
  fieldNames: {
    label: '改定の名前',
    title: '計画の題名',
    subtitle: '副題',
    kindLabel: '計画の種類の呼び名',
    startFiscalYear: '始まりの年度',
    endFiscalYear: '終わりの年度',
    periodReason: '期間を変える理由',
    updateMode: '更新のしかた',
    summary: '前文・策定の方針',
    source: '出典',
  },
  entries: ({ header, label, periodReason }) => [
    ['label', label],
    ['title', header.title],
    ['subtitle', header.subtitle],
    ['kindLabel', header.kindLabel],
    ['startFiscalYear', formatFiscalYear(header.startFiscalYear, 'wareki')],
    ['endFiscalYear', formatFiscalYear(header.endFiscalYear, 'wareki')],
    ['periodReason', periodReason],
    ['updateMode', header.updateMode],
    ['summary', header.summary],
    ...sourceEntries(header.source),
  ],
  texts: ({ header, label, periodReason }) => ({
    label,
    title: header.title,
    subtitle: header.subtitle,
    kindLabel: header.kindLabel,
    startFiscalYear: formatFiscalYear(header.startFiscalYear, 'wareki'),
    endFiscalYear: formatFiscalYear(header.endFiscalYear, 'wareki'),
    periodReason,
    updateMode: updateModes.find((mode) => mode.value === header.updateMode)?.label ?? '',
    summary: header.summary,
    source: header.source === null ? '' : Object.values(header.source).join(' '),
  }),
  read: (form) => {
    const start = parseFiscalYear(form.text('startFiscalYear'));
    const end = parseFiscalYear(form.text('endFiscalYear'));
    const mode = updateModes.find(({ value }) => value === form.text('updateMode'))?.value;
    const problems: Problem[] = [];
    const source = readSource(form, problems);
    if (!start.ok || !end.ok || mode === undefined || problems.length > 0)
      return {
        ok: false,
        error: [
          ...problems,
          ...(start.ok ? [] : [placed(['startFiscalYear'], start.error)]),
          ...(end.ok ? [] : [placed(['endFiscalYear'], end.error)]),
          ...(mode === undefined
            ? [errorAt('unknown-choice', ['updateMode'], { text: form.text('updateMode').slice(0, 40) })]
            : []),
        ],
      };
    return ok({
      label: form.text('label').trim(),
      periodReason: form.text('periodReason').trim(),
      header: {
        title: form.text('title').trim(),
        subtitle: form.text('subtitle').trim(),
        kindLabel: form.text('kindLabel').trim(),
        startFiscalYear: start.value,
        endFiscalYear: end.value,
        updateMode: mode,
        summary: form.text('summary').trim(),
        source,
      },
    });
  },
  nameOf,
  Fields,
};
