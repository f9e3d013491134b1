/**
 * Facts of the four towns, typed by hand from the documents (never from demo/), each with where it stands.
 * `at` says where the system keeps it, see seed-facts.ts. `is`: exactly this; `has`: this is part of it.
 * `shown`: how a page prints it, where that differs.
 */
export interface SeedFact {
  readonly seed: '000' | '001' | '002' | '003' | '004';
  readonly place: string;
  readonly town: '202151' | '153079' | '093866' | '332143';
  readonly at: string;
  readonly is?: string;
  readonly has?: string;
  readonly shown?: string;
}

type Row = readonly [at: string, expected: string, shown?: string];

const facts = (
  seed: SeedFact['seed'],
  town: SeedFact['town'],
  place: string,
  match: 'is' | 'has',
  rows: readonly Row[],
): readonly SeedFact[] =>
  rows.map(([at, expected, shown]) => ({
    seed,
    town,
    place,
    at,
    [match]: expected,
    ...(shown === undefined ? {} : { shown }),
  }));

// ── 塩尻市 ────────────────────────────────────────────────────────────────────────────────────
const sixth = 'plan/mirai-toshi-senryaku';
const fifth = 'plan/dai5ji-sogo-keikaku';
const draftOfSixth = 'plan/mirai-toshi-senryaku@1';
const shiojiri = (place: string, match: 'is' | 'has', rows: readonly Row[]) =>
  facts('003', '202151', place, match, rows);

/** 【年代別の幸福度の回答比率と平均幸福度】 0点 … 10点, 合計, 幸福度 */
const happinessTable: readonly (readonly [breakdown: string, row: string])[] = [
  ['age:20s', '2.8 0.0 0.0 5.6 5.6 12.7 14.1 32.4 15.5 7.0 4.2 100.0 6.44'],
  ['age:30s', '0.9 0.9 1.9 2.8 2.8 12.1 7.5 23.4 25.2 9.3 13.1 100.0 7.10'],
  ['age:40s', '1.0 0.0 2.0 4.0 3.5 17.7 9.1 22.7 23.2 8.6 8.1 100.0 6.76'],
  ['age:50s', '0.5 0.5 1.4 4.1 4.1 18.1 13.1 20.8 22.6 8.1 6.8 100.0 6.69'],
  ['age:60s', '0.8 1.6 1.2 2.8 3.3 16.3 13.4 19.5 26.0 7.3 7.7 100.0 6.75'],
  ['age:70s', '0.7 0.5 1.2 1.7 3.5 22.0 10.9 19.9 20.6 9.0 10.2 100.0 6.83'],
  ['', '1.0 0.6 1.3 3.2 3.7 17.4 11.2 22.4 22.1 8.4 8.6 100.0 6.77'],
];

const happinessFacts = happinessTable.flatMap(([age, row]) => {
  const cells = row.split(' ');
  const cell = (score: number) => [age, `score:${score}`].filter((part) => part !== '').join('/');
  return shiojiri('成果指標 年代別の幸福度の回答比率と平均幸福度', 'is', [
    ...cells
      .slice(0, 11)
      .map((share, score): Row => [`indicator/happiness-distribution/actual/2022/${cell(score)}`, share]),
    [`indicator/happiness-distribution/actual/2022/${age}`, cells[11] ?? ''],
    [`indicator/happiness/actual/2022/${age}`, cells[12] ?? ''],
  ]);
});

