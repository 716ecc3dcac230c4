import { Empty, Input, Table, Tag, type TableColumnsType } from "antd";
import { useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { ResultLine } from "../api/shapes";
import { compareNumbers, compareTexts } from "../display/compare";
import { none, points, rank } from "../display/numbers";
import { gradeColour } from "../theme";
import { answersTo, choices, itemCodes } from "./rows";

export function ResultsTable(props: { cycle: string; rows: readonly ResultLine[]; kind: "area" | "staff" }) {
  const [search, setSearch] = useState("");
  const go = useNavigate();
  const columns = useMemo(() => columnsFor(props.rows, props.cycle), [props.rows, props.cycle]);
  const found = props.rows.filter((row) => answersTo(row, search));
  return (
    <>
      <Input.Search
        allowClear
        className="table-tools"
        placeholder="按名称或代码查找"
        aria-label="按名称或代码查找"
        data-testid="results-search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        style={{ maxWidth: 280 }}
      />
      <Table<ResultLine>
        rowKey="id"
        size="middle"
        data-testid="results-table"
        dataSource={found}
        columns={columns}
        scroll={{ x: "max-content" }}
        sticky={{ offsetHeader: 67 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty description={search ? "没有符合条件的对象" : "没有结果"} /> }}
        onRow={(row) =>
          ({
            "data-testid": `result-row-${row.id}`,
            className: "row-link",
            onClick: () => go(`/results/${props.cycle}/${encodeURIComponent(row.id)}`),
          }) as object
        }
      />
    </>
  );
}

function columnsFor(rows: readonly ResultLine[], cycle: string): TableColumnsType<ResultLine> {
  const number = (title: string, of: (row: ResultLine) => number | null | undefined, key: string) => ({
    title,
    key,
    align: "right" as const,
    sorter: (a: ResultLine, b: ResultLine, order?: "ascend" | "descend" | null) =>
      compareNumbers(of(a), of(b), order),
    render: (_: unknown, row: ResultLine) => points(of(row)),
  });
  const text = (title: string, key: "category" | "tier") =>
    rows.some((row) => row[key])
      ? [
          {
            title,
            dataIndex: key,
            filters: choices(rows, (row) => row[key]),
            onFilter: (value: unknown, row: ResultLine) => row[key] === value,
            render: (value: string | null | undefined) => value ?? none,
          },
        ]
      : [];
  return [
    {
      title: "名次",
      dataIndex: "rank",
      align: "right",
      fixed: "left",
      width: 76,
      defaultSortOrder: "ascend",
      sorter: (a, b, order) => compareNumbers(a.rank, b.rank, order),
      render: rank,
    },
    {
      title: "名称",
      dataIndex: "name",
      fixed: "left",
      sorter: (a, b) => compareTexts(a.name, b.name),
      // A real link, so that the row can be reached with the keyboard.
      render: (name: string, row) => (
        <Link to={`/results/${cycle}/${encodeURIComponent(row.id)}`} onClick={(event) => event.stopPropagation()}>
          {name}
        </Link>
      ),
    },
    {
      ...number("总分", (row) => row.total, "total"),
      render: (_, row) => <strong data-testid={`total-${row.id}`}>{points(row.total)}</strong>,
    },
    {
      title: "等次",
      dataIndex: "grade",
      filters: choices(rows, (row) => row.grade),
      onFilter: (grade, row) => row.grade === grade,
      render: (grade: string | null) =>
        grade ? (
          <Tag variant="outlined" color={gradeColour(grade)}>
            {grade}
          </Tag>
        ) : (
          none
        ),
    },
    ...text("档次", "tier"),
    ...text("类别", "category"),
    ...itemCodes(rows).map((code) => number(code, (row) => row.items[code], `item-${code}`)),
    number("加分", (row) => row.bonus, "bonus"),
    number("减分", (row) => row.deduction, "deduction"),
    ...(rows.some((row) => row.progress !== null && row.progress !== undefined)
      ? [number("进步指数", (row) => row.progress, "progress")]
      : []),
  ];
}
