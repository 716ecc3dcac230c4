import type { ImportReport, UnusedHead } from "../api/shapes";
import { csv } from "../display/csv";

export const isUnderWay = (report: Pick<ImportReport, "status">): boolean =>
  report.status === "queued" || report.status === "running";

export const statusTitles: Record<string, string> = {
  queued: "排队中",
  running: "处理中",
  completed: "已完成",
  refused: "未接受",
};

const outcomes: Record<string, string> = {
  accepted: "接受",
  added: "新增",
  updated: "更新",
  superseded: "更正",
  unchanged: "不变",
  late: "截止后补录",
  stillEnded: "仍为终止",
  distinct: "不同工单",
  countable: "计入考核",
  excluded: "同意剔除",
  outsideWindow: "不在考核期",
  duplicate: "重复",
  refused: "拒收",
  unknownArea: "居民区不明",
  unknownCampaign: "测评不明",
  campaignClosed: "测评已结束",
  householdTookPart: "已参加测评",
  cycleFinal: "结果已生效",
  invalidAnswer: "答卷无效",
  missingValue: "缺少内容",
  invalidValue: "格式有误",
  duplicateId: "编号重复",
  unknownSubject: "对象不明",
  unknownItem: "项目不明",
  unknownPeriod: "时段不明",
  unknownRule: "规则不明",
  wrongDepartment: "部门不符",
  outOfRange: "超出范围",
  unattributed: "待归属",
  attributed: "按地址归属",
};

/** The counts in a steady order: what went in, then what did not. */
export function outcomesOf(report: Pick<ImportReport, "counts">): { code: string; title: string; count: number }[] {
  const order = Object.keys(outcomes);
  const at = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return Object.entries(report.counts)
    .map(([code, count]) => ({ code, title: outcomes[code] ?? code, count }))
    .sort((a, b) => at(a.code) - at(b.code));
}

export function percentDone(report: Pick<ImportReport, "status" | "rows" | "processed">): number {
  if (!isUnderWay(report)) return 100;
  return report.rows > 0 ? Math.min(99, Math.floor((report.processed / report.rows) * 100)) : 0;
}

export const problemsAsCsv = (report: Pick<ImportReport, "problems">): string =>
  csv([
    ["行", "列", "代码", "原因"],
    ...report.problems.map((problem) => [problem.line, problem.column, problem.code, problem.message]),
  ]);

/** What the rows are for: a cycle, or the township's registers. */
export const scopeOf = (imported: { cycle: string | null; cycleTitle: string | null }): string =>
  imported.cycleTitle ?? (imported.cycle === null ? "街镇名册" : "考核周期");

/** 未用的列: the heads that were passed over, with what was probably meant. */
export const unusedText = (unused: readonly UnusedHead[]): string =>
  `未用的列：${unused
    .map(({ head, nearest }) => (nearest === null ? head : `${head}（是否为“${nearest}”？）`))
    .join("、")}。`;

/** Of rows that had ended before the import: they still have, which a file does not change. Undefined where there are none. */
export function endedText(report: Pick<ImportReport, "counts">): string | undefined {
  const ended = report.counts["stillEnded"] ?? 0;
  return ended > 0
    ? `其中 ${ended} 行在名册中已终止，导入后仍为终止；确已重新在册的，请到“名册”页面按状态“已终止”找到后恢复。`
    : undefined;
}

/** Whether undoing the import can be asked for; the service decides. */
export const mayBeUndone = (
  report: Pick<ImportReport, "status" | "undone">,
  kind: { canBeUndone: boolean } | undefined,
): boolean => kind?.canBeUndone === true && report.status === "completed" && report.undone === null;

/** What undoing does, in so many words. Of a cycle's entries nothing is deleted. */
export function undoText(report: Pick<ImportReport, "counts" | "cycle">): string {
  const added = report.counts["added"] ?? 0;
  const updated = report.counts["updated"] ?? 0;
  if (added + updated === 0) return "该文件没有带来变化，撤销后仅注明已撤销。";
  const parts = [
    ...(added > 0 ? [report.cycle === null ? `新增的 ${added} 条将从名册中移除` : `新增的 ${added} 条将撤回`] : []),
    ...(updated > 0 ? [`更新的 ${updated} 条将恢复为导入前的内容`] : []),
  ];
  return `${parts.join("，")}。${report.cycle === null ? "" : "原记录和撤销理由保留在台账中。"}其中任何一条此后已有变动或已被采用的，不能撤销。`;
}
