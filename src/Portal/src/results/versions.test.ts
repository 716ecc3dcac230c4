import { expect, test } from "vitest";
import { isFirst, standsAs } from "./versions";

test("the newest final version stands, earlier ones were corrected, others were never final", () => {
  const all = [{ finalVersion: null }, { finalVersion: 1 }, { finalVersion: null }, { finalVersion: 2 }];
  expect(all.map((one) => standsAs(one, all)?.title)).toEqual([
    undefined,
    "第 1 版，已被更正",
    undefined,
    "第 2 版，现行有效",
  ]);
});

test("the first that was pinned has nothing before it to be compared with", () => {
  const all = [{ number: 3 }, { number: 4 }];
  expect(isFirst(3, all)).toBe(true);
  expect(isFirst(4, all)).toBe(false);
});
