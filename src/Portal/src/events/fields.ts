import dayjs, { type Dayjs } from "dayjs";
import type { EventForm, EventFormRule, EventFormSubject, EventView, NewEvent } from "../api/shapes";

/** What is typed in the form; only what the rule needs is asked for. */
export interface EventValues {
  rule?: string;
  subject?: string;
  applicant?: string;
  date?: Dayjs;
  level?: string;
  points?: number | null;
  count?: number | null;
  item?: string;
  work?: string;
  award?: string;
  holder?: string;
  waiver?: number;
  risk?: string;
  evidence?: string;
  confirmed?: boolean;
  reason?: string;
}

type Fields = Exclude<keyof EventValues, "rule" | "subject" | "date" | "evidence" | "reason" | "applicant">;

/** Which fields a rule needs. */
export function fieldsOf(rule: EventFormRule): ReadonlySet<Fields> {
  const fields = new Set<Fields>();
  if (rule.levels.length > 0) fields.add("level");
  if (rule.most !== null) fields.add("points");
  if (rule.needsItem) fields.add("item");
  if (rule.isCounted && rule.each !== null) fields.add("count");
  if (rule.needsWork) fields.add("work");
  if (rule.needsAward) fields.add("award").add("holder");
  if (rule.waivers.length > 0) fields.add("waiver").add("risk");
  if (rule.byTheOffice && rule.presumes !== null) fields.add("confirmed");
  return fields;
}

/** In whose name may be applied: nobody has to choose where there is one. */
export function applicantsOf(
  rule: EventFormRule,
  subject: EventFormSubject | undefined,
  form: EventForm,
  me: { isOffice: boolean; area: string | null },
): { value: string; label: string }[] {
  if (rule.byTheOffice) return [];
  const areas =
    rule.byAreas && subject?.area && (me.isOffice || me.area === subject.area)
      ? [{ value: subject.area, label: form.subjects.find((one) => one.id === subject.area)?.name ?? subject.area }]
      : [];
  const departments = rule.byDepartments ? form.departments.map((name) => ({ value: name, label: name })) : [];
  return [...areas, ...departments];
}

const said = (text: string | undefined): string | null => text?.trim() || null;

/** What is applied for; what the rule does not need is left out, whatever was typed for another rule before. */
export function asked(
  values: EventValues,
  rule: EventFormRule,
  files: readonly string[],
  applicant: string | null,
): Omit<NewEvent, "id"> {
  const fields = fieldsOf(rule);
  const only = <K extends Fields>(field: K): EventValues[K] | undefined => (fields.has(field) ? values[field] : undefined);
  const waiver = only("waiver") || null;
  return {
    rule: rule.id,
    subject: values.subject ?? "",
    date: (values.date ?? dayjs()).format("YYYY-MM-DD"),
    level: only("level") ?? null,
    points: only("points") ?? null,
    count: only("count") ?? null,
    item: only("item") ?? null,
    work: said(only("work")),
    award: said(only("award")),
    holder: said(only("holder")),
    waiver,
    risk: waiver === null ? null : (only("risk") ?? null),
    evidence: said(values.evidence),
    files: [...files],
    applicant,
    confirmed: only("confirmed") ?? false,
  };
}

/** The form as it is when an event is corrected. */
export const valuesOf = (one: EventView): EventValues => ({
  rule: one.rule,
  subject: one.subject,
  date: dayjs(one.date),
  ...(one.applicant !== null && { applicant: one.applicant }),
  ...(one.level !== null && { level: one.level }),
  points: one.points,
  count: one.count,
  ...(one.item !== null && { item: one.item }),
  ...(one.work !== null && { work: one.work }),
  ...(one.award !== null && { award: one.award }),
  ...(one.holder !== null && { holder: one.holder }),
  ...(one.waiver !== null && { waiver: one.waiver }),
  ...(one.risk !== null && { risk: one.risk }),
  ...(one.evidence !== null && { evidence: one.evidence }),
});
