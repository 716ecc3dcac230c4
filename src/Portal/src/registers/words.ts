import type { RegisterColumn, RegisterRow, RegisterRowChange } from "../api/shapes";
import type { Column } from "../edits/columns";

export type RowState = RegisterRow["state"];

export const states = ["current", "ended", "withdrawn"] as const satisfies readonly RowState[];

export const stateTitles: Record<RowState, string> = {
  current: "在册",
  ended: "已终止",
  withdrawn: "已作废",
};

export const stateColours: Record<RowState, string> = {
  current: "green",
  ended: "default",
  withdrawn: "error",
};

export const isState = (text: string | undefined): text is RowState => states.some((state) => state === text);

const kinds: Record<RegisterRowChange["kind"], string> = {
  created: "新增",
  changed: "更改",
  ended: "终止",
  withdrawn: "作废",
  reinstated: "恢复",
  takenOver: "结转",
  undone: "撤销导入",
};

export const changeTitle = (change: RegisterRowChange): string =>
  `${kinds[change.kind]}${change.township ? "（街镇名册）" : ""}`;

/** Names of what columns refer to, by id. */
export interface References {
  areas: ReadonlyMap<string, string> | undefined;
  staff: ReadonlyMap<string, string> | undefined;
}

/** A value as people read it: the name of an area, the title of a post. */
export function shownValue(column: RegisterColumn, value: string | undefined, references: References): string {
  if (!value) return "";
  const name =
    column.content === "area"
      ? references.areas?.get(value)
      : column.content === "person"
        ? references.staff?.get(value)
        : column.words?.find((word) => word.value === value)?.title;
  return name && name !== value ? `${name}（${value}）` : value;
}

/** What differs between two rows' values, column by column. */
export interface Difference {
  column: RegisterColumn;
  one: string | undefined;
  other: string | undefined;
}

export const differences = (
  columns: readonly RegisterColumn[],
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Difference[] =>
  columns
    .map((column) => ({ column, one: one[column.name] || undefined, other: other[column.name] || undefined }))
    .filter((pair) => pair.one !== pair.other);

/** The columns of a row's values, for two who have edited them. */
export const columnsOf = (
  columns: readonly RegisterColumn[],
  references: References,
): Column<Record<string, string>>[] =>
  columns.map((column) => ({
    name: column.name,
    title: column.title,
    text: (values) => shownValue(column, values[column.name], references),
    take: (into, from) => ({ ...into, [column.name]: from[column.name] ?? "" }),
  }));

/** The columns of a whole row: its values and its state. */
export const rowColumns = (columns: readonly RegisterColumn[], references: References): Column<RegisterRow>[] => [
  {
    name: "state",
    title: "状态",
    text: (row) => [stateTitles[row.state], row.endedOn && `最后一天 ${row.endedOn}`].filter(Boolean).join("，"),
    take: (into, { state, endedOn }) => ({ ...into, state, endedOn }),
  },
  ...columnsOf(columns, references).map((column) => ({
    name: column.name,
    title: column.title,
    text: (row: RegisterRow) => column.text(row.values),
    take: (into: RegisterRow, from: RegisterRow) => ({ ...into, values: column.take(into.values, from.values) }),
  })),
];

/** The columns of a change, with what each said before and says after; state and last day included. */
export function changedValues(
  columns: readonly RegisterColumn[],
  change: RegisterRowChange,
  references: References,
): { title: string; before: string; after: string }[] {
  const before = change.before ?? {};
  const listed = columns
    .filter((column) => column.name in before || column.name in change.after)
    .map((column) => ({
      title: column.title,
      before: shownValue(column, before[column.name], references),
      after: shownValue(column, change.after[column.name], references),
    }));
  const state = (values: Readonly<Record<string, string>>) => {
    const named = values["state"];
    return isState(named) ? stateTitles[named] : change.before === null ? "" : stateTitles.current;
  };
  if ("state" in before || "state" in change.after) {
    listed.push({ title: "状态", before: state(before), after: state(change.after) });
  }
  if ("ended_on" in before || "ended_on" in change.after) {
    listed.push({ title: "最后一天", before: before["ended_on"] ?? "", after: change.after["ended_on"] ?? "" });
  }
  return listed;
}
