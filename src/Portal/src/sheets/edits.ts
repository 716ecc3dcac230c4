import { sameFiles } from "../files/files";
import { type ByCell, byCell, cellProblem, type CellName, filesIn, get, nameOf, needsReason, says } from "./cells";
import { numberText, readNumber } from "./readNumber";
import type { CellChange, SheetCell, SheetItem } from "./shapes";

/** What is typed in a cell and not saved. */
export interface Draft {
  text: string;
  /** The entry that it was made from; 0 where there was none. */
  version: number;
  reason: string | null;
  /** Ids of the 佐证文件 that it is to rest on; null leaves those of the cell. */
  files: readonly string[] | null;
}

/** What the cell says while the draft is there. */
export const textOf = (draft: Draft | undefined, cell: SheetCell | undefined): string => draft?.text ?? numberText(cell?.value);

/** The files of the cell while the draft is there; a value that is taken away takes them with it. */
export const filesOf = (draft: Draft | undefined, cell: SheetCell | undefined): readonly string[] =>
  draft?.files ?? (textOf(draft, cell) === "" ? [] : filesIn(cell));

/** Whether the draft says what the cell has, and rests on the same files. */
const isSame = ({ text, files }: Pick<Draft, "text" | "files">, cell: SheetCell | undefined): boolean =>
  says(text, cell) && (files === null || sameFiles(files, filesIn(cell)));

/** What a step has changed, as it was before. */
type Step = readonly (CellName & { before: Draft | undefined })[];

export interface Edits {
  drafts: ByCell<Draft>;
  /** The newest last. */
  past: readonly Step[];
}

export type NamedDraft = CellName & Draft;

export const noEdits: Edits = { drafts: new Map(), past: [] };

type Changes = readonly (CellName & { draft: Draft | undefined })[];

function changed(drafts: ByCell<Draft>, changes: Changes): ByCell<Draft> {
  const next = new Map(drafts);
  const touched = new Map<string, Map<string, Draft>>();
  for (const { subject, item, draft } of changes) {
    const row = touched.get(subject) ?? new Map(drafts.get(subject));
    touched.set(subject, row);
    if (draft) row.set(item, draft);
    else row.delete(item);
    if (row.size > 0) next.set(subject, row);
    else next.delete(subject);
  }
  return next;
}

/** One step, which can be undone as one. */
function step(edits: Edits, changes: Changes): Edits {
  const real = changes.filter((one) => get(edits.drafts, one) !== one.draft);
  if (real.length === 0) return edits;
  const before = real.map(({ subject, item }) => ({ subject, item, before: get(edits.drafts, { subject, item }) }));
  return { drafts: changed(edits.drafts, real), past: [...edits.past, before] };
}

export type Entry = CellName & { text: string; reason?: string | null; version?: number; files?: readonly string[] };

/** Types texts into cells. What the cell has already is no edit. */
export function enter(edits: Edits, entries: readonly Entry[], saved: ByCell<SheetCell>): Edits {
  return step(
    edits,
    entries.map((entry) => {
      const { subject, item, text } = entry;
      const before = get(edits.drafts, entry);
      const cell = get(saved, entry);
      const files = entry.files ?? before?.files ?? null;
      if (isSame({ text, files }, cell)) return { subject, item, draft: undefined };
      const version = entry.version ?? before?.version ?? cell?.version ?? 0;
      const reason = entry.reason ?? before?.reason ?? null;
      const draft: Draft = { text, version, reason, files };
      const same = before && (Object.keys(draft) as (keyof Draft)[]).every((part) => before[part] === draft[part]);
      return { subject, item, draft: same ? before : draft };
    }),
  );
}

/** Attaches files to a cell or removes them, whatever its value. */
export function changeFiles(
  edits: Edits,
  cell: CellName,
  change: (ids: readonly string[]) => readonly string[],
  saved: ByCell<SheetCell>,
): Edits {
  const [draft, before] = [get(edits.drafts, cell), get(saved, cell)];
  return enter(edits, [{ ...cell, text: textOf(draft, before), files: change(filesOf(draft, before)) }], saved);
}

/** 撤销: as it was before the last step. */
export function undo(edits: Edits): Edits {
  const last = edits.past.at(-1);
  if (!last) return edits;
  return {
    drafts: changed(edits.drafts, last.map(({ subject, item, before }) => ({ subject, item, draft: before }))),
    past: edits.past.slice(0, -1),
  };
}

/** Gives up all that is not saved, which can be undone. */
export const giveUp = (edits: Edits): Edits =>
  step(edits, all(edits.drafts).map(({ subject, item }) => ({ subject, item, draft: undefined })));

