import type { ReactNode } from 'react';
import {
  exactLeverText,
  type LeverField,
  leverName,
  leverText,
} from '../../islands/population/lever-field.ts';

export interface LeverPanelProps {
  /** 前提を動かす */
  readonly legend: string;
  /** Below the legend: how it is used */
  readonly hint?: string | undefined;
  readonly fields: readonly LeverField[];
  readonly words: {
    /** いま: stands before the neutral value */
    readonly now: string;
    /** Read with the slider after the lever's name: をスライダーで動かす */
    readonly slider: string;
    /** もとに戻す */
    readonly reset: string;
  };
  /** Text as it was typed, where it could not be read; by name of the field */
  readonly typed?: ReadonlyMap<string, string> | undefined;
  /** What is wrong with a field, by its name */
  readonly problems?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly readOnly?: boolean | undefined;
  /** Further fields of one lever: years, shape, reason, source. Named by `leverName(kind, part)`. */
  readonly more?: ((field: LeverField) => ReactNode) | undefined;
}

const idOf = (field: LeverField, part: string): string => `lever-${field.kind}-${part}`;

const Lever = ({ field, ...panel }: LeverPanelProps & { readonly field: LeverField }) => {
  const name = leverName(field.kind);
  const problems = panel.problems?.get(name) ?? [];
  const value = field.value ?? field.neutral;
  const ends = { min: field.least, max: field.most, step: field.step };
  const unit = field.unit === '' ? '' : ` ${field.unit}`;
  return (
    <div className="lever" data-population-lever={field.kind}>
      <label className="lever__name" htmlFor={idOf(field, 'value')}>
        {field.label}
      </label>
      <p className="lever__hint" id={idOf(field, 'hint')}>
        {field.hint}
      </p>
      <div className="lever__fields">
        {/* Without the script nothing would join it to the field: it stays away, and the field does its work. */}
        <input
          type="range"
          className="lever__range"
          aria-label={`${field.label}${panel.words.slider}`}
          aria-describedby={idOf(field, 'hint')}
          {...ends}
          defaultValue={value}
          disabled={panel.readOnly}
          hidden
          autoComplete="off"
          data-population-range
        />
        <span className="lever__typed">
          <input
            type="text"
            inputMode="decimal"
            className="input lever__input number"
            id={idOf(field, 'value')}
            name={name}
            defaultValue={
              panel.typed?.get(name) ??
              (field.value === null ? leverText(field, value) : exactLeverText(field, value))
            }
            readOnly={panel.readOnly}
            autoComplete="off"
            aria-describedby={[
              idOf(field, 'hint'),
              idOf(field, 'now'),
              ...(problems.length === 0 ? [] : [idOf(field, 'problem')]),
            ].join(' ')}
            {...(problems.length === 0 ? {} : { 'aria-invalid': true as const })}
          />
          {unit === '' ? null : <span className="lever__unit">{unit}</span>}
        </span>
      </div>
      <p className="lever__now" id={idOf(field, 'now')}>
        {panel.words.now} <span className="number">{leverText(field, field.neutral)}</span>
        {unit}
      </p>
      {problems.length === 0 ? null : (
        <ul className="field__problem" id={idOf(field, 'problem')}>
          {problems.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {panel.more?.(field)}
    </div>
  );
};

/**
 * 「前提を動かす」: a fieldset for a form of the page, which brings the button 「計算する」 itself. Fields are named
 * `lever.<kind>.value`; a value that says what is so anyway pulls nothing (`pulledValue`).
 */
export const LeverPanel = (props: LeverPanelProps) => (
  <fieldset className="levers" data-population-levers>
    <legend className="levers__legend">{props.legend}</legend>
    {props.hint === undefined ? null : <p className="levers__hint">{props.hint}</p>}
    {props.fields.map((field) => (
      <Lever key={field.kind} {...props} field={field} />
    ))}
    {/* On a phone the pictures lie below: what is read aloud elsewhere stands here for the eye. */}
    <p
      className="levers__follow"
      hidden
      aria-hidden="true"
      data-population-follow
      data-population-title="totals"
    />
    {props.readOnly === true ? null : (
      <p className="levers__reset">
        <button type="button" className="button button--quiet button--small" hidden data-population-reset>
          {props.words.reset}
        </button>
      </p>
    )}
  </fieldset>
);
