import { expect, test } from "vitest";
import { reasonsOf } from "./reasons";

test("reasons are counted, the most frequent first, and whoever has an amount has none", () => {
  expect(
    reasonsOf([
      { amount: 1, reason: null },
      { amount: null, reason: "所在居民区没有总分" },
      { amount: null, reason: "没有绩效基数" },
      { amount: null, reason: "没有绩效基数" },
      { amount: null, reason: null },
    ]),
  ).toEqual([
    { reason: "没有绩效基数", persons: 2 },
    { reason: "所在居民区没有总分", persons: 1 },
    { reason: "待定", persons: 1 },
  ]);
});
