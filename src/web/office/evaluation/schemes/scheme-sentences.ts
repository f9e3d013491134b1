import { schemeSentence } from '../../judgement/scheme-sentences.ts';
import { sentencesInForm } from '../../schemes/placed-sentences.ts';
import { fieldPlace } from './form/field-place.ts';
import { schemeField } from './form/scheme-field.ts';

export const schemeSentences = sentencesInForm({
  fieldOf: schemeField,
  placeOf: fieldPlace,
  sentenceOf: schemeSentence,
});
