import type { IssuedLink } from "../api/shapes";
import { csv } from "../display/csv";

/** As many as the service issues at once. */
export const mostHouseholds = 10_000;

/** As many labels as a browser prints without trouble. */
export const mostPrinted = 1_000;

/** As the service takes them. */
const longestCode = 100;

/** 户号 as people paste them: a column of a spreadsheet, or a list with any of the usual separators; each once. */
export const householdCodes = (pasted: string): string[] => [
  ...new Set(
    pasted
      .split(/[\r\n\t,，、;；]+/)
      .map((code) => code.trim())
      .filter((code) => code !== ""),
  ),
];

/** What is wrong with the list, in words; nothing if it can be sent. */
export function whyNotIssued(codes: readonly string[]): string | undefined {
  if (codes.length === 0) return "请填写户号";
  if (codes.length > mostHouseholds) return `一次不超过 ${mostHouseholds} 户，现有 ${codes.length} 户`;
  const long = codes.find((code) => code.length > longestCode);
  return long && `户号不超过 ${longestCode} 字：${long.slice(0, 20)}……`;
}

/** The service knows only the path: under which address residents reach the platform, the browser knows. */
export const withAddress = (links: readonly IssuedLink[], origin: string): IssuedLink[] =>
  links.map((link) => ({ household: link.household, url: new URL(link.url, origin).href }));

export const linksFile = (area: string, links: readonly IssuedLink[]): string =>
  csv([["居民区", "户号", "网址"], ...links.map((link) => [area, link.household, link.url])]);

/** For pasting into a spreadsheet. */
export const linksText = (links: readonly IssuedLink[]): string =>
  links.map((link) => `${link.household}\t${link.url}`).join("\n");
