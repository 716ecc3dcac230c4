import { Empty, Table } from "antd";
import type { FactDifference } from "../api/shapes";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { moment } from "../display/times";
import { aboutDifference } from "./differences";
import "./procedure.css";

/** What registers and ledgers say other than the pinned facts, to choose from what is to count. */
export function DifferencesTable(props: {
  differences: readonly FactDifference[];
  names: ReadonlyMap<string, string>;
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
}) {
  return (
    <Table<FactDifference>
      rowKey="key"
      size="small"
      className="gap-below"
      data-testid="fact-differences"
      scroll={{ x: "max-content" }}
      pagination={paged(50)}
      dataSource={[...props.differences]}
      locale={{ emptyText: <Empty description="定稿以后没有登记过变动。数据确有错误的，请先在原处更正。" /> }}
      rowSelection={{
        selectedRowKeys: [...props.chosen],
        onChange: (keys) => props.onChange(keys.map(String)),
        getCheckboxProps: (row) => ({
          "aria-label": `采用 ${props.names.get(row.subject) ?? row.subject} ${aboutDifference(row)}`,
        }),
      }}
      onRow={(row) => ({ "data-testid": `difference-${row.key}` }) as object}
      columns={[
        { title: "对象", render: (_, row) => props.names.get(row.subject) ?? row.subject },
        { title: "内容", className: "difference-words", render: (_, row) => aboutDifference(row) },
        { title: "定稿时", className: "difference-words", render: (_, row) => row.before ?? "（没有）" },
        {
          title: "现为",
          className: "difference-words",
          render: (_, row) => <strong>{row.after ?? "（已撤回）"}</strong>,
        },
        { title: "报送人", render: (_, row) => row.reportedBy ?? none },
        { title: "报送时间", render: (_, row) => moment(row.reportedAt) },
      ]}
    />
  );
}
