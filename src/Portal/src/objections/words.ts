import type { Objection, ObjectionMatter, ObjectionStage, Objector } from "../api/shapes";

export const matterWords: Record<ObjectionMatter, string> = {
  score: "得分",
  event: "加减分事项",
  grade: "等次",
  conduct: "工作表现",
};

export const matters = Object.keys(matterWords) as ObjectionMatter[];

/** What the matter's item is called; nothing where it has none. */
export const itemWords: Partial<Record<ObjectionMatter, string>> = { score: "考核项目", event: "事项编号" };

export const stageWords: Record<ObjectionStage, { title: string; colour: string }> = {
  received: { title: "待受理", colour: "gold" },
  accepted: { title: "核查中", colour: "processing" },
  lookedInto: { title: "待认定", colour: "purple" },
  upheld: { title: "成立，待答复", colour: "gold" },
  refused: { title: "不成立，待答复", colour: "gold" },
  answered: { title: "已答复", colour: "success" },
  withdrawn: { title: "已撤回", colour: "default" },
};

const nextWords: Partial<Record<ObjectionStage, string>> = {
  received: "受理",
  accepted: "核查",
  lookedInto: "认定",
  upheld: "答复",
  refused: "答复",
};

export const objectorWords: Record<Objector, string> = {
  area: "居民区",
  person: "工作人员本人",
  resident: "居民",
  office: "办公室代为登记",
};

/** Until when the next thing is to be done; nothing where nothing is. */
export function dueWords(objection: Pick<Objection, "stage" | "due">): string | undefined {
  const next = nextWords[objection.stage];
  return objection.due !== null && next ? `${objection.due} 前${next}` : undefined;
}

/** 事由: the matter, and the item where it has one. */
export const aboutObjection = (objection: Pick<Objection, "matter" | "item">): string =>
  [matterWords[objection.matter], objection.item].filter(Boolean).join(" ");

/** Outcome as it was found; nothing before. */
export const outcomeWords = (wasUpheld: boolean | null): string | undefined =>
  wasUpheld === null ? undefined : wasUpheld ? "异议成立" : "异议不成立";
