import { createElement, type ReactNode } from 'react';
import type { FieldChange } from '../../../domain/plan/difference-fields.ts';
import type { Segment } from '../../../domain/plan/difference-text.ts';
import type { DifferenceWords } from '../../text/difference.ts';
import type { NameOf } from './value-names.ts';

interface Props {
  readonly field: string;
  readonly form: FieldChange['form'];
  readonly segments: readonly Segment[];
  readonly words: DifferenceWords;
  readonly nameOf: NameOf;
}

/** Screen readers pass over <ins> and <del>: the words say it, for the ear only. */
const marked = (kind: Segment['kind'], text: string, words: DifferenceWords): ReactNode => {
  if (kind === 'same') return text;
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span className="visually-hidden">{kind === 'added' ? words.added : words.removed}</span>
      {text}
      <span className="visually-hidden">{words.end}</span>
    </Element>
  );
};

/** 文中の差分: underlined what is new, struck through what is gone. Lists one entry a line. */
export const InlineDifference = ({ field, form, segments, words, nameOf }: Props) => {
  if (segments.length === 0) return <span className="quiet">{words.none}</span>;
  if (form === 'list') {
    return (
      <ul className="difference__list">
        {segments.map(({ kind, text }) => (
          <li key={`${kind}:${text}`}>{marked(kind, nameOf(field, text), words)}</li>
        ))}
      </ul>
    );
  }
  // Children given one by one need no keys: segments have no identity of their own.
  return createElement(
    'span',
    { className: 'difference__text', lang: 'ja' },
    ...segments.map(({ kind, text }) => marked(kind, nameOf(field, text), words)),
  );
};
