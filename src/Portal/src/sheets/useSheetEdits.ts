import { App } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { asProblem } from "../api/problem";
import { byCell, cellNamed, type CellName, get, orderOf } from "./cells";
import {
  changeFiles,
  changesOf,
  choose,
  draftProblem,
  type Edits,
  enter,
  type Entry,
  explain,
  giveUp,
  isOvertaken,
  type NamedDraft,
  noEdits,
  noRefusals,
  refusalsOf,
  settle,
  undo,
  unexplainedOf,
  unsaved,
} from "./edits";
import { useSaveCells } from "./queries";
import type { SheetName, SheetView } from "./shapes";

/** What is typed into a sheet, and how it is saved. */
export function useSheetEdits(cycle: string, sheet: SheetName, view: SheetView) {
  const { message } = App.useApp();
  const saved = useMemo(() => byCell(view.cells), [view.cells]);
  /** What is saved when an upload ends, which may be another thing than when it began. */
  const newest = useRef(saved);
  useEffect(() => {
    newest.current = saved;
  }, [saved]);
  const items = useMemo(() => new Map(view.items.map((one) => [one.item, one])), [view.items]);
  const order = useMemo(() => orderOf(view), [view]);
  const [edits, setEdits] = useState<Edits>(noEdits);
  const [refusals, setRefusals] = useState(noRefusals);
  const [asking, setAsking] = useState<readonly NamedDraft[]>();
  const [failure, setFailure] = useState<unknown>(null);
  /** How often somebody had to be told to choose. */
  const [toldToChoose, setToldToChoose] = useState(0);
  const askToChoose = () => {
    setToldToChoose((times) => times + 1);
    void message.warning("没有保存：有的分值他人已先作更改，请逐格选定。");
  };
  const saving = useSaveCells(cycle, sheet);
  const pending = useMemo(
    () => unsaved(edits.drafts, saved).sort((a, b) => order(a) - order(b)),
    [edits.drafts, saved, order],
  );
  const overtaken = useMemo(() => pending.filter((draft) => isOvertaken(draft, get(saved, draft))), [pending, saved]);
  const problems = useMemo(
    () =>
      pending.flatMap(({ subject, item, ...draft }) => {
        const line = items.get(item);
        const problem = line ? draftProblem(draft, line, get(refusals, { subject, item })) : null;
        return problem === null ? [] : [{ subject, item, message: problem }];
      }),
    [pending, items, refusals],
  );
  const refused = (error: unknown, sent: readonly NamedDraft[]) => {
    const problem = asProblem(error);
    const { refusals: found, unexplained, rest } = refusalsOf(problem.places, sent);
    // The sheet has the others' cells already, and shows them beside one's own.
    if (problem.status === 412) return askToChoose();
    setRefusals(found);
    if (unexplained.length > 0) setAsking(unexplained);
    if (found.size === 0 && unexplained.length === 0) setFailure(error);
    else if (rest.length > 0) setFailure(error);
  };
  const send = (drafts: readonly NamedDraft[]) => {
    setFailure(null);
    saving.mutate(changesOf(drafts), {
      onSuccess: (after) => {
        setEdits((now) => settle(now, drafts, byCell(after.cells)));
        setRefusals(noRefusals);
        void message.success(`已保存 ${drafts.length} 格`);
      },
      onError: (error) => refused(error, drafts),
    });
  };
  return {
    saved,
    refusals,
    drafts: edits.drafts,
    /** In the order of the grid. */
    unsaved: pending,
    overtaken,
    toldToChoose,
    problems,
    failure,
    saving: saving.isPending,
    canUndo: edits.past.length > 0,
    enter: (entries: readonly Entry[]) => setEdits((now) => enter(now, entries, saved)),
    changeFiles: (cell: CellName, change: (ids: readonly string[]) => readonly string[]) => {
      const from = newest.current;
      setEdits((now) => changeFiles(now, cell, change, from));
    },
    undo: () => setEdits(undo),
    giveUp: () => {
      setFailure(null);
      setEdits(giveUp);
    },
    choose: (cells: readonly CellName[], side: "mine" | "theirs") => setEdits((now) => choose(now, cells, side, saved)),
    /** The drafts that have to be explained before anything is sent. */
    asking,
    stopAsking: () => setAsking(undefined),
    explain: (reasons: readonly (CellName & { reason: string })[]) => {
      const explained = explain(edits, reasons);
      setEdits(explained);
      setAsking(undefined);
      send(unsaved(explained.drafts, saved));
    },
    save: () => {
      if (overtaken.length > 0) return askToChoose();
      const unexplained = unexplainedOf(pending, saved);
      if (unexplained.length > 0) setAsking(unexplained);
      else send(pending);
    },
    /** The cell that the service means by a name of its own. */
    cellNamed: (name: string | null | undefined): CellName | undefined => cellNamed(view, name),
  };
}

export type SheetEdits = ReturnType<typeof useSheetEdits>;
