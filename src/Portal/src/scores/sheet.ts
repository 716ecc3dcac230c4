import type { LedgerEntry } from "../api/shapes";
import { type Column, differing, merged } from "../edits/columns";
import { sameFiles } from "../files/files";

/** What is typed in a row of the sheet. */
export interface Entry {
  score: number | null;
  reason: string;
  files: readonly string[];
}

/** A score as the ledger has it: its newest entry, a withdrawal as well. */
export interface Cell {
  /** The entry's id, which a change of the score names; 0 where there is none. */
  id: number;
  entry: Entry;
  withdrawn: boolean;
  by: string | undefined;
  at: string | undefined;
}

const nothing: Entry = { score: null, reason: "", files: [] };

export const emptyCell: Cell = { id: 0, entry: nothing, withdrawn: false, by: undefined, at: undefined };

export const cellOf = (newest: LedgerEntry): Cell => ({
  id: newest.id,
  entry: newest.withdrawn
    ? nothing
    : { score: newest.value, reason: newest.reason ?? "", files: newest.files },
  withdrawn: newest.withdrawn,
  by: newest.reportedBy,
  at: newest.reportedAt,
});

/** A row with what is typed in it. */
export interface Draft {
  /** What would be changed. */
  base: Cell;
  now: Entry;
  /** What was typed before somebody else changed the score; base is the other's score then. */
  mine: Entry | null;
}

export const draftOf = (cell: Cell): Draft => ({ base: cell, now: cell.entry, mine: null });

export const columnsOf = (fileName: (id: string) => string): Column<Entry>[] => [
  {
    name: "score",
    title: "评分",
    text: (entry) => (entry.score === null ? "" : String(entry.score)),
    take: (into, { score }) => ({ ...into, score }),
  },
  {
    name: "reason",
    title: "理由",
    text: (entry) => entry.reason.trim(),
    take: (into, { reason }) => ({ ...into, reason }),
  },
  {
    name: "files",
    title: "佐证",
    text: (entry) => entry.files.map(fileName).join("、"),
    same: (one, other) => sameFiles(one.files, other.files),
    take: (into, { files }) => ({ ...into, files }),
  },
];

const columns = columnsOf((id) => id);

export const isChanged = (draft: Draft): boolean => differing(columns, draft.now, draft.base.entry).length > 0;

/** The ledger has come to another score: what nobody has touched takes it; what was typed stays, and one chooses. */
export function meet(draft: Draft, cell: Cell): Draft {
  if (cell.id <= draft.base.id) return draft;
  const { now, base } = draft;
  if (!isChanged(draft) || differing(columns, now, cell.entry).length === 0) return draftOf(cell);
  return { base: cell, now: merged(columns, base.entry, now, cell.entry), mine: now };
}

/** What the other has done, in words. */
export const conflictText = (cell: Cell): string =>
  cell.withdrawn
    ? "您打开之后，这项评分已被撤回；您填写的尚未保存。"
    : "您打开之后，这项评分已有变动；您填写的尚未保存。";