const shiojiriFacts: readonly SeedFact[] = [
  ...happinessFacts,
  ...shiojiri('表紙・策定の方針 (1)(3)', 'is', [
    ['town/name', '塩尻市'],
    [`${sixth}/title`, 'しおじり未来投資戦略（第六次塩尻市総合計画）'],
    [`${sixth}/subtitle`, '長期戦略'],
    [`${sixth}/period`, 'R6–R14'],
    ['plan/chuki-senryaku-1/period', 'R6–R8'],
    ['plan/chuki-senryaku-2/period', 'R9–R11'],
    ['plan/chuki-senryaku-3/period', 'R12–R14'],
    ['plan/chuki-senryaku-1/parent', 'mirai-toshi-senryaku'],
    ['plan/chuki-senryaku-3/parent', 'mirai-toshi-senryaku'],
    ['plan/jisshi-keikaku-1/parent', 'chuki-senryaku-1'],
    [`${sixth}/predecessor`, 'dai5ji-sogo-keikaku'],
  ]),
  ...shiojiri('総合計画の見直し周期', 'is', [
    [`${sixth}/review/長期戦略`, 'R6–R14'],
    [`${sixth}/review/中期戦略`, 'R6–R8 R9–R11 R12–R14'],
    [`${sixth}/review/行政評価・改善`, '●R6 ●R7 ●R8 ●R9 ●R10 ●R11 ●R12 ●R13 ●R14'],
    [`${sixth}/review/中期戦略の見直し評価`, '○R8 ○R11 ○R14'],
  ]),
  ...shiojiri('目指す都市像・パーパス・ブランド理念', 'is', [
    [`${sixth}/identity/vision`, '多彩な暮らし、叶えるまち。— 田園都市しおじり —'],
    [`${sixth}/identity/purpose`, '私たちは、地方創新のパイオニアになる'],
    [`${sixth}/identity/brand-identity`, '知の交流と創造'],
    [`${sixth}/identity/keyword-tasai`, '多彩'],
    [`${sixth}/identity/keyword-kanaeru`, '叶える'],
    [`${sixth}/identity/keyword-denen`, '田園都市'],
    [`${sixth}/identity/aim-1`, '①市民の暮らしの質、幸福度の向上'],
    [`${sixth}/identity/aim-2`, '②交流・関係人口の塩尻市への来訪・消費行動・当事者意識・課題解決の増加'],
    [`${sixth}/identity/aim-3`, '③生産年齢人口の定住の増加（二拠点居住含む）'],
    [`${sixth}/identity/aim-future`, '30年後も“人や組織を引きつける地域”をつくる'],
    [`${sixth}/identity/strength-source`, '田園都市としての強み × 磨いてきた独自の潜在力'],
    [`${sixth}/identity/approach-1`, '①市内外の多様な主体の連繋と共創'],
    [`${sixth}/identity/approach-2`, '②地域のブランド化'],
    [`${sixth}/identity/brand-asset`, '「暮らしやすさ」「子育て環境」「ワイン」「えんぱーく」「人」'],
    [`${sixth}/identity/mission`, '現在と未来の「市民」のウェルビーイングに貢献する'],
    [`${sixth}/identity/policy-1`, '(1) 多様な主体との協働・共創'],
    [`${sixth}/identity/policy-2`, '(2) 政策を実現するための戦略的な人的資本の活用・成長'],
    [`${sixth}/identity/policy-3`, '(3) 執行手段や組織の在り方の革新'],
  ]),
  ...shiojiri('目指す都市像・行政マネジメントの基本方針', 'has', [
    [`${sixth}/identity/keyword-denen/explanation`, '1898年'],
    [`${sixth}/identity/approach-2/explanation`, '平成19年'],
    [`${sixth}/identity/purpose/explanation`, '全国で2番目の早さ'],
    [`${sixth}/identity/policy-1/explanation`, '①地縁組織や公益活動団体との時代変化に合わせた協働の構築'],
    [`${sixth}/identity/policy-1/explanation`, '②市内外から新たに公共に関わる個人や組織との連繋'],
    [`${sixth}/identity/policy-1/explanation`, '④価値創造を促すファシリテーションの推進'],
    [`${sixth}/identity/policy-2/explanation`, '①政策と連動した人材マネジメント戦略の推進'],
    [`${sixth}/identity/policy-2/explanation`, '②人材の多様性や包括性の確保'],
    [`${sixth}/identity/policy-2/explanation`, '③変革の潮流に対応できる人材育成制度の推進'],
    [`${sixth}/identity/policy-3/explanation`, '①デジタル技術等を取り込んだ価値創造'],
    [`${sixth}/identity/policy-3/explanation`, '③組織の自律的運営と横断的ネットワークの強化'],
    [`${sixth}/identity/policy-3/explanation`, '④行政資産等の最適化や、広域・圏域単位のガバナンスの検討'],
  ]),
  ...shiojiri('本市を取り巻く環境の変化', 'has', [
    [`${sixth}/situation/world-population`, '約80億人（2020年）から約100億人（2050年）へ'],
    [`${sixth}/situation/world-population-where`, 'インド'],
    [`${sixth}/situation/world-economy`, '米国・中国・インド'],
    [`${sixth}/situation/japan-population`, '約1億2630万人（2020年）から約1億人（2050年）へ'],
    [`${sixth}/situation/japan-society-life`, '人生100年時代'],
    [`${sixth}/situation/city-population`, '約6万7千人（2020年）から約5万8千人（2050年）へ'],
    [`${sixth}/situation/city-population-half`, '約半数'],
    [`${sixth}/situation/city-population-ageing`, '広丘・高出・吉田地区'],
  ]),
  ...shiojiri('塩尻市の潜在力', 'is', [
    [`${sixth}/situation/strength-nature`, '美しく豊かな自然環境（森林・分水嶺・高ボッチ高原・農地等）'],
    [`${sixth}/situation/strength-transport`, '大都市圏への交通結節点'],
    [`${sixth}/situation/strength-close-living`, '職住農山が近接した生活環境'],
    [`${sixth}/situation/strength-child-care`, '恵まれた子育て・教育環境'],
    [`${sixth}/situation/strength-few-disasters`, '天災の比較的少ない自然環境'],
    [`${sixth}/situation/strength-working-age`, '分厚い生産年齢人口、健康長寿'],
    [`${sixth}/situation/strength-industry`, '製造業等の集積による安定した産業基盤'],
    [`${sixth}/situation/strength-nature-products`, '自然由来資源（レタス、ぶどう・ワイン、漆器、木材）'],
    [`${sixth}/situation/strength-living-culture`, '生活文化（食・年中行事・コミュニティ活動）'],
    [`${sixth}/situation/strength-innovative`, '革新を目指す行政（産官学連携、働き方改革、挑戦マインド）'],
  ]),
  ...shiojiri('塩尻市の不安要素', 'is', [
    [`${sixth}/situation/risk-earthquake`, '地震による都市機能の喪失'],
    [`${sixth}/situation/risk-weather`, '異常気象の頻発化・激甚化'],
    [`${sixth}/situation/risk-big-firms`, '大企業への依存による同時全体的低迷'],
    [`${sixth}/situation/risk-workers`, '若年者など働き手の還流・就労の縮小'],
    [`${sixth}/situation/risk-farmland`, '後継者不足による農地山林の荒廃'],
    [`${sixth}/situation/risk-hamlets`, '農山村既存集落の縮小'],
    [`${sixth}/situation/risk-culture`, '伝統や生活文化、地域での支え合いの弱体化・消失'],
    [`${sixth}/situation/risk-ageing-infrastructure`, '老朽化による、事故、維持管理費の増大'],
    [`${sixth}/situation/risk-transport-demand`, '公共交通の需要増'],
    [`${sixth}/situation/risk-finance`, '税収減と義務的経費の増加による財政の硬直化や悪化'],
  ]),
  ...shiojiri('成果指標', 'is', [
    ['indicator/happiness/baseline', 'R4 6.77', '6.77'],
    ['indicator/happiness/target/2032', '6.77 at-least', '6.77'],
    ['indicator/happiness/unit', '点'],
    ['indicator/population/target/2032', '65000 at-least', '65,000'],
    ['indicator/population/projection/2032/', '63200', '63,200'],
    ['indicator/population/projection/2050/', '54300', '54,300'],
    ['indicator/population/outlook/2020/', '67000', '67,000'],
    ['indicator/population/outlook/2050/', '58000', '58,000'],
  ]),
  ...shiojiri('成果指標', 'has', [
    ['indicator/happiness/baseline/note', '有効回答数1,304件'],
    ['indicator/happiness/baseline/note', '回答率52.2%'],
    ['indicator/happiness/baseline/note', '令和4年12月'],
    ['indicator/happiness/definition', '10点満点の主観的評価の平均'],
    ['indicator/population/definition', '国勢調査人口'],
  ]),
  ...shiojiri('基本戦略', 'is', [
    [`${sixth}/item/field-1/title`, 'パートナーシップ・子育て'],
    [`${sixth}/item/field-2/title`, '学校教育・学びの環境'],
    [`${sixth}/item/field-3/title`, '伝統・文化芸術・スポーツ・生涯学習'],
    [`${sixth}/item/field-4/title`, '地域経済・産業・観光・就労'],
    [`${sixth}/item/field-5/title`, '環境・気候'],
    [`${sixth}/item/field-6/title`, '協働参画・連繋・行政運営'],
    [`${sixth}/item/field-7/title`, '地域社会・支え合い'],
    [`${sixth}/item/field-8/title`, '医療・介護・保健・福祉'],
    [`${sixth}/item/field-9/title`, 'まちづくり・インフラ・防災'],
    [`${sixth}/item/field-3/parent`, 'strategy-a'],
    [`${sixth}/item/field-4/parent`, 'strategy-b'],
    [`${sixth}/item/field-9/parent`, 'strategy-c'],
    [`${sixth}/item/field-1/code`, '①'],
    [`${sixth}/item/field-9/code`, '⑨'],
    [`${sixth}/item/brand/title`, 'ブランド戦略'],
    [`${sixth}/item/brand/crossCutting`, 'true', 'ブランド戦略'],
  ]),
  ...shiojiri('基本戦略', 'has', [
    [`${sixth}/item/strategy-a/desiredState`, 'ワクワクして暮らし'],
    [`${sixth}/item/strategy-b/desiredState`, 'イキイキと暮らし'],
    [`${sixth}/item/strategy-c/desiredState`, 'ニコニコして暮らし'],
    [`${sixth}/item/field-7/desiredState`, '「お互い様文化」'],
    [`${sixth}/item/field-6/desiredState`, '「自分事」'],
    [`${sixth}/item/field-1/currentState`, '優先して投資すべき分野として意見が多く'],
    [`${sixth}/item/field-7/currentState`, '暮らしの満足度への影響が大きい'],
  ]),
  ...facts('002', '202151', '第五次総合計画の中間総括・構成案', 'is', [
    [`${fifth}/title`, '第五次塩尻市総合計画'],
    [`${fifth}/period`, 'H27–R5'],
    [`${fifth}/item/strategy-a/title`, '子育て世代に選ばれる地域の創造'],
    [`${fifth}/item/strategy-b/title`, '住みよい持続可能な地域の創造'],
    [`${fifth}/item/strategy-c/title`, 'シニアが生き生きと活躍できる地域の創造'],
    [`${fifth}/item/inclusive-project/title`, '包括プロジェクト'],
    [`${fifth}/item/strategy-c/code`, 'C'],
    [`${fifth}/review/中期戦略`, 'H27–H29 H30–R2 R3–R5'],
    [`${fifth}/identity/design-1`, '①基本計画の内容を重点政策に絞っている'],
    [`${fifth}/identity/design-2`, '②基本計画を3年間に短縮している'],
    [`${fifth}/identity/design-3`, '③実施計画を3年FIX方式にしている'],
    [`${fifth}/identity/operation-1`, '①行政評価～実施計画（補正）～予算編成の連動'],
    [`${fifth}/identity/operation-3`, '③事業部への権限移譲（包括予算制度）'],
    [`${draftOfSixth}/item/project-1/title`, '子どもを産み育てる環境が整い、親子と周囲が笑顔になっている'],
    [`${draftOfSixth}/item/project-2/title`, '学力と生きる力を高める教育が、子どもの成長を加速させている'],
    [
      `${draftOfSixth}/item/effort-1-1-1/title`,
      '保健・医療が充実し、安心感のある妊娠・出産・産後を迎えられる',
    ],
    [`${draftOfSixth}/item/effort-1-1-1/span`, 'short'],
    [`${draftOfSixth}/item/effort-1-1-2/title`, '地域で子育てをサポートする体制が整い、顔の見える支援がある'],
    [`${draftOfSixth}/item/effort-1-1-2/span`, 'long'],
    [`${draftOfSixth}/item/measure-1-1/code`, '1-1'],
  ]),
  ...facts('002', '202151', '第五次総合計画の中間総括', 'has', [
    [`${fifth}/identity/operation-2/explanation`, '主管する事業部を3以下'],
    [`${fifth}/situation/finding-population`, '生産年齢人口の確保に成功'],
    [`${fifth}/item/strategy-b/currentState`, '幸福度など主観の指標は横ばい'],
    [`${draftOfSixth}/summary`, '「1期3年間、全体で9年間」'],
  ]),
];

