import { judgementScheme } from '../../db/schema/judgement.ts';
import { refused } from '../refusal.ts';
import { schemeCommands } from '../scheme/scheme-commands.ts';
import { readJudgementScheme } from './read-judgement-scheme.ts';

/** 判定の基準, stored to the letter as it was given. */
export const {
  create: createScheme,
  save: saveScheme,
  adopt: adoptScheme,
  discard: discardScheme,
} = schemeCommands({
  table: judgementScheme,
  action: 'judgement.scheme',
  read: readJudgementScheme,
  stored: (_, content) => content,
  draftExists: (name) => refused('scheme-draft-exists', ['scheme'], { name }),
  unknown: () => refused('scheme-not-found', ['scheme']),
  adopted: (name) => refused('scheme-adopted', ['scheme'], { name }),
});
