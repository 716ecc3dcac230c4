import { rangeProblem, stepProblem } from "./range";
import { readNumber } from "./readNumber";
import type { ParticipantCell, SheetCell, SheetItem, SheetSubject, SheetView } from "./shapes";

/** One cell of a sheet. */
export interface CellName {
  subject: string;
  item: string;
}

/** Something for each cell, by subject and item: so that a row whose part is the same needs not be drawn again. */
export type ByCell<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

export const get = <T>(of: ByCell<T>, { subject, item }: CellName): T | undefined => of.get(subject)?.get(item);

export function byCell<T extends CellName>(cells: readonly T[]): ByCell<T> {
  const found = new Map<string, Map<string, T>>();
  for (const cell of cells) {
    const row = found.get(cell.subject) ?? new Map<string, T>();
    found.set(cell.subject, row.set(cell.item, cell));
  }
  return found;
}

/** As the service names a cell in what it refuses. */
export const nameOf = ({ subject, item }: CellName): string => `${subject}/${item}`;

/** The areas, then the staff, each in the sheet's order. */
export const rowsOf = (subjects: readonly SheetSubject[]): SheetSubject[] => [
  ...subjects.filter((one) => one.kind === "areas"),
  ...subjects.filter((one) => one.kind === "staff"),
];

/** Where a cell stands in the grid, row by row. */
export function orderOf({ subjects, items }: Pick<SheetView, "subjects" | "items">): (cell: CellName) => number {
  const rows = new Map(rowsOf(subjects).map((one, at) => [one.id, at]));
  const columns = new Map(items.map((one, at) => [one.item, at]));
  return ({ subject, item }) => (rows.get(subject) ?? 0) * items.length + (columns.get(item) ?? 0);
}

/** The cell that the service means; nothing where it means something else. */
export function cellNamed(
  { subjects, items }: Pick<SheetView, "subjects" | "items">,
  name: string | null | undefined,
): CellName | undefined {
  for (const { id: subject } of name ? subjects : []) {
    const line = items.find(({ item }) => nameOf({ subject, item }) === name);
    if (line) return { subject, item: line.item };
  }
  return undefined;
}

/** A line of the department, or beside it what another department has entered of the same line. */
export type SheetColumn =
  | { kind: "own"; key: string; item: SheetItem }
  | { kind: "other"; key: string; item: SheetItem; department: string; counts: boolean };

/** The lines that others take part in, with their departments. */
export function participants(lead: readonly ParticipantCell[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { item, department } of lead) {
    const departments = found.get(item) ?? [];
    if (!departments.includes(department)) found.set(item, [...departments, department]);
  }
  return found;
}

/** @param closed Items whose participants are not shown. */
export function columnsOf(view: Pick<SheetView, "items" | "lead">, closed: ReadonlySet<string>): SheetColumn[] {
  const departments = participants(view.lead);
  return view.items.flatMap((item): SheetColumn[] => [
    { kind: "own", key: item.item, item },
    ...(closed.has(item.item) ? [] : (departments.get(item.item) ?? [])).map((department) => ({
      kind: "other" as const,
      key: `${item.item}|${department}`,
      item,
      department,
      counts: view.lead.some((one) => one.item === item.item && one.department === department && one.counts),
    })),
  ]);
}

/** Participants' values by column and subject. */
export function participantCells(lead: readonly ParticipantCell[]): ReadonlyMap<string, ReadonlyMap<string, ParticipantCell>> {
  const found = new Map<string, Map<string, ParticipantCell>>();
  for (const cell of lead) {
    const key = `${cell.item}|${cell.department}`;
    const column = found.get(key) ?? new Map<string, ParticipantCell>();
    found.set(key, column.set(cell.subject, cell));
  }
  return found;
}

/** Whether the line is about such subjects at all. */
export const isScored = (subject: SheetSubject, item: SheetItem): boolean => subject.kind === item.of;

/** Why what was typed cannot be saved; null where it can. */
export function cellProblem(text: string, item: Pick<SheetItem, "range" | "step">): string | null {
  const reading = readNumber(text);
  if (reading.kind === "empty") return null;
  if (reading.kind === "unreadable") return "应填写数字";
  return item.range
    ? rangeProblem(reading.value, { ...item.range, step: item.step })
    : stepProblem(reading.value, 0, item.step);
}

/** Whether a text says what the cell has. */
export function says(text: string, cell: SheetCell | undefined): boolean {
  const reading = readNumber(text);
  if (reading.kind === "unreadable") return false;
  return (reading.kind === "number" ? reading.value : null) === (cell?.value ?? null);
}

/** 佐证文件 of what is entered; a withdrawn value rests on none. */
export const filesIn = (cell: SheetCell | undefined): readonly string[] => ((cell?.value ?? null) === null ? noFiles : cell!.files);

const noFiles: readonly string[] = [];

/** The mark of a cell that has files; null where it has none. */
export const filesWords = (count: number): string | null => (count === 0 ? null : `有佐证文件 ${count} 个`);

/** Whether a change of the value has to be explained: it has counted. */
export const needsReason = (cell: SheetCell | undefined): boolean => (cell?.counted ?? null) !== null;

/** The cells whose value is another one than was last signed. */
export const movedSinceSigned = (cells: readonly SheetCell[]): SheetCell[] =>
  cells.filter((cell) => cell.counted !== null && cell.counted !== cell.value);
