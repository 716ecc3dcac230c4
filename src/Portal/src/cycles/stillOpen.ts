import type { CycleProgress } from "../api/shapes";
import { fullName } from "../display/itemName";

/** What the cycle still waits for, a sentence each; scores that are only recorded do not count. */
export function stillOpen(progress: Pick<CycleProgress, "sources" | "scores" | "pendingImports">): string[] {
  return [
    ...progress.sources
      .flatMap((source) => source.details)
      .filter((line) => line.done < line.expected)
      .map((line) => `${line.label}：${line.expected - line.done} 个对象没有数据`),
    ...progress.scores
      .filter((line) => line.counts && line.done < line.expected)
      .map(
        (line) =>
          `${line.department}“${fullName({ id: line.item, title: line.title })}”：${line.expected - line.done} 个居民区没有评分`,
      ),
    ...(progress.pendingImports > 0 ? [`${progress.pendingImports} 个文件正在导入`] : []),
  ];
}
