import type { ImportReport } from "../api/shapes";
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
  changed: "更新",
  updated: "更新",
  superseded: "更正",
  unchanged: "无变化",
  distinct: "不同工单",
  countable: "计入考核",
  excluded: "同意剔除",
  outsideWindow: "不在考核期",
  duplicate: "重复",
  refused: "拒收",
  unknownArea: "居民区不明",
  unknownCampaign: "测评不明",
  campaignClosed: "测评已结束",
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
