import type { EventAct, EventCap, EventForm, EventFormRule, EventPartyKind, EventStage, EventView } from "../api/shapes";
import { plain } from "../display/numbers";

export const stageWords: Record<EventStage, { title: string; colour: string }> = {
  applied: { title: "已申报", colour: "gold" },
  checked: { title: "已核实", colour: "processing" },
  approved: { title: "已核准", colour: "success" },
  refused: { title: "未通过", colour: "error" },
  withdrawn: { title: "已撤回", colour: "default" },
};

/** What somebody did, for the history. */
export const actWords: Record<EventStage, string> = {
  applied: "申报",
  checked: "核实",
  approved: "核准",
  refused: "不予通过",
  withdrawn: "撤回",
};

/** Whom it waits for; nothing where it waits for nobody. */
export function waitsFor(one: Pick<EventView, "stage">, rule: Pick<EventFormRule, "keptBy"> | undefined): string | null {
  if (one.stage === "applied" && rule?.keptBy) return `待${rule.keptBy}核实`;
  return one.stage === "applied" || one.stage === "checked" ? "待牵头办公室核准" : null;
}

/** Level or points as people say them. */
export function worthWords(
  one: Pick<EventAct, "level" | "points"> & { count?: number | null; item?: string | null; waiver?: number | null },
  rule: EventFormRule | undefined,
): string {
  const level = rule?.levels.find((known) => known.id === one.level);
  const each = level && level.points > 0 ? level.points : (one.points ?? rule?.each ?? null);
  const words = [
    one.level === null ? null : (level?.title ?? one.level),
    each === null ? null : `${plain(each)} 分`,
    one.count === null || one.count === undefined ? null : `${plain(one.count)} 次`,
    one.item ? `${one.item} 计 0 分` : null,
    one.waiver ? `免责 ${plain(one.waiver * 100)}%` : null,
  ];
  return words.filter(Boolean).join("，");
}

export function applicantWords(
  one: { appliedAs: EventPartyKind; applicant: string | null; enteredByOffice?: boolean },
  nameOf: (id: string) => string,
): string {
  if (one.appliedAs === "office" || one.applicant === null) return "牵头办公室";
  const name = one.appliedAs === "area" ? nameOf(one.applicant) : one.applicant;
  return one.enteredByOffice ? `${name}（牵头办公室代为登记）` : name;
}

/** How much of a cap is used already. */
export const capWords = (cap: EventCap): string =>
  `${cap.title}（${cap.events}）已计 ${plain(cap.counted)} 分，${
    cap.most === null
      ? "方案未设上限"
      : cap.counted >= cap.most
        ? `已达上限 ${plain(cap.most)} 分，再核准的不再增加`
        : `上限 ${plain(cap.most)} 分，还可计 ${plain(cap.most - cap.counted)} 分`
  }`;

export const subjectNames = (form: EventForm | undefined): ((id: string) => string) => {
  const names = new Map((form?.subjects ?? []).map((one) => [one.id, one.name]));
  return (id) => names.get(id) ?? id;
};
