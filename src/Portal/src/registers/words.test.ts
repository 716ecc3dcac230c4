import { describe, expect, it } from "vitest";
import type { RegisterColumn, RegisterRowChange } from "../api/shapes";
import { changedValues, changeTitle, differences, shownValue } from "./words";

const column = (name: string, title: string, content: RegisterColumn["content"] = "text"): RegisterColumn => ({
  name,
  title,
  rule: "",
  content,
  isKey: name === "id",
  isRequired: true,
  words: content === "post" ? [{ value: "secretary", title: "书记" }] : null,
});

const columns = [column("id", "编号"), column("area", "居民区", "area"), column("post", "职务", "post")];
const references = { areas: new Map([["a1", "甲居民区"]]), staff: new Map<string, string>() };

const change = (part: Partial<RegisterRowChange>): RegisterRowChange => ({
  version: 2,
  kind: "changed",
  township: false,
  date: "2024-06-30",
  reason: "调任",
  by: "admin",
  at: "2024-07-01T00:00:00Z",
  before: {},
  after: {},
  ...part,
});

describe("a value of a register", () => {
  it("is shown with the name of the area, or the title of the post", () => {
    expect(shownValue(columns[1]!, "a1", references)).toBe("甲居民区（a1）");
    expect(shownValue(columns[2]!, "secretary", references)).toBe("书记（secretary）");
    expect(shownValue(columns[1]!, "a9", references)).toBe("a9");
    expect(shownValue(columns[1]!, undefined, references)).toBe("");
  });

  it("differs only where it says something else; an empty one is none", () => {
    expect(differences(columns, { id: "p1", area: "a1", post: "" }, { id: "p1", area: "a2" })).toEqual([
      { column: columns[1], one: "a1", other: "a2" },
    ]);
  });
});

describe("a change of a row", () => {
  it("names the columns with what was and what is", () => {
    expect(changedValues(columns, change({ before: { area: "a1" }, after: { area: "a2" } }), references)).toEqual([
      { title: "居民区", before: "甲居民区（a1）", after: "a2" },
    ]);
  });

  it("tells an end with its day, and a return", () => {
    expect(changedValues(columns, change({ after: { state: "ended", ended_on: "2024-06-30" } }), references)).toEqual([
      { title: "状态", before: "在册", after: "已终止" },
      { title: "最后一天", before: "", after: "2024-06-30" },
    ]);
    expect(changedValues(columns, change({ before: { state: "withdrawn" } }), references)).toEqual([
      { title: "状态", before: "已作废", after: "在册" },
    ]);
  });

  it("of the township's register is told apart", () => {
    expect(changeTitle(change({ kind: "created", township: true }))).toBe("新增（街镇名册）");
    expect(changeTitle(change({ kind: "takenOver" }))).toBe("结转");
  });
});
