import { Hono } from 'hono';
import type { ReactNode } from 'react';
import { readDefinitionChoices, readIndicatorDesk } from '../../../app/indicator/read-indicator-desk.ts';
import { createIndicator, saveIndicator } from '../../../app/indicator/save-indicator.ts';
import { newKey } from '../../../app/new-key.ts';
import { readWriters } from '../../../app/read-writers.ts';
import type { Problem } from '../../../domain/kernel/problem.ts';
import type { OrganisationUnit } from '../../../domain/organisation/unit.ts';
import type { WebDeps } from '../../deps.ts';
import type { Form } from '../../middleware/form.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { requireRight } from '../forbidden.ts';
import { formFromEntries } from '../forms/entries.ts';
import { SelectField, TextArea, TextField } from '../forms/field.tsx';
import { seenVersion } from '../forms/seen-version.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { placedSentence, sentencesByField } from '../plan-sentences.ts';
import { marksOf, meetingOf, printMarks, readMarks } from '../plans/item-compare.ts';
import { MeetingChoice, MeetingNotice } from '../plans/meeting.tsx';
import { unitChoices } from '../plans/place-choices.ts';
import {
  belongsTo,
  definitionEntries,
  definitionFieldNames,
  definitionFieldOf,
  definitionTexts,
  readDefinition,
} from './definition-form.ts';
import { withoutBlankRows } from './definition-more.ts';
import { baselineBehaviourChoices, DefinitionParts, type PartProps } from './definition-parts.tsx';
import { IndicatorLayout } from './indicator-layout.tsx';
import { directions, indicatorKinds, timeBehaviours } from './indicator-words.data.ts';

interface FieldsProps extends PartProps {
  readonly units: readonly OrganisationUnit[];
  readonly today: string;
}

const Fields = ({ units, today, ...part }: FieldsProps) => {
  const { form, sentences, beside } = part;
  return (
    <>
      {beside('name')}
      <TextField form={form} name="name" label="名前" sentences={sentences} required />
      <div className="fields-row">
        <TextField
          form={form}
          name="unit"
          label="単位"
          hint="人、点、% など"
          size="short"
          sentences={sentences}
        />
        <TextField
          form={form}
          name="decimals"
          label="小数の桁数"
          size="short"
          inputMode="numeric"
          sentences={sentences}
        />
        <SelectField form={form} name="direction" label="向き" choices={directions} sentences={sentences} />
      </div>
      {['unit', 'decimals', 'direction', 'kind', 'timeBehaviour', 'subjective'].map((field) => (
        <div key={field}>{beside(field)}</div>
      ))}
      <div className="fields-row">
        <SelectField form={form} name="kind" label="種類" choices={indicatorKinds} sentences={sentences} />
        <SelectField
          form={form}
          name="timeBehaviour"
          label="値の性質"
          choices={timeBehaviours}
          sentences={sentences}
        />
      </div>
      <label className="choice">
        <input
          type="checkbox"
          name="subjective"
          value="yes"
          defaultChecked={form.text('subjective') === 'yes'}
        />
        <span>主観の指標（アンケートで感じ方を尋ねるもの）</span>
      </label>
      {beside('definition')}
      <TextArea form={form} name="definition" label="定義" rows={3} sentences={sentences} />
      {beside('formulaText')}
      <TextArea form={form} name="formulaText" label="算式" rows={2} sentences={sentences} />
      {beside('frequency')}
      <TextField
        form={form}
        name="frequency"
        label="測る頻度と、わかる時期"
        hint="例: 毎年、翌年度の6月"
        sentences={sentences}
      />
      {beside('unitKey')}
      <SelectField
        form={form}
        name="unitKey"
        label="担当の組織"
        choices={[
          { value: '', label: '（決めていない）' },
          ...unitChoices(units, [form.text('unitKey')], today).map(({ value, label, indent }) => ({
            value,
            label: `${'　'.repeat(indent)}${label}`,
          })),
        ]}
        sentences={sentences}
      />
      <h2>基準値</h2>
      {beside('baseline')}
      <div className="fields-row">
        <TextField form={form} name="baselineYear" label="基準の年度" size="short" sentences={sentences} />
        <TextField
          form={form}
          name="baselineValue"
          label="基準値"
          inputMode="decimal"
          size="short"
          sentences={sentences}
        />
        <TextField form={form} name="baselineDocument" label="基準値の出典" sentences={sentences} />
      </div>
      <div className="fields-row">
        <SelectField
          form={form}
          name="baselineBehaviour"
          label="基準値の性質"
          choices={baselineBehaviourChoices}
          sentences={sentences}
        />
        <TextField form={form} name="baselineNote" label="基準値の注記" sentences={sentences} />
      </div>
      <h2>出典</h2>
      {beside('source')}
      <TextField form={form} name="source.document" label="資料の名前" sentences={sentences} />
      <div className="fields-row">
        <TextField form={form} name="source.publisher" label="発行者" />
        <TextField form={form} name="source.place" label="資料の中の場所" />
        <TextField form={form} name="source.date" label="発行年月" size="short" />
      </div>
      <TextField form={form} name="source.url" label="アドレス（URL）" sentences={sentences} />
      <DefinitionParts {...part} />
    </>
  );
};