// ── 聖籠町 ────────────────────────────────────────────────────────────────────────────────────
const keiei = 'plan/keiei-senryaku';
const seiroFacts: readonly SeedFact[] = [
  ...facts('000', '153079', '全体像・各戦略の方向性・取組方針', 'is', [
    ['town/name', '聖籠町'],
    [`${keiei}/title`, '聖籠町経営戦略推進プラン'],
    [`${keiei}/identity/vision`, '生まれて良かった 住んで良かったと思える町に'],
    [`${keiei}/identity/viewpoint-1`, '事業の選択と集中'],
    [`${keiei}/identity/viewpoint-2`, '財源の確保'],
    [`${keiei}/identity/viewpoint-3`, '組織マネジメント'],
    [`${keiei}/item/future/title`, '未来投資戦略'],
    [`${keiei}/item/health/title`, '健康づくり支援戦略'],
    [`${keiei}/item/child/title`, '子育て環境充実戦略'],
    [`${keiei}/item/finance/title`, '財源確保戦略'],
    [`${keiei}/item/organisation/title`, '組織力向上戦略'],
    [`${keiei}/item/industry/title`, '地域産業の振興に向けた支援'],
    [`${keiei}/item/industry/parent`, 'future'],
    [`${keiei}/item/safety/title`, '安全・安心なまちづくりの推進'],
    [`${keiei}/item/health-partners/title`, '関係団体等との連携による健康づくりの推進'],
    [`${keiei}/item/health-services/title`, '誰もが生涯健康に暮らせるためのサービスの提供'],
    [`${keiei}/item/child-birth/title`, '安心して子どもを生み育てられる環境の整備'],
    [`${keiei}/item/child-support/title`, '子ども一人ひとりに合った総合的支援体制の構築'],
    [`${keiei}/item/companies/title`, '企業の新増設等の促進と工業地帯の整備促進'],
    [`${keiei}/item/furusato/title`, 'ふるさと納税・企業版ふるさと納税の拡充'],
    [`${keiei}/item/review/title`, '事業見直しの継続（町民ニーズに応じた見直し）'],
    [`${keiei}/item/structure/title`, '時代に即した組織体制の構築'],
    [`${keiei}/item/cross-office/title`, '庁内横断的な取組による行政課題への対応'],
    [`${keiei}/item/partners/title`, '多様な主体との積極的な連携'],
    [`${keiei}/item/industry-1/title`, '農業の生産基盤の強化'],
    [`${keiei}/item/industry-1/approach`, '基盤整備事業の促進、他用途米への誘導、保険加入の支援等'],
    [`${keiei}/item/industry-2/title`, '安定して続けられる漁業の促進'],
    [`${keiei}/item/safety-2/title`, '子どもたちの安全を確保するための学校園の施設改修'],
    [`${keiei}/item/child-birth-1/title`, '保健師による子育て支援の充実'],
    [`${keiei}/item/child-birth-1/approach`, '妊娠・出産・産後ケア'],
    [`${keiei}/item/child-birth-2/title`, '医療費・給食費の保護者負担の軽減'],
    [`${keiei}/item/child-birth-3/title`, '町民ニーズに合わせた一時預かり保育の拡充'],
    [`${keiei}/item/child-support-1/title`, '児童クラブ・放課後学習との連携や民間活用による総合的な支援'],
    [`${keiei}/item/companies-2/title`, '東港工業地帯の整備促進'],
    [`${keiei}/item/companies-3/title`, 'カーボンニュートラルポートの形成'],
    [`${keiei}/item/review-1/title`, '「5つの視点」による政策評価・事業見直しの継続'],
    [`${keiei}/item/structure-2/title`, '定年引上げに伴う高齢層職員の活躍の場の確保'],
    [`${keiei}/item/cross-office-2/title`, 'ワンストップ型窓口設置の検討'],
  ]),
  ...facts('000', '153079', '全体像', 'has', [
    [`${keiei}/item/future/approach`, '未来に希望を持てる施策の推進'],
    [`${keiei}/item/health/approach`, '心と身体の健康づくりに向けた総合的な事業展開'],
    [`${keiei}/item/child/approach`, '健やかな成長・学力向上に資する環境整備'],
    [`${keiei}/item/finance/approach`, '持続可能な行財政運営のための財源確保'],
    [`${keiei}/item/organisation/approach`, '質の高い行政サービスを実現する組織づくり'],
    [`${keiei}/summary`, '経営資源（ヒト・モノ・カネ）'],
  ]),
];

