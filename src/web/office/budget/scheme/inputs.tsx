/** A labelled field of a row whose value is given, not read from a form. */
export const Input = ({
  name,
  label,
  value,
  size = 'input--medium',
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly size?: string;
}) => (
  <div className="field">
    <label htmlFor={`f-${name}`}>{label}</label>
    <input id={`f-${name}`} name={name} className={`input ${size}`} defaultValue={value} autoComplete="off" />
  </div>
);

export const Area = ({
  name,
  label,
  value,
  rows = 3,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
}) => (
  <div className="field">
    <label htmlFor={`f-${name}`}>{label}</label>
    <textarea id={`f-${name}`} name={name} className="input input--area" rows={rows} defaultValue={value} />
  </div>
);

export const Select = ({
  name,
  label,
  value,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
}) => (
  <div className="field">
    <label htmlFor={`f-${name}`}>{label}</label>
    <select id={`f-${name}`} name={name} className="input input--medium" defaultValue={value}>
      {choices.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

export const Check = ({
  name,
  label,
  value = 'yes',
  checked,
}: {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly checked: boolean;
}) => (
  <label className="choice">
    <input type="checkbox" name={name} value={value} defaultChecked={checked} />
    <span>{label}</span>
  </label>
);
