import { FilePicker } from "../files/FilePicker";
import { type CellName, get } from "./cells";
import { filesNote, filesOf } from "./edits";
import type { SheetEdits } from "./useSheetEdits";

/** 佐证文件 of a cell: a change is not saved before the cell is. */
export function CellFiles(props: { cycle: string; cell: CellName; label: string; edits: SheetEdits; readOnly: boolean }) {
  const { cell, edits, readOnly } = props;
  const [draft, saved] = [get(edits.drafts, cell), get(edits.saved, cell)];
  const files = filesOf(draft, saved);
  const note = readOnly ? null : filesNote(draft, saved);
  return (
    <>
      <FilePicker
        // What was refused of another cell is not said of this one.
        key={`${cell.subject}/${cell.item}`}
        cycle={props.cycle}
        label={props.label}
        value={files}
        // Undoing brings back what was removed; what nothing rests on in the end is not kept by the service.
        saved={files}
        disabled={readOnly}
        onChange={(change) => edits.changeFiles(cell, change)}
        testId={`files-${cell.subject}-${cell.item}`}
      />
      {note && <span className="quiet cell-files-note">{note}</span>}
    </>
  );
}