// ── 高根沢町 ──────────────────────────────────────────────────────────────────────────────────
const second = 'plan/sogo-senryaku-2';
const takanezawaFacts: readonly SeedFact[] = [
  ...facts('001', '093866', '策定方針・別紙1 構成イメージ', 'is', [
    ['town/name', '高根沢町'],
    [`${second}/title`, '第Ⅱ期高根沢町まち・ひと・しごと創生総合戦略'],
    [`${second}/period`, 'R2–R7'],
    ['plan/sogo-senryaku-1/period', 'H27–R1'],
    [`${second}/predecessor`, 'sogo-senryaku-1'],
    [`${second}/item/theme/title`, '人口の自然増加'],
    [`${second}/item/goal-1/title`, '「安心して結婚・出産・育児・長生きができる町」を実現する'],
    [`${second}/item/goal-2/title`, '「生涯暮らしたい町、人口・社会構造の変化に適合できる町」を実現する'],
    [`${second}/item/goal-1/parent`, 'theme'],
    [`${second}/item/direction-1/title`, '（例）安心して結婚・出産・子育てできる環境の整備を図る'],
    [`${second}/item/measure-1/title`, '（例）婚姻率上昇のための支援の拡充'],
    [`${second}/item/project-1/title`, '（例）婚活事業'],
    [`${second}/item/project-1/track`, '柱2 事業'],
    [`${second}/item/measure-1/track`, '柱1 施策'],
    ['indicator/birth-rate/name', '合計特殊出生率'],
    ['indicator/birth-rate/target/2025', '未定', '合計特殊出生率'],
    ['indicator/social-increase/name', '20歳代～40歳代の社会増'],
    ['indicator/social-increase/unit', '人'],
    ['indicator/social-increase/target/2025', '未定', '20歳代～40歳代の社会増'],
    ['indicator/establishments/name', '事業所数'],
    ['indicator/establishments/target/2025', '未定', '事業所数'],
    ['indicator/employees/name', '就業者数'],
    ['indicator/employees/target/2025', '未定', '就業者数'],
    ['indicator/marriage-rate/name', '婚姻率'],
    ['indicator/marriage-rate/unit', '%'],
    ['indicator/marriage-rate/target/2025', '未定', '婚姻率'],
    ['indicator/marriage-rate/baseline', 'R1 未定', '婚姻率'],
    [`${second}/identity/body-1`, '高根沢町総合戦略推進本部'],
    [`${second}/identity/body-2`, 'プロジェクト推進班'],
    [`${second}/identity/body-3`, '総合戦略推進会議'],
  ]),
  ...facts('001', '093866', '策定方針・スケジュール・別紙2', 'has', [
    [`${second}/summary`, '「高根沢町地域経営計画（後期計画）」（2021年度～2025年度）'],
    [`${second}/identity/body-1/explanation`, '副本部長：副町長、教育長'],
    [`${second}/identity/body-1/explanation`, '事務局：企画課'],
    [`${second}/identity/body-2/explanation`, '課長補佐等'],
    [`${second}/identity/body-3/explanation`, '産官学金関係者、町議会代表、住民代表者'],
    [`${second}/identity/schedule/explanation`, '12月 パブリックコメント'],
    [`${second}/identity/schedule/explanation`, '1月 総合戦略の決定'],
    [`${second}/item/goal-1/approach`, '子育て・教育・医療・健康等'],
    [`${second}/item/goal-2/approach`, '雇用・企業立地・創業・ＵＩＪ・産業振興・交通等'],
    ['plan/sogo-senryaku-1/summary', '2014年（平成26年）11月'],
  ]),
];

