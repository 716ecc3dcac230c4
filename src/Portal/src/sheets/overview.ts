import { compareTexts } from "../display/compare";
import { fullName } from "../display/itemName";
import type { SheetName, SheetState, SheetSummary } from "./shapes";

export const stateWords: Record<SheetState, { title: string; colour: string }> = {
  draft: { title: "填报中", colour: "default" },
  submitted: { title: "待签批", colour: "processing" },
  signed: { title: "已签批", colour: "success" },
  /** Nobody has to sign it. */
  counted: { title: "已提交", colour: "success" },
  returned: { title: "已退回", colour: "error" },
  reopened: { title: "重新填报", colour: "default" },
};

export const keyOf = ({ department, period }: SheetName): string => JSON.stringify([department, period]);

export const isSheet = (name: SheetName, other: SheetName): boolean =>
  name.department === other.department && name.period === other.period;

/** The sheet in words. */
export const sheetTitle = ({ department, periodTitle, period }: SheetName & { periodTitle: string | null }): string =>
  [department, periodTitle ?? period].filter(Boolean).join(" · ");

/** What waits for the caller: first what to sign, then what is late, then what to enter. */
function urgency(sheet: SheetSummary): number {
  if (sheet.maySign) return 0;
  if (sheet.mayEnter || sheet.maySubmit) return sheet.isOverdue ? 1 : 2;
  return sheet.isOverdue ? 3 : 4;
}

const none = "9999-12-31";

/** In the order in which the caller has to see to them. */
export const inOrder = (sheets: readonly SheetSummary[]): SheetSummary[] =>
  [...sheets].sort(
    (a, b) =>
      urgency(a) - urgency(b) ||
      (a.due ?? none).localeCompare(b.due ?? none) ||
      compareTexts(a.department, b.department) ||
      compareTexts(a.period, b.period),
  );

/** Those that are only another way to report what is usually reported otherwise wait apart until one is begun, or there is nothing else. */
export function apart(sheets: readonly SheetSummary[]): { usual: readonly SheetSummary[]; others: readonly SheetSummary[] } {
  const usual = sheets.filter((sheet) => !sheet.isOptional || sheet.isBegun);
  if (usual.length === 0) return { usual: sheets, others: [] };
  return { usual, others: sheets.filter((sheet) => !usual.includes(sheet)) };
}

/** What the list is narrowed to. */
export const shows = {
  all: { title: "全部", fits: () => true },
  toSign: { title: "待我签批", fits: (sheet: SheetSummary) => sheet.maySign },
  toEnter: { title: "待我填报", fits: (sheet: SheetSummary) => sheet.mayEnter || sheet.maySubmit },
  late: { title: "逾期", fits: (sheet: SheetSummary) => sheet.isOverdue },
  incomplete: { title: "有缺项", fits: (sheet: SheetSummary) => sheet.filled < sheet.cells },
} as const;

export type Show = keyof typeof shows;

/** Those that would show something, with how many. */
export const showsOf = (sheets: readonly SheetSummary[]): { show: Show; label: string }[] =>
  (Object.keys(shows) as Show[])
    .map((show) => ({ show, count: sheets.filter(shows[show].fits).length }))
    .filter(({ show, count }) => show === "all" || count > 0)
    .map(({ show, count }) => ({ show, label: `${shows[show].title} ${count}` }));

export interface DuePeriod {
  period: string;
  title: string;
  due: string | null;
}

/** The periods of the cycle's sheets, each with its last day. */
export const periodsOf = (sheets: readonly SheetSummary[]): DuePeriod[] =>
  [
    ...new Map(
      sheets.map(({ period, periodTitle, due }) => [period, { period, title: periodTitle || period || "全年", due }]),
    ).values(),
  ].sort((a, b) => compareTexts(a.period, b.period));

export type ActKind = "submit" | "sign" | "return" | "reopen";

interface ActWords {
  title: string;
  /** What follows. */
  follows: string;
  done: string;
  asksReason: boolean;
  may: (sheet: SheetSummary) => boolean;
}

export const acts: Record<ActKind, ActWords> = {
  submit: {
    title: "提交",
    follows: "提交后本科室不能再改；需要修改的，由分管领导退回或重新开启。",
    done: "已提交",
    asksReason: false,
    may: (sheet) => sheet.maySubmit,
  },
  sign: {
    title: "签批",
    follows: "签批后计入成绩并锁定；需要修改的，须写明理由重新开启，并再次签批。",
    done: "已签批",
    asksReason: false,
    may: (sheet) => sheet.maySign,
  },
  return: {
    title: "退回",
    follows: "退回后科室可以修改，并须重新提交；理由科室可以看到，并留在办理记录中。",
    done: "已退回",
    asksReason: true,
    may: (sheet) => sheet.maySign,
  },
  reopen: {
    title: "重新开启",
    follows: "重新开启后科室可以修改；再次提交、签批之前，仍按上次签批的分值计入成绩。",
    done: "已重新开启",
    asksReason: true,
    may: (sheet) => sheet.mayReopen,
  },
};

/** What follows from the act for these sheets. */
export const followsOf = (kind: ActKind, sheets: readonly SheetSummary[]): string =>
  acts[kind].follows +
  (kind === "submit" && sheets.some((sheet) => !sheet.signatureNeeded) ? "不需签批的，提交后即计入成绩。" : "");

/** What the act leaves out of what was chosen; null where nothing. */
export const leftOutOf = (kind: ActKind, chosen: readonly SheetSummary[]): string | null => {
  const left = chosen.filter((sheet) => !acts[kind].may(sheet));
  return left.length === 0 ? null : `所选的另 ${left.length} 张（${left.map(sheetTitle).join("、")}）现在不能${acts[kind].title}，不在其中。`;
};

/** How many cells are missing, line by line. */
export const missingWords = ({ missing }: Pick<SheetSummary, "missing">): string[] =>
  missing.map(({ item, title, subjects }) => `${fullName({ id: item, title })}：${subjects.length} 个对象没有分值`);
