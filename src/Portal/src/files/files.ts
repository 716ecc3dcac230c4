/** The most that a file may have; the service says so too. */
const largest = 20 * 1024 * 1024;

/** What the service takes in; by the content, there. Here the name tells early what cannot succeed. */
const endings = [".pdf", ".png", ".jpg", ".jpeg", ".webp", ".docx", ".xlsx", ".txt", ".csv"];

export const acceptedEndings = endings.join(",");

export const mostFiles = 20;

/** Why a file cannot be uploaded; null where it can. */
export function problemOf(file: { name: string; size: number }): string | null {
  const ending = /\.[^.]+$/.exec(file.name)?.[0].toLowerCase();
  if (file.size === 0) return "文件是空的";
  if (file.size > largest) return `文件有 ${sizeWords(file.size)}，超过 20 MB`;
  if (ending !== undefined && !endings.includes(ending)) return `不支持以“${ending}”结尾的文件`;
  return null;
}

/** 512 字节, 12 KB, 3.4 MB */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

const types: Record<string, string> = {
  "application/pdf": "PDF",
  "image/png": "图片",
  "image/jpeg": "图片",
  "image/webp": "图片",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word 文档",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel 工作簿",
  "text/csv": "CSV 表格",
  "text/plain": "文本",
};

export const typeWords = (contentType: string): string => types[contentType.split(";")[0]!.trim()] ?? "文件";

/** Whether two entries rest on the same files, in whatever order. */
export const sameFiles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
