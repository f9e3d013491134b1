import { z } from '@hono/zod-openapi';
import { proposalKinds } from '../../domain/budget/budget.ts';
import { commonDirections } from '../../domain/evaluation/common-direction.ts';
import { roundTargets, roundTimings } from '../../domain/evaluation/round.ts';
import { totalsWays } from '../../domain/evaluation/totals.ts';

const fiscalYear = z.int().openapi({ description: '年度（4月の西暦年）', example: 2024 });
const common = z.enum(commonDirections).openapi({ description: '方向の共通区分（団体の間でくらべるため）' });
const amount = z.int().nullable().openapi({ description: '千円。null は不明' });
const words = z.strictObject({ key: z.string(), label: z.string() });

export const publicationSchema = z
  .strictObject({
    key: z.string(),
    fiscalYear,
    title: z.string(),
    edition: z.int().openapi({ description: '訂正のたびに1つ増える' }),
    reason: z.string().openapi({ description: '訂正の理由' }),
    publishedAt: z.iso.datetime({ offset: true }),
    links: z.strictObject({ self: z.string(), csv: z.string().nullable(), page: z.string() }),
  })
  .openapi('Publication');

const roundSchema = z
  .strictObject({
    roundKey: z.string(),
    timing: z.enum(roundTimings).openapi({ description: '事前・事中・事後' }),
    target: z.enum(roundTargets).openapi({ description: '事務事業、または計画の項目' }),
    planKey: z.string().nullable(),
    schemeName: z.string(),
    schemeVersion: z.int(),
    stages: z.array(words),
    directions: z.array(z.strictObject({ key: z.string(), label: z.string(), group: z.string(), common })),
    grades: z.array(words),
    criteria: z.array(z.strictObject({ key: z.string(), label: z.string(), viewpoint: z.string() })),
    amountBasis: z.string().openapi({ description: '金額の中身' }),
    personnelIncluded: z.enum(['yes', 'no', 'unknown', 'mixed']).openapi({ description: '人件費を含むか' }),
    population: z.strictObject({ persons: z.int(), source: z.string() }).nullable(),
    source: z.string(),
  })
  .openapi('EvaluationRound');

const fundedSchema = z.strictObject({
  totalThousandYen: amount,
  funding: z
    .strictObject({
      national: z.int(),
      prefecture: z.int(),
      bond: z.int(),
      other: z.int(),
      general: z.int(),
    })
    .nullable()
    .openapi({ description: '財源内訳（千円）。足すと合計になる' }),
});

const figuresSchema = z.strictObject({
  takenAt: z.string().openapi({ description: '数値が確定した日時' }),
  years: z.array(
    z.strictObject({
      fiscalYear,
      budget: fundedSchema,
      settled: fundedSchema,
      personnelThousandYen: amount,
      totalThousandYen: amount,
    }),
  ),
  measures: z.array(
    z.strictObject({
      measureKey: z.string(),
      kind: z.enum(['output', 'outcome']).openapi({ description: '活動指標・成果指標' }),
      name: z.string(),
      unit: z.string(),
      figures: z.array(
        z.strictObject({
          fiscalYear,
          target: z.string().nullable(),
          actual: z.string().nullable(),
          missing: z.string().nullable().openapi({ description: '値がない理由' }),
        }),
      ),
      sharedBy: z.int().openapi({ description: 'この指標をもつ事業の数' }),
    }),
  ),
});

const sheetSchema = z
  .strictObject({
    subjectKey: z.string(),
    number: z.string(),
    name: z.string(),
    unitKey: z.string().nullable(),
    unitName: z.string(),
    typeLabel: z.string(),
    statedPlace: z.string(),
    planItems: z.array(z.strictObject({ planKey: z.string(), itemKey: z.string(), title: z.string() })),
    targetGroup: z.string(),
    means: z.string(),
    intent: z.string(),
    legalObligation: z.string(),
    exemption: z.string(),
    figures: figuresSchema,
    direction: z.strictObject({ key: z.string(), label: z.string(), common }).nullable(),
    grade: z.string().nullable(),
    records: z.array(
      z.strictObject({
        stageKey: z.string(),
        stageLabel: z.string(),
        direction: z.string(),
        directionReason: z.string(),
        machineGrade: z.string().nullable().openapi({ description: '計算による評価' }),
        grade: z.string(),
        gradeReason: z.string(),
        priority: z.string(),
        criteria: z.array(z.strictObject({ label: z.string(), level: z.string(), reason: z.string() })),
        texts: z.array(z.strictObject({ label: z.string(), body: z.string() })),
      }),
    ),
    remarks: z.array(z.strictObject({ fiscalYear, body: z.string(), answer: z.string() })),
  })
  .openapi('EvaluatedProgramme');

