import type { SheetTodo } from '../../app/collection/read-collection-todo.ts';
import type { EvaluationTodoEntry } from '../../app/evaluation/read-evaluation-todo.ts';
import type { OpenRevision } from '../../app/town/read-todo.ts';
import { formatJapaneseDate } from '../../domain/kernel/japanese-date.ts';
import type { Problem } from '../../domain/kernel/problem.ts';

/** Short, because it stands beside the item it is about. */
export const todoSentence = ({ code, params = {} }: Problem): string => {
  switch (code) {
    case 'desired-state-missing':
      return 'ありたい姿がまだありません';
    case 'no-lead-unit':
      return '主管の組織が決まっていません';
    case 'too-many-lead-units':
      return `主管が${params.count}あります（目安は${params.limit}まで）`;
    case 'title-names-means':
      return params.suggestion === undefined
        ? `名称が手段（${params.word}）で終わっています`
        : `名称が手段（${params.word}）で終わっています。例: ${params.suggestion}`;
    default:
      throw new Error(`todo-sentences has no words for ${code}`);
  }
};

export const stepSentence: Readonly<Record<OpenRevision['step'], string>> = {
  approve: '確かめて承認する',
  publish: '施行日を決めて公開する',
  edit: '改定案の続きを書く',
};

/** What, and until when. */
export const sheetTodoSentence = ({ step, dueOn, late, reason, blank }: SheetTodo): string => {
  const due = `期限 ${formatJapaneseDate(dueOn)}${late ? '（過ぎています）' : ''}`;
  switch (step) {
    case 'decide':
      return `提出されました。確かめて承認するか、差し戻す。${due}`;
    case 'mend':
      return `差し戻されました: ${reason}。${due}`;
    case 'fill':
      return `${blank === 0 ? 'すべて入りました。提出する' : `あと${blank}件を入れて提出する`}。${due}`;
    default:
      return step satisfies never;
  }
};

/** What to do with a sheet of evaluation, until when, and why it came back. */
export const evaluationTodoSentence = ({
  roundTitle,
  stageLabel,
  dueOn,
  late,
  count,
  reason,
  remarks,
  writes,
}: EvaluationTodoEntry): string =>
  [
    `${roundTitle}「${stageLabel}」${writes ? 'を書いて提出する' : 'として確かめて進める'}。`,
    remarks > 0 ? `前の年度の指摘${remarks}件に答える。` : '',
    dueOn === null ? '' : `期限 ${formatJapaneseDate(dueOn)}`,
    late === 0 ? '' : count === 1 ? '（過ぎています）' : `（${late}件が過ぎています）`,
    reason === '' ? '' : `。差し戻しの理由: ${reason}`,
  ].join('');