// ── 真庭市 ────────────────────────────────────────────────────────────────────────────────────
const goals = 'plan/bukyoku-mokuhyo-r5';
const maniwaGoals: readonly (readonly [key: string, title: string, sdg: string])[] = [
  ['lifestyle', '真庭ライフスタイル・SDGs未来杜市の実現', '17'],
  ['population-vision', '人口ビジョン達成に向けた取り組みの強化', '17'],
  ['inclusive-society', '「共生社会まにわ」、「ジェンダー平等社会」の形成推進', '16'],
  ['local-autonomy', '地域自治・協働のまちづくりの推進', '11'],
  ['local-resources', '個性ある地域資源を生かした地域振興', '8'],
  ['chosen-city', '選ばれる真庭市づくり', '11'],
  ['city-promotion', '戦略的シティプロモーションの推進', '11'],
  ['information', '情報通信環境の維持・改善による市民サービスの向上', '11'],
  ['birth-and-care', '生むこと・育てることの支援', '10'],
  ['children', '未来を担う子どもたちの育成', '4'],
  ['citizen-participation', '「市民との新しい関係」づくりのための市民参画の推進', '17'],
  ['public-relations', '広聴広報機能の強化', '11'],
  ['administration', '「市民との新しい関係」づくりのための行政経営の推進', '11'],
];
/** As the page prints them. */
const sdgNames: Readonly<Record<string, string>> = {
  '4': '質の高い教育をみんなに',
  '8': '働きがいも経済成長も',
  '10': '人や国の不平等をなくそう',
  '11': '住み続けられるまちづくりを',
  '16': '平和と公正をすべての人に',
  '17': 'パートナーシップで目標を達成しよう',
};