/** Of two edits of one cell, one's own or the other's. */
export function choose(edits: Edits, cells: readonly CellName[], side: "mine" | "theirs", saved: ByCell<SheetCell>): Edits {
  return step(
    edits,
    cells.map(({ subject, item }) => {
      const draft = get(edits.drafts, { subject, item });
      if (!draft || side === "theirs") return { subject, item, draft: undefined };
      return { subject, item, draft: { ...draft, version: get(saved, { subject, item })?.version ?? 0 } };
    }),
  );
}

/** What was sent is saved; what was typed meanwhile is not. There is no way back behind it. */
export function settle(edits: Edits, sent: readonly NamedDraft[], saved: ByCell<SheetCell>): Edits {
  const changes = sent.map(({ subject, item, text, files }) => {
    const draft = get(edits.drafts, { subject, item });
    const cell = get(saved, { subject, item });
    const later = draft && (draft.text !== text || draft.files !== files) && !isSame(draft, cell);
    return { subject, item, draft: later ? { ...draft, version: cell?.version ?? 0 } : undefined };
  });
  return { drafts: changed(edits.drafts, changes), past: [] };
}

const all = (drafts: ByCell<Draft>): NamedDraft[] =>
  [...drafts].flatMap(([subject, row]) => [...row].map(([item, draft]) => ({ subject, item, ...draft })));

/** What differs from what is saved. */
export const unsaved = (drafts: ByCell<Draft>, saved: ByCell<SheetCell>): NamedDraft[] =>
  all(drafts).filter((draft) => !isSame(draft, get(saved, draft)));

/** Whether somebody else has changed the cell since it was typed into. */
export const isOvertaken = (draft: Draft, cell: SheetCell | undefined): boolean =>
  draft.version !== (cell?.version ?? 0) && !isSame(draft, cell);

/** Why a draft cannot be saved: by the line's rules, or as the service has refused the very same text. */
export const draftProblem = (
  { text, files }: Pick<Draft, "text" | "files">,
  item: SheetItem,
  refused: Refusal | undefined,
): string | null => {
  if (text === "" && files !== null && files.length > 0) return "没有分值的格不能附佐证文件，请填写分值或移除文件";
  return cellProblem(text, item) ?? (refused?.text === text ? refused.message : null);
};

/** What somebody who attaches files to the cell has to know; null where nothing. */
export function filesNote(draft: Draft | undefined, cell: SheetCell | undefined): string | null {
  if (textOf(draft, cell) !== "" || filesOf(draft, cell).length > 0) return null;
  const taken = filesIn(cell).length;
  return taken > 0 ? `分值清空并保存后，原有的 ${taken} 个佐证文件不再附于此格。` : "佐证文件随分值保存，没有分值的格不能附。";
}

/** What the service has said of a cell, and of which text. */
export interface Refusal {
  text: string;
  message: string;
}

export type Refusals = ByCell<CellName & Refusal>;

export const noRefusals: Refusals = new Map();

/** What the service has refused, by cell; the rest of it, which is about no cell of these, is left over. */
export function refusalsOf<P extends { code: string; message: string; column?: string | null }>(
  places: readonly P[],
  sent: readonly NamedDraft[],
): { refusals: Refusals; unexplained: NamedDraft[]; rest: P[] } {
  const byName = new Map(sent.map((one) => [nameOf(one), one]));
  const found: (CellName & Refusal)[] = [];
  const unexplained: NamedDraft[] = [];
  const rest: P[] = [];
  for (const place of places) {
    const draft = byName.get(place.column ?? "");
    if (!draft) rest.push(place);
    else if (place.code === "missing") unexplained.push(draft);
    else found.push({ subject: draft.subject, item: draft.item, text: draft.text, message: place.message });
  }
  return { refusals: byCell(found), unexplained, rest };
}

/** Those whose value has to be explained before they can be saved; other files need not be. */
export const unexplainedOf = (drafts: readonly NamedDraft[], saved: ByCell<SheetCell>): NamedDraft[] =>
  drafts.filter((draft) => draft.reason === null && needsReason(get(saved, draft)) && !says(draft.text, get(saved, draft)));

/** The reasons as part of the drafts; no step of its own. */
export const explain = (edits: Edits, reasons: readonly (CellName & { reason: string })[]): Edits => ({
  ...edits,
  drafts: changed(
    edits.drafts,
    reasons.map(({ subject, item, reason }) => {
      const draft = get(edits.drafts, { subject, item });
      return { subject, item, draft: draft && { ...draft, reason } };
    }),
  ),
});

/** As the service takes them. */
export function changesOf(drafts: readonly NamedDraft[]): CellChange[] {
  return drafts.map(({ subject, item, text, reason, version, files }) => {
    const reading = readNumber(text);
    const value = reading.kind === "number" ? reading.value : null;
    return { subject, item, value, reason, version, files: value === null || files === null ? null : [...files] };
  });
}
