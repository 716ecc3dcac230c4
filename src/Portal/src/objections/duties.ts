import type { Me, Objection } from "../api/shapes";
import { signsForTownship } from "../session/roles";

type Caller = Pick<Me, "userName" | "roles" | "duties" | "staff">;

/** What can be done about an objection next. */
export type ObjectionForm = "accept" | "lookInto" | "judge" | "answer";

const isOffice = (me: Caller): boolean => me.roles.includes("townshipAdministrator");

/** The form that the signed-in person has before it, by stage and by duty; none where another has it. */
export function formFor(objection: Pick<Objection, "stage" | "looksInto">, me: Caller): ObjectionForm | undefined {
  switch (objection.stage) {
    case "received":
      return isOffice(me) ? "accept" : undefined;
    case "accepted":
      return objection.looksInto === me.userName ? "lookInto" : undefined;
    case "lookedInto":
      return signsForTownship(me) ? "judge" : undefined;
    case "upheld":
    case "refused":
      return isOffice(me) ? "answer" : undefined;
    default:
      return undefined;
  }
}

/** By who objected, until it is upheld or refused; what was entered for somebody, by the office. */
export const mayWithdraw = (objection: Pick<Objection, "stage" | "isOwn" | "objector">, me: Caller): boolean =>
  ["received", "accepted", "lookedInto"].includes(objection.stage) &&
  (objection.isOwn || (isOffice(me) && ["office", "resident"].includes(objection.objector)));

/** Whether a fact is in dispute; otherwise it is the grade itself. */
export const isAboutFacts = (objection: Pick<Objection, "matter">): boolean =>
  objection.matter === "score" || objection.matter === "event";

/** While it is looked into or waits for its outcome, the facts in dispute can be put right where they live. */
export const admitsCorrections = (objection: Pick<Objection, "stage" | "matter">): boolean =>
  isAboutFacts(objection) && ["accepted", "lookedInto"].includes(objection.stage);

/** About whom the signed-in person may object. */
export type Subjects = { anybody: true } | { anybody: false; own: { subject: string; label: string }[] };

export function subjectsOf(me: Caller, areaNames: ReadonlyMap<string, string>): Subjects {
  if (isOffice(me)) return { anybody: true };
  const area = me.duties.find((duty) => duty.role === "area")?.area ?? null;
  return {
    anybody: false,
    own: [
      ...(area === null ? [] : [{ subject: area, label: areaNames.get(area) ?? area }]),
      ...(me.staff === null ? [] : [{ subject: me.staff, label: "本人" }]),
    ],
  };
}

export const maySubmit = (subjects: Subjects): boolean => subjects.anybody || subjects.own.length > 0;

/** Whoever may be named to look into an objection: accounts that could, and are in use. */
export const mayLookInto = (account: { disabledAt: string | null; duties: readonly { role: string }[] }): boolean =>
  account.disabledAt === null &&
  account.duties.some((duty) => ["townshipAdministrator", "leader", "departmentScorer"].includes(duty.role));

/** What waits first, the soonest before the later; then what has ended, the newest first. */
export const inOrderOfWork = <O extends Pick<Objection, "due" | "number">>(objections: readonly O[]): O[] =>
  [...objections].sort((a, b) =>
    a.due === null && b.due === null
      ? b.number - a.number
      : a.due === null
        ? 1
        : b.due === null
          ? -1
          : a.due.localeCompare(b.due) || a.number - b.number,
  );