/** 行を増やす: the form comes back with more rows; nothing is saved. */
const asksForRows = (form: Form): boolean => form.text('then').startsWith('more:');

const compact = (form: Form): Form => formFromEntries(withoutBlankRows(form));

/** A new indicator. */
export const newIndicatorRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const page = (
    c: { readonly var: OfficeEnv['Variables'] },
    { units, rules }: Awaited<ReturnType<typeof readDefinitionChoices>>,
    form: Form,
    problems: readonly Problem[],
  ) => {
    const list = `/m/${c.var.town.municipality}/office/indicators`;
    return (
      <OfficeLayout
        title="指標を定める"
        town={c.var.town}
        viewer={c.var.viewer}
        current="indicators"
        breadcrumb={[{ label: '指標', href: list }]}
        problems={problems.map(placedSentence)}
      >
        <form method="post" action={`${list}/new`} className="form">
          <CsrfField viewer={c.var.viewer} />
          <Fields
            form={form}
            sentences={sentencesByField(problems, definitionFieldOf)}
            units={units}
            rules={rules}
            today={c.var.as.today ?? ''}
            list={list}
            indicatorKey={null}
            beside={() => undefined}
          />
          <p className="actions">
            <button type="submit" className="button">
              この指標を定める
            </button>
            <a href={list}>やめる</a>
          </p>
        </form>
      </OfficeLayout>
    );
  };
  return new Hono<OfficeEnv>()
    .use(requireRight(deps, 'indicator.define'))
    .get('/', async (c) => {
      const choices = await readDefinitionChoices(actingOf(c, deps));
      return renderPage(c, page(c, choices, formFromEntries([['path.shape', 'linear']]), []));
    })
    .post('/', async (c) => {
      const acting = actingOf(c, deps);
      const form = compact(c.var.form);
      const choices = await readDefinitionChoices(acting);
      if (asksForRows(form)) return renderPage(c, page(c, choices, form, []));
      const edit = readDefinition(form, null);
      const made = edit.ok ? await createIndicator(acting, newKey(), edit.value) : edit;
      if (made.ok) {
        const list = `/m/${c.var.town.municipality}/office/indicators`;
        return c.redirect(`${list}/${made.value.indicatorKey}?done=created`, 303);
      }
      return renderPage(c, page(c, choices, form, made.error), 422);
    });
};

