import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { leftOutWords, placeBlock, readBlock, writeBlock } from "./block";
import { CellAbout } from "./CellAbout";
import { type CellName, columnsOf, get, isScored, participantCells, participants, rowsOf } from "./cells";
import type { CellsProps } from "./cellsProps";
import { textOf } from "./edits";
import { cellId, type Editing } from "./gridCell";
import { numberText } from "./readNumber";
import { rowWindow, scrolledTo } from "./rowWindow";
import { areaOf, at, everything, type Key, moved, type Place, type Selection, within } from "./selection";
import { SheetHead } from "./SheetHead";
import { SheetRow } from "./SheetRow";

/** How many rows a screen has, for Page Up and Page Down. */
const page = 12;
/** In pixels, as in the rules of style. */
const rowHeight = 34;

/**
 * A sheet as a grid that is worked like a spreadsheet. Of the packages that are available none is a grid with this
 * behaviour, an editor that is there once, and the ARIA pattern; it is a plain table, of which only the rows in sight are
 * drawn, and those that change drawn again.
 */
export function SheetGrid({ cycle, view, edits, readOnly, tell, ref }: CellsProps) {
  const gridId = useId();
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setSelection] = useState(at(0, 0));
  const [editing, setEditing] = useState<Editing | null>(null);
  /** Esc lets the next Tab out of the grid. */
  const released = useRef(false);
  const dragging = useRef(false);
  const [scrolled, setScrolled] = useState(0);
  const rows = useMemo(() => rowsOf(view.subjects), [view.subjects]);
  const columns = useMemo(() => columnsOf(view, closed), [view, closed]);
  const others = useMemo(() => participantCells(view.lead), [view.lead]);
  const departments = useMemo(() => participants(view.lead), [view.lead]);
  const ownColumns = columns.flatMap((column, index) => (column.kind === "own" ? [index] : []));
  const size = { rows: rows.length, columns: columns.length };
  const selection = within(wanted, size);
  const { active, extent } = selection;
  const area = areaOf(selection);

  const nameAt = ({ row, column }: Place): CellName => ({ subject: rows[row]!.id, item: columns[column]!.item.item });
  const isOpen = ({ row, column }: Place): boolean =>
    !readOnly && columns[column]!.kind === "own" && isScored(rows[row]!, columns[column]!.item);
  const textAt = (place: Place): string => {
    const column = columns[place.column]!;
    if (column.kind === "other") return numberText(others.get(column.key)?.get(rows[place.row]!.id)?.value);
    const name = nameAt(place);
    return textOf(get(edits.drafts, name), get(edits.saved, name));
  };
  const placesIn = (wantedColumns: readonly number[]): Place[][] =>
    rows.slice(area.top, area.bottom + 1).map((_, down) => wantedColumns.map((column) => ({ row: area.top + down, column })));
  const focus = () => table.current?.focus({ preventScroll: true });

  const seen = Math.ceil(window.innerHeight / rowHeight);
  const drawn = rowWindow(scrolled, rowHeight, seen, rows.length, editing === null ? null : active.row);

  const show = ({ row, column }: Place) => {
    const box = scroller.current;
    const head = table.current?.tHead;
    if (!box || !head) return;
    const [corner, cell] = [head.rows[0]!.cells[0]!, head.rows[0]!.cells[column + 1]!];
    // Head and names stand in front of what is scrolled.
    box.scrollTop = scrolledTo(box.scrollTop, box.clientHeight - head.offsetHeight, row * rowHeight, rowHeight);
    box.scrollLeft = scrolledTo(box.scrollLeft, box.clientWidth - corner.offsetWidth, cell.offsetLeft - corner.offsetWidth, cell.offsetWidth);
    setScrolled(box.scrollTop);
  };
  const extentId = cellId(gridId, extent);
  const extentIsDrawn = extent.row >= drawn.from && extent.row < drawn.to;
  useLayoutEffect(() => {
    // Only while one is in the grid: the page does not move by itself.
    if (!extentIsDrawn || !table.current?.contains(document.activeElement)) return;
    document.getElementById(extentId)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [extentId, extentIsDrawn]);

  const select = (next: Selection) => {
    setSelection(next);
    show(next.extent);
  };

  useImperativeHandle(ref, () => ({
    goTo: ({ subject, item }) => {
      const row = rows.findIndex((one) => one.id === subject);
      const column = columns.findIndex((one) => one.kind === "own" && one.item.item === item);
      if (row < 0 || column < 0) return;
      focus();
      select(at(row, column));
      document.getElementById(cellId(gridId, { row, column }))?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  }));

  const edit = (mode: Editing["mode"], text: string) => {
    if (!isOpen(active)) return;
    tell(null);
    show(active);
    setEditing({ mode, text });
  };
  /** @param text What was typed; null where it is given up. */
  const leaveEditor = (text: string | null, key?: Key) => {
    focus();
    setEditing(null);
    if (text !== null) edits.enter([{ ...nameAt(active), text: text.trim() }]);
    const next = key && moved(selection, { ...key, ctrlKey: false }, size, page);
    if (next) select(next);
  };
  const clear = () => {
    const open = placesIn(ownColumns.filter((column) => column >= area.left && column <= area.right)).flat().filter(isOpen);
    tell(null);
    edits.enter(open.map((place) => ({ ...nameAt(place), text: "" })));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== table.current || event.nativeEvent.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const leaves = event.key === "Tab" && released.current;
    released.current = event.key === "Escape" || (event.key === "Shift" && released.current);
    if (leaves) return;
    const next = event.altKey ? null : moved(selection, { key: event.key, shiftKey: event.shiftKey, ctrlKey: command }, size, page);
    if (next) select(next);
    else if (command && event.key.toLowerCase() === "z") edits.undo();
    else if (command && event.key.toLowerCase() === "a") setSelection(everything(size));
    else if (event.key === "Delete" || event.key === "Backspace") clear();
    else if (event.key === "F2") edit("change", textAt(active));
    else if (event.key.length === 1 && !command && !event.altKey && event.key !== " ") edit("replace", event.key);
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== table.current) return;
    const shown = columns.flatMap((_, index) => (index >= area.left && index <= area.right ? [index] : []));
    // What the participants have entered is not copied between one's own values.
    const own = shown.filter((index) => ownColumns.includes(index));
    event.clipboardData.setData("text/plain", writeBlock(placesIn(own.length > 0 ? own : shown).map((row) => row.map(textAt))));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.target !== table.current || readOnly) return;
    event.preventDefault();
    const placed = placeBlock(readBlock(event.clipboardData.getData("text/plain")), area, rows.length, ownColumns, isOpen);
    edits.enter(placed.entries.map(({ text, ...place }) => ({ ...nameAt(place), text })));
    tell(leftOutWords(placed));
    const last = placed.entries.at(-1);
    if (last) setSelection({ active: { row: area.top, column: area.left }, extent: { row: last.row, column: last.column } });
  };
  const placeOf = (event: MouseEvent): Place | null => {
    const cell = (event.target as Element).closest<HTMLElement>("td[data-row]");
    return cell ? { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) } : null;
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event);
    if (!place || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    // The grid keeps the focus, and nothing is marked as text.
    event.preventDefault();
    focus();
    dragging.current = true;
    setSelection(event.shiftKey ? { active, extent: place } : at(place.row, place.column));
  };
  const onMouseMove = (event: MouseEvent) => {
    if (!dragging.current) return;
    if (event.buttons !== 1) dragging.current = false;
    const place = dragging.current ? placeOf(event) : null;
    if (place && (place.row !== extent.row || place.column !== extent.column)) setSelection({ active, extent: place });
  };
  const toggle = (item: string) => {
    const next = new Set(closed);
    if (!next.delete(item)) next.add(item);
    setClosed(next);
  };

  return (
    <>
      <CellAbout
        cycle={cycle}
        subject={rows[active.row]!}
        column={columns[active.column]!}
        edits={edits}
        readOnly={readOnly}
        participant={others.get(columns[active.column]!.key)?.get(rows[active.row]!.id)}
      />
      <div ref={scroller} className="sheet-scroller" onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}>
        <table
          ref={table}
          role="grid"
          className="sheet-grid"
          tabIndex={0}
          aria-label="评分表"
          aria-describedby={`${gridId}-keys`}
          aria-multiselectable
          aria-readonly={readOnly}
          aria-rowcount={rows.length + 1}
          // One cannot point to what is not drawn; the next key shows it again.
          aria-activedescendant={active.row >= drawn.from && active.row < drawn.to ? cellId(gridId, active) : undefined}
          data-testid="sheet-grid"
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onPaste={onPaste}
          onMouseDown={onMouseDown}
          onMouseMove={onMouseMove}
          onDoubleClick={(event) => placeOf(event) && edit("change", textAt(active))}
        >
          <colgroup>
            <col className="sheet-name-column" />
            {columns.map((column) => (
              <col key={column.key} className={column.kind === "own" ? "sheet-own-column" : "sheet-other-column"} />
            ))}
          </colgroup>
          <SheetHead
            columns={columns}
            active={active.column}
            departments={departments}
            closed={closed}
            toggle={toggle}
          />
          <tbody>
            <Blank rows={drawn.from} />
            {rows.slice(drawn.from, drawn.to).map((subject, down) => {
              const row = drawn.from + down;
              const marked = row >= area.top && row <= area.bottom;
              return (
                <SheetRow
                  key={subject.id}
                  gridId={gridId}
                  row={row}
                  subject={subject}
                  first={row > 0 && rows[row - 1]!.kind !== subject.kind}
                  columns={columns}
                  saved={edits.saved.get(subject.id)}
                  drafts={edits.drafts.get(subject.id)}
                  refusals={edits.refusals.get(subject.id)}
                  others={others}
                  readOnly={readOnly}
                  active={row === active.row ? active.column : -1}
                  left={marked ? area.left : -1}
                  right={marked ? area.right : -1}
                  editing={row === active.row ? editing : null}
                  leaveEditor={row === active.row ? leaveEditor : undefined}
                />
              );
            })}
            <Blank rows={rows.length - drawn.to} />
          </tbody>
        </table>
      </div>
      <p id={`${gridId}-keys`} className="sheet-keys">
        {readOnly
          ? "方向键移动，Shift 加方向键选取，Ctrl+C 复制；佐证文件在表格上方下载；按 Esc 后再按 Tab 离开表格。"
          : "直接输入或按 F2 修改，Enter 向下，Tab 向右，Esc 放弃修改，Delete 清空；可复制、粘贴电子表格中的整块数据，Ctrl+Z 撤销；佐证文件在表格上方添加。按 Esc 后再按 Tab 离开表格。"}
      </p>
    </>
  );
}

/** The room of rows that are not drawn. */
const Blank = ({ rows }: { rows: number }) =>
  rows > 0 && (
    <tr aria-hidden className="sheet-blank">
      <td style={{ height: rows * rowHeight }} />
    </tr>
  );
