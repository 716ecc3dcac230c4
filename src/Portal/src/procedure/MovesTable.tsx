import { Table } from "antd";
import type { MovedSubject } from "../api/shapes";
import { points } from "../display/numbers";
import { placeOf } from "./words";
import "./procedure.css";

/** Who moves, by how much, by which clause. */
export function MovesTable({ moved }: { moved: readonly MovedSubject[] }) {
  return (
    <Table<MovedSubject>
      rowKey="subject"
      size="small"
      data-testid="moves"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={[...moved]}
      locale={{ emptyText: "没有人的结果改变" }}
      columns={[
        {
          title: "对象",
          render: (_, row) => (
            <>
              {row.name}
              {onlyTheRank(row) && <span className="quiet">（名次随之变动）</span>}
            </>
          ),
        },
        {
          title: "总分",
          className: "numbers",
          render: (_, row) => changed(points(row.totalBefore), points(row.totalAfter)),
        },
        {
          title: "等次",
          render: (_, row) => changed(placeOf(row.gradeBefore, row.placeBefore), placeOf(row.gradeAfter, row.placeAfter)),
        },
        { title: "依据", className: "moves-causes", render: (_, row) => row.causes.join("；") },
      ]}
    />
  );
}

/** Who is overtaken, or overtakes, has the same total and grade. */
const onlyTheRank = (row: MovedSubject): boolean =>
  row.totalBefore === row.totalAfter && row.gradeBefore === row.gradeAfter && row.placeBefore === row.placeAfter;

function changed(before: string, after: string) {
  return before === after ? (
    after
  ) : (
    <span className="moves-change">
      {before} → <strong>{after}</strong>
    </span>
  );
}
