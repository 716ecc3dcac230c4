import type { CycleProgress, ObjectionMatter } from "../api/shapes";
import { useCycleProgress } from "../cycles/queries";
import { fullName } from "../display/itemName";
import { useEvents } from "../events/queries";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";

interface Choice {
  value: string;
  label: string;
}

/** What an objection's item can be chosen from, for those who see the lists; others type it. */
export function useItems(cycle: string, enabled: boolean, matter: ObjectionMatter | undefined, subject: string | undefined) {
  const { roles } = useMe();
  const office = roles.includes("townshipAdministrator");
  const scores = useCycleProgress(cycle, enabled && matter === "score" && maySee("/cycles", roles));
  const events = useEvents(cycle, enabled && matter === "event" && office);
  const options: Choice[] =
    matter === "event"
      ? (events.data ?? [])
          .filter((one) => one.subject === subject && !one.withdrawn)
          .map((one) => ({ value: one.id, label: `${one.id}（${one.rule}，${one.date}）` }))
      : itemChoices(scores.data?.scores ?? []);
  return {
    options,
    hint: matter === "event" ? "登记事项时的编号" : "项目的编号或名称，如 R1.1",
  };
}

/** The items that departments score, each once. */
export const itemChoices = (scores: CycleProgress["scores"]): Choice[] => [
  ...new Map(
    scores.map((line) => [line.item, { value: line.item, label: fullName({ id: line.item, title: line.title }) }]),
  ).values(),
];