const totalsSchema = z.strictObject({
  by: z.enum(totalsWays),
  count: z.int(),
  amountThousandYen: z.int(),
  withoutAmount: z.int().openapi({ description: '金額の分からない事業の数（金額に入っていない）' }),
  exempt: z.int().openapi({ description: '評価の対象外とした事業の数' }),
  repeated: z.int().openapi({ description: '再掲の数（行の合計が全体を上回る数）' }),
  lines: z.array(
    z.strictObject({
      key: z.string().openapi({ description: "'' はどれにも属さないもの、'*exempt' は評価の対象外" }),
      label: z.string(),
      common: common.nullable(),
      count: z.int(),
      amountThousandYen: z.int(),
      withoutAmount: z.int(),
      countPercent: z.string().nullable(),
      amountPercent: z.string().nullable(),
    }),
  ),
});

export const evaluationsSchema = z
  .strictObject({
    publication: publicationSchema,
    round: roundSchema,
    totals: z.array(totalsSchema),
    programmes: z.array(sheetSchema),
  })
  .openapi('Evaluations');

export const budgetSchema = z
  .strictObject({
    publication: publicationSchema,
    stage: z
      .enum(['making', 'settled'])
      .openapi({ description: 'making: 編成の途中で、配分はまだ決まっていない' }),
    baseFiscalYear: fiscalYear,
    round: z
      .strictObject({ roundKey: z.string(), title: z.string() })
      .nullable()
      .openapi({ description: '予算がもとにした評価の回' }),
    schemeName: z.string(),
    notes: z.array(z.string()),
    frames: z.array(
      z.strictObject({
        unitName: z.string(),
        expenseClass: z.string(),
        frameThousandYen: z.int(),
        allocatedThousandYen: z.int(),
        steps: z.array(
          z.strictObject({
            rule: z.string(),
            label: z.string(),
            arithmetic: z.string(),
            amountThousandYen: z.int(),
          }),
        ),
        adjustmentThousandYen: z.int(),
        adjustmentReason: z.string(),
      }),
    ),
    lines: z.array(
      z.strictObject({
        proposalKey: z.string(),
        programmeKey: z.string().nullable(),
        number: z.string(),
        name: z.string(),
        unitName: z.string(),
        kind: z
          .enum(proposalKinds)
          .nullable()
          .openapi({ description: 'null: 編成の途中で、まだ出されていない' }),
        evaluationWord: z.string(),
        evaluationClass: z.string(),
        baseGeneralThousandYen: z.int(),
        requestedGeneralThousandYen: z.int().nullable().openapi({ description: 'null: まだ出されていない' }),
        allocatedGeneralThousandYen: z.int().nullable().openapi({ description: 'null: まだ決まっていない' }),
        decisionReason: z.string(),
        offsets: z.array(z.strictObject({ name: z.string(), amountThousandYen: z.int() })),
      }),
    ),
  })
  .openapi('Budget');

export const implementationPlanSchema = z
  .strictObject({
    publication: publicationSchema,
    startFiscalYear: fiscalYear,
    years: z.int().openapi({ description: '計画の年数' }),
    mode: z
      .enum(['fixed', 'rolling'])
      .openapi({ description: '期間を固定して補正する、または毎年度先へ送る' }),
    correction: z.int().openapi({ description: '補正の回数。0 は当初の計画' }),
    programmes: z.array(
      z.strictObject({
        programmeKey: z.string(),
        number: z.string(),
        name: z.string(),
        unitName: z.string(),
        planItems: z.array(z.string()),
        amounts: z.array(
          z.strictObject({
            fiscalYear,
            amountThousandYen: z.int(),
            originalThousandYen: z.int().openapi({ description: '当初の計画の額（千円）' }),
            reason: z.string().openapi({ description: '補正の理由' }),
          }),
        ),
      }),
    ),
  })
  .openapi('ImplementationPlan');
