import { describe, expect, it } from "vitest";
import { allOf, chosen, type Column, differing, merged } from "./columns";

interface Row {
  name: string;
  households: number;
}

const name: Column<Row> = {
  name: "name",
  title: "名称",
  text: (row) => row.name.trim(),
  take: (into, from) => ({ ...into, name: from.name }),
};
const households: Column<Row> = {
  name: "households",
  title: "户数",
  text: (row) => String(row.households),
  take: (into, from) => ({ ...into, households: from.households }),
};
const columns = [name, households];
const base = { name: "甲", households: 1000 };

describe("Of two edits", () => {
  it("differs what reads differently", () => {
    expect(differing(columns, base, { name: "甲 ", households: 1200 })).toEqual([households]);
    expect(differing(columns, base, base)).toEqual([]);
  });

  it.each([
    ["only the other has changed", base, { name: "甲", households: 1200 }, { name: "甲", households: 1200 }],
    ["each has changed another column", { name: "乙", households: 1000 }, { name: "甲", households: 1200 }, { name: "乙", households: 1200 }],
    ["both have changed the same", { name: "甲", households: 1300 }, { name: "甲", households: 1200 }, { name: "甲", households: 1300 }],
  ])("the choice begins with the side that has changed a column: %s", (_, mine, theirs, now) => {
    expect(merged(columns, base, mine, theirs)).toEqual(now);
  });

  it("says whose value would be saved", () => {
    const mine = { name: "乙", households: 1000 };
    const theirs = { name: "丙", households: 1200 };
    expect(chosen(name, mine, mine, theirs)).toBe("mine");
    expect(chosen(name, theirs, mine, theirs)).toBe("theirs");
    expect(chosen(name, { ...mine, name: "丁" }, mine, theirs)).toBeNull();
    expect(allOf(columns, mine, theirs)).toEqual(theirs);
  });
});
