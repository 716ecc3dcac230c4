export interface ImportKind {
  service: "scoring" | "survey" | "hotline" | "payout";
  kind: string;
  title: string;
  about: string;
  columns: string;
  ofCycle: boolean;
  roles: readonly string[];
}

const administrator = ["townshipAdministrator"];

/** What can be imported, in the order in which a township does it. */
export const kinds: readonly ImportKind[] = [
  {
    service: "scoring",
    kind: "areas",
    title: "居民区名册",
    about: "考核对象。",
    columns: "id, name, category, households, party_members",
    ofCycle: false,
    roles: administrator,
  },
  {
    service: "scoring",
    kind: "staff",
    title: "人员名册",
    about: "居民区工作人员及职务。",
    columns: "id, area, name, post, presiding, on_site（方案需要时另有 identity, months, leave_months, retired_in_year, previous_grade）",
    ofCycle: false,
    roles: administrator,
  },
  {
    service: "scoring",
    kind: "departments",
    title: "部门名册",
    about: "参与评分的部门。",
    columns: "name（另可有 full_name, contact）",
    ofCycle: false,
    roles: administrator,
  },
  {
    service: "survey",
    kind: "responses",
    title: "群众评价答卷",
    about: "见面会、第三方、线上各渠道的问卷答案。",
    columns: "area, channel, wave, respondent, household, submitted_at, q1, q2…（选择题填选项字母）",
    ofCycle: true,
    roles: ["townshipAdministrator", "surveyor"],
  },
  {
    service: "hotline",
    kind: "tickets",
    title: "热线与信访工单",
    about: "12345、信访、舆情工单。",
    columns: "工单编号, 来源, 受理时间, 办结时限, 办结时间, 诉求分类, 标题, 内容, 地址, 居民区, 是否解决, 满意度, 剔除理由, 剔除状态",
    ofCycle: true,
    roles: administrator,
  },
  {
    service: "scoring",
    kind: "scores",
    title: "部门评分",
    about: "各部门对居民区、对工作人员的评分及测评汇总；人员的编号写在 area 列。",
    columns: "area, item, department, period, score, reason（测评另有 count, eligible）",
    ofCycle: true,
    roles: administrator,
  },
  {
    service: "scoring",
    kind: "events",
    title: "加分减分事项",
    about: "荣誉、处分等有据可查的事项。",
    columns: "id, subject, rule, level, points, date, evidence（方案需要时另有 count, item, work, award, holder, waiver）",
    ofCycle: true,
    roles: administrator,
  },
  {
    service: "payout",
    kind: "bases",
    title: "绩效基数",
    about: "按人发放的基数，仅用于绩效核算。",
    columns: "id, base",
    ofCycle: false,
    roles: ["townshipAdministrator", "financePreparer"],
  },
];

export const kindsFor = (roles: readonly string[]): ImportKind[] =>
  kinds.filter((kind) => kind.roles.some((role) => roles.includes(role)));

export const kindTitle = (kind: string): string => kinds.find((known) => known.kind === kind)?.title ?? kind;
