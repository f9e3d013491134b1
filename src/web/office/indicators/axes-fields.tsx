import type { Form } from '../../middleware/form.ts';
import { type FieldSentences, TextField } from '../forms/field.tsx';
import { rowsOf } from '../forms/rows.ts';
import { categoriesPart } from './axes-form.ts';

interface AxesFieldsProps {
  readonly form: Form;
  readonly sentences: FieldSentences;
}

const NameFields = ({
  row,
  label,
  form,
  sentences,
}: AxesFieldsProps & { readonly row: string; readonly label: string }) => (
  <>
    <input type="hidden" name={`${row}.key`} value={form.text(`${row}.key`)} />
    <TextField form={form} name={`${row}.name`} label={label} sentences={sentences} />
    <TextField form={form} name={`${row}.nameEn`} label={`${label}（英語）`} sentences={sentences} />
  </>
);

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const Dimension = ({
  place,
  isNew,
  ...page
}: AxesFieldsProps & { readonly place: number; readonly isNew: boolean }) => {
  const { form, sentences } = page;
  const part = categoriesPart(place);
  const asksMore = form.text('then') === `more:${part}`;
  const filled = rowsOf(form, part, ['key', 'name', 'nameEn']).length;
  const name = form.text(`dimensions.${place}.name`);
  const isWrong = [...sentences.keys()].some(
    (field) => field.startsWith(`dimensions.${place}.`) || field.startsWith(`${part}.`),
  );
  return (
    <details className="entry-row" open={isWrong || asksMore || (isNew && place === 0)}>
      <summary>{name === '' ? '新しい軸を加える' : name}</summary>
      <div className="fields-row">
        <NameFields {...page} row={`dimensions.${place}`} label="軸の名前" />
      </div>
      <fieldset className="plain">
        <legend>{name === '' ? '区分' : `「${name}」の区分`}</legend>
        {places(filled + (asksMore ? 6 : isNew ? 3 : 1)).map((index) => (
          <div key={index} className="fields-row">
            <TextField
              form={form}
              name={`${part}.${index}.order`}
              label={`区分${index + 1}の並び順`}
              inputMode="decimal"
              size="short"
            />
            <NameFields {...page} row={`${part}.${index}`} label={`区分${index + 1}の名前`} />
          </div>
        ))}
        <p className="actions">
          <button
            type="submit"
            name="then"
            value={`more:${part}`}
            className="button button--quiet button--small"
          >
            区分の行を増やす
          </button>
        </p>
      </fieldset>
    </details>
  );
};

/** 内訳の軸と区分, and an empty one to add. */
export const AxesFields = (page: AxesFieldsProps) => {
  const filled = rowsOf(page.form, 'dimensions', ['key', 'name', 'nameEn']).filter(
    ({ key, name }) => key !== '' || name !== '',
  ).length;
  return (
    <>
      {places(filled + 1).map((place) => (
        <Dimension key={place} {...page} place={place} isNew={place >= filled} />
      ))}
    </>
  );
};
