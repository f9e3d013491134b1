import { href, type TownFrame } from './frame.ts';

export interface SearchFormProps {
  readonly frame: TownFrame;
  readonly value?: string;
  /** Label over the field; the field on a page has one id, so a page has one search form. */
  readonly label?: string;
}

export const SearchForm = ({ frame, value = '', label = frame.t.home.search }: SearchFormProps) => (
  <search>
    <form className="search-form" method="get" action={href(frame, '/search')}>
      <label htmlFor="search-words">{label}</label>
      <span className="search-form__hint" id="search-hint">
        {frame.t.home.searchHint}
      </span>
      <div className="search-form__row">
        <input
          className="input"
          id="search-words"
          name="q"
          type="search"
          defaultValue={value}
          maxLength={100}
          aria-describedby="search-hint"
        />
        <button className="button" type="submit">
          {frame.t.home.searchButton}
        </button>
      </div>
    </form>
  </search>
);
