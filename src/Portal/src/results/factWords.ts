import { none } from "../display/numbers";

/** Words for the parts of a fact that come as codes; what is not known is shown as it came. */
const items: Record<string, string> = {
  satisfaction: "群众满意度",
  "satisfaction.households": "参与户数（去重）",
  "hotline.disposal": "按时办结率",
  "hotline.resolution": "解决率",
  "hotline.satisfaction": "工单满意率",
  "visits.false": "未真实走访户数",
  "meeting.partyMembers": "参与评议党员",
  tickets: "工单数",
  "previous.tickets": "上年工单数",
  "previous.satisfaction": "上年群众满意度",
};

const parties: Record<string, string> = { meeting: "座谈会", thirdParty: "第三方", online: "线上" };

const periods: Record<string, string> = {
  H1: "上半年",
  H2: "下半年",
  Q1: "一季度",
  Q2: "二季度",
  Q3: "三季度",
  Q4: "四季度",
};

const word = (words: Record<string, string>) => (code: string | null | undefined) =>
  code ? (words[code] ?? code) : none;

export const itemWord = word(items);
export const byWord = word(parties);
export const periodWord = word(periods);