const maniwaFacts: readonly SeedFact[] = [
  ...facts('004', '332143', '部局経営目標', 'is', [
    ['town/name', '真庭市'],
    [`${goals}/title`, '令和5年度 部局経営目標【総合政策部】'],
    [`${goals}/period`, 'R5–R5', '令和5年度'],
    [`${goals}/items`, '13', '真庭ライフスタイル・SDGs未来杜市の実現'],
    ['unit/sogo-seisaku-bu', '総合政策部'],
    ['unit/sogo-seisaku-ka', '総合政策課'],
    ...maniwaGoals.flatMap(([key, title, sdg]): readonly Row[] => [
      [`${goals}/item/${key}/title`, title],
      [`${goals}/item/${key}/sdg`, `${sdg} ${sdgNames[sdg]}`, sdgNames[sdg] ?? ''],
    ]),
  ]),
  ...facts('004', '332143', '部局経営目標', 'has', [
    [`${goals}/summary`, '0001099'],
    [`${goals}/summary`, '2023年6月22日'],
    [`${goals}/item/inclusive-society/approach`, '「真庭市共生社会推進基本方針」'],
    [`${goals}/item/population-vision/approach`, '「第2期地方創生総合戦略」'],
    [`${goals}/item/local-resources/approach`, '「地域おこし協力隊」'],
    [`${goals}/item/chosen-city/approach`, '交流定住センター'],
    [`${goals}/item/children/approach`, '「未来基金」'],
    [`${goals}/item/children/approach`, '「郷育魅力化コーディネーター」'],
  ]),
];

export const seedFacts: readonly SeedFact[] = [
  ...shiojiriFacts,
  ...seiroFacts,
  ...takanezawaFacts,
  ...maniwaFacts,
];
