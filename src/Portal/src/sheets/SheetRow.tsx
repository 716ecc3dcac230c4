import { memo } from "react";
import { fullName } from "../display/itemName";
import { CellEditor } from "./CellEditor";
import { isScored, type SheetColumn } from "./cells";
import { type Draft, draftProblem, filesOf, isOvertaken, type Refusal, textOf } from "./edits";
import { FilesMark } from "./FilesMark";
import { cellId, type Editing } from "./gridCell";
import { numberText } from "./readNumber";
import type { Key } from "./selection";
import type { ParticipantCell, SheetCell, SheetSubject } from "./shapes";

interface RowProps {
  gridId: string;
  row: number;
  subject: SheetSubject;
  /** The first of its kind after those of another. */
  first: boolean;
  columns: readonly SheetColumn[];
  saved: ReadonlyMap<string, SheetCell> | undefined;
  drafts: ReadonlyMap<string, Draft> | undefined;
  refusals: ReadonlyMap<string, Refusal> | undefined;
  others: ReadonlyMap<string, ReadonlyMap<string, ParticipantCell>>;
  readOnly: boolean;
  /** The column of the active cell; -1 where it is in another row. */
  active: number;
  /** The columns of the range; -1 where the row is not in it. */
  left: number;
  right: number;
  editing: Editing | null;
  leaveEditor: ((text: string | null, key?: Key) => void) | undefined;
}

/** One subject's cells. Drawn again only when something of them changes: there are hundreds of rows. */
export const SheetRow = memo(function SheetRow(props: RowProps) {
  const { gridId, row, subject, columns, saved, drafts, refusals, readOnly, active, editing, leaveEditor } = props;
  return (
    <tr aria-rowindex={row + 2} className={props.first ? "first-of-kind" : undefined}>
      <th scope="row" className={active >= 0 ? "sheet-name current" : "sheet-name"} title={[subject.name, subject.area].filter(Boolean).join("，")}>
        {subject.name}
        {subject.area && <span className="sheet-name-area"> {subject.area}</span>}
      </th>
      {columns.map((column, index) => {
        const common = {
          id: cellId(gridId, { row, column: index }),
          role: "gridcell",
          "data-row": row,
          "data-column": index,
          "aria-selected": index >= props.left && index <= props.right,
        } as const;
        const marks = [index === active && "active", index >= props.left && index <= props.right && "ranged"];
        if (column.kind === "other") {
          const value = props.others.get(column.key)?.get(subject.id)?.value;
          return (
            <td {...common} key={column.key} aria-readonly className={classes("other", ...marks)}>
              {numberText(value)}
            </td>
          );
        }
        if (!isScored(subject, column.item)) {
          return <td {...common} key={column.key} aria-readonly aria-label="不评分" className={classes("unscored", ...marks)} />;
        }
        const { item } = column.item;
        const cell = saved?.get(item);
        const draft = drafts?.get(item);
        const text = textOf(draft, cell);
        const problem = draft ? draftProblem(draft, column.item, refusals?.get(item)) : null;
        const overtaken = draft !== undefined && isOvertaken(draft, cell);
        const was = readOnly && cell && cell.counted !== null && cell.counted !== cell.value ? cell.counted : null;
        const isEdited = index === active && editing !== null && leaveEditor !== undefined;
        return (
          <td
            {...common}
            key={column.key}
            aria-readonly={readOnly}
            aria-invalid={problem !== null || undefined}
            data-testid={`cell-${subject.id}-${item}`}
            className={classes(
              draft && "unsaved",
              problem !== null && "wrong",
              overtaken && "overtaken",
              text === "" && "blank",
              was !== null && "moved",
              isEdited && "edited",
              ...marks,
            )}
          >
            {isEdited ? (
              <CellEditor
                label={`${subject.name} ${fullName({ id: item, title: column.item.title })}`}
                line={column.item}
                initial={editing}
                above={row > 3}
                leave={leaveEditor}
              />
            ) : (
              <>
                <FilesMark count={filesOf(draft, cell).length} />
                {was !== null && <s title="上次签批的分值">{numberText(was)}</s>}
                {text}
                {index === active && problem !== null && (
                  <span className={row > 3 ? "cell-problem above" : "cell-problem"}>{problem}</span>
                )}
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
});

const classes = (...names: (string | false | null | undefined)[]): string | undefined => names.filter(Boolean).join(" ") || undefined;
