import { none } from "../display/numbers";

/** 方式 and 时段 come as codes; what is not known is shown as it came. */
const channels: Record<string, string> = { meeting: "座谈会", thirdParty: "第三方", online: "线上", questionnaire: "问卷" };

const waves: Record<string, string> = {
  H1: "上半年",
  H2: "下半年",
  Q1: "一季度",
  Q2: "二季度",
  Q3: "三季度",
  Q4: "四季度",
};

const word = (words: Record<string, string>) => (code: string | null) => (code ? (words[code] ?? code) : none);

export const channelWord = word(channels);
export const waveWord = word(waves);
