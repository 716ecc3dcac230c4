import { fullName, shortName } from "../display/itemName";
import type { SheetColumn } from "./cells";
import { rangeWords } from "./range";
import type { SheetItem } from "./shapes";

/** The lines of a sheet, each with what it may be given; the participants of a line can be put away. */
export function SheetHead(props: {
  columns: readonly SheetColumn[];
  /** The column of the active cell. */
  active: number;
  /** The departments that take part in a line. */
  departments: ReadonlyMap<string, readonly string[]>;
  /** The lines whose participants are put away. */
  closed: ReadonlySet<string>;
  toggle: (item: string) => void;
}) {
  const { columns, active, departments, closed, toggle } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="sheet-corner">
          对象
        </th>
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            className={`${column.kind === "other" ? "other" : ""} ${index === active ? "current" : ""}`}
          >
            {column.kind === "own" ? (
              <>
                <Title item={column.item} />
                {column.item.range && (
                  <span className="sheet-head-range" title={rangeWords({ ...column.item.range, step: column.item.step })}>
                    {column.item.range.least}–{column.item.range.most}
                    {column.item.step !== null && `，步长 ${column.item.step}`}
                  </span>
                )}
                {departments.has(column.item.item) && (
                  <button
                    type="button"
                    className="jump"
                    aria-expanded={!closed.has(column.item.item)}
                    onClick={() => toggle(column.item.item)}
                    data-testid={`participants-${column.item.item}`}
                  >
                    {closed.has(column.item.item) ? "展开" : "收起"}参与科室 {departments.get(column.item.item)!.length}
                  </button>
                )}
              </>
            ) : (
              <>
                <span className="sheet-head-title">{column.department}</span>
                <span className="sheet-head-range">{column.counts ? "参与评分" : "参与，只记录"}</span>
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The number that the document gives a line is easier found in bold. */
function Title({ item: { item, title } }: { item: SheetItem }) {
  const short = shortName({ id: item, title });
  return (
    <span className="sheet-head-title" title={fullName({ id: item, title })}>
      <b>{short}</b> {short !== title && title}
    </span>
  );
}