/** 定義: the definition of one indicator. */
export const definitionRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().use(requireRight(deps, 'indicator.define')).all('/', async (c) => {
    const acting = actingOf(c, deps);
    const desk = await readIndicatorDesk(acting, c.req.param('indicatorKey') ?? '');
    if (desk === null) return c.notFound();
    const { loaded } = desk;
    const { indicatorKey } = loaded.indicator;
    const { units, rules } = await readDefinitionChoices(acting);
    const names = new Map(rules.map((rule) => [rule.indicatorKey, rule.name]));
    const nameOf = (key: string): string => names.get(key) ?? key;
    const stored = definitionTexts({ definition: loaded.indicator, baseline: loaded.baseline }, nameOf);
    const list = `/m/${c.var.town.municipality}/office/indicators`;
    const href = `${list}/${encodeURIComponent(indicatorKey)}/definition`;
    const fields = Object.keys(definitionFieldNames);

    const draw = (
      form: Form,
      more: {
        readonly version?: number;
        readonly marks?: string;
        readonly problems?: readonly Problem[];
        readonly notice?: string | undefined;
        readonly top?: ReactNode;
        readonly beside?: (field: string) => ReactNode;
      },
      status: 200 | 409 | 422 = 200,
    ): Response =>
      renderPage(
        c,
        <IndicatorLayout
          town={c.var.town}
          viewer={c.var.viewer}
          loaded={loaded}
          section="definition"
          title="定義"
          notice={more.notice}
          problems={(more.problems ?? []).map(placedSentence)}
        >
          {more.top}
          {loaded.publishedAt !== null && (
            <p className="quiet">
              公開中の指標です。保存すると、すぐに公開画面も変わります。前の定義は監査証跡に残ります。
            </p>
          )}
          <form method="post" action={href} className="form">
            <CsrfField viewer={c.var.viewer} />
            <input type="hidden" name="version" value={more.version ?? loaded.version} />
            <input type="hidden" name="marks" value={more.marks ?? printMarks(marksOf(stored))} />
            <Fields
              form={form}
              sentences={sentencesByField(more.problems ?? [], definitionFieldOf)}
              units={units}
              rules={rules}
              today={desk.today}
              list={list}
              indicatorKey={indicatorKey}
              beside={more.beside ?? (() => undefined)}
            />
            <button type="submit" className="button">
              保存する
            </button>
          </form>
        </IndicatorLayout>,
        status,
      );

    if (c.req.method !== 'POST')
      return draw(formFromEntries(definitionEntries(loaded)), {
        notice: c.req.query('done') === 'saved' ? '保存しました。' : undefined,
      });

    const storedEntries = definitionEntries(loaded);
    const belongs = (name: string, chosen: readonly string[]): boolean =>
      chosen.some((field) => belongsTo(name, field));
    const withStored = (base: Form, chosen: readonly string[]): Form =>
      formFromEntries([
        ...base.entries.filter(([name]) => !belongs(name, chosen)),
        ...storedEntries.filter(([name]) => belongs(name, chosen)),
      ]);
    const form = withStored(
      compact(c.var.form),
      fields.filter((field) => c.var.form.text(`choose.${field}`) === 'theirs'),
    );
    const seen = { version: seenVersion(form), marks: form.text('marks') };
    if (asksForRows(form)) return draw(form, seen);
    const edit = readDefinition(form, loaded);
    if (!edit.ok) return draw(form, { ...seen, problems: edit.error }, 422);
    const mine = definitionTexts(edit.value, nameOf);
    const meeting = meetingOf(fields, readMarks(seen.marks), mine, stored);
    const meets = seen.version !== loaded.version && meeting.theirs.length + meeting.both.length > 0;
    const saved = meets ? null : await saveIndicator(acting, indicatorKey, edit.value, loaded.version);
    if (saved?.ok) return c.redirect(`${href}?done=saved`, 303);
    if (saved !== null && saved.error[0].code !== 'changed-meanwhile')
      return draw(form, { ...seen, problems: saved.error }, 422);
    const writers = await readWriters(acting, 'indicator', { indicator_key: indicatorKey }, seen.version);
    return draw(
      withStored(form, meeting.theirs),
      {
        top: <MeetingNotice writers={writers} meeting={meeting} fieldNames={definitionFieldNames} />,
        beside: (field) =>
          meeting.both.includes(field) ? (
            <MeetingChoice
              field={field}
              label={definitionFieldNames[field] ?? field}
              mine={mine[field] ?? ''}
              theirs={stored[field] ?? ''}
            />
          ) : undefined,
      },
      409,
    );
  });
