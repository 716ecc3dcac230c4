import { Empty, Input, Table, Tag, type TableColumnsType } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { ResultItem } from "../api/shapes";
import { compareNumbers, compareTexts } from "../display/compare";
import { shortName } from "../display/itemName";
import { none, points, rank } from "../display/numbers";
import { paged } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { gradeColour } from "../theme";
import { answersTo, choices, type ResultRow } from "./rows";

interface Given {
  rows: readonly ResultRow[];
  items: readonly ResultItem[];
  /** Rows are of persons, not of areas. */
  person?: boolean;
  testId?: string;
  /** Whether the scheme gives grades. */
  grades: boolean;
  /** Address of a row's explanation, for those who may see it. */
  explained?: ((id: string) => string) | undefined;
}

export function ResultsTable(props: Given) {
  const [search, setSearch] = useState("");
  const go = useNavigate();
  const { rows, explained, person, testId = "results-table" } = props;
  const hint = person ? "按姓名或编号查找" : "按名称或代码查找";
  const found = rows.filter((row) => answersTo(row, search));
  return (
    <>
      <Input.Search
        allowClear
        className="table-tools"
        placeholder={hint}
        aria-label={hint}
        data-testid="results-search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        style={{ maxWidth: 280 }}
      />
      <Table<ResultRow>
        rowKey="id"
        size="middle"
        data-testid={testId}
        dataSource={found}
        columns={columnsFor(props)}
        scroll={{ x: "max-content" }}
        sticky={{ offsetHeader: 67 }}
        pagination={paged(50)}
        locale={{ emptyText: <Empty description={search ? "没有符合条件的对象" : "没有结果"} /> }}
        onRow={(row) =>
          rowLink(explained && (() => void go(explained(row.id))), { "data-testid": `result-row-${row.id}` })
        }
      />
    </>
  );
}

function columnsFor({ rows, items, person, grades, explained }: Given): TableColumnsType<ResultRow> {
  const number = (title: string, of: (row: ResultRow) => number | null | undefined, key: string) => ({
    title,
    key,
    align: "right" as const,
    sorter: (a: ResultRow, b: ResultRow, order?: "ascend" | "descend" | null) =>
      compareNumbers(of(a), of(b), order),
    render: (_: unknown, row: ResultRow) => points(of(row)),
  });
  const text = (title: string, key: "group" | "tier") =>
    rows.some((row) => row[key])
      ? [
          {
            title,
            dataIndex: key,
            filters: choices(rows, (row) => row[key]),
            onFilter: (value: unknown, row: ResultRow) => row[key] === value,
            render: (value: string | null | undefined) => value ?? none,
          },
        ]
      : [];
  const given = (title: string, key: "bonus" | "deduction" | "progress") =>
    rows.some((row) => row[key] !== null) ? [number(title, (row) => row[key], key)] : [];
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
      title: person ? "姓名" : "名称",
      dataIndex: "name",
      fixed: "left",
      sorter: (a, b) => compareTexts(a.name, b.name),
      // A real link, so that the row can be reached with the keyboard.
      render: (name: string, row) =>
        explained ? <Link to={explained(row.id)}>{name}</Link> : name,
    },
    {
      ...number("总分", (row) => row.total, "total"),
      render: (_, row) => <strong data-testid={`total-${row.id}`}>{points(row.total)}</strong>,
    },
    ...(grades
      ? [
        {
          title: "等次",
          dataIndex: "grade",
          filters: choices(rows, (row) => row.grade),
          onFilter: (grade: unknown, row: ResultRow) => row.grade === grade,
          render: (grade: string | null) =>
            grade ? (
              <Tag variant="outlined" color={gradeColour(grade)}>
                {grade}
              </Tag>
            ) : (
              none
            ),
        },
        ]
      : []),
    ...text("档次", "tier"),
    ...text(person ? "单位" : "类别", "group"),
    ...items
      .filter((item) => rows.some((row) => item.id in row.items))
      .map((item) => ({
        ...number(shortName(item), (row) => row.items[item.id], `item-${item.id}`),
        showSorterTooltip: { title: item.points === null ? item.title : `${item.title}（${item.points} 分）` },
      })),
    ...given("加分", "bonus"),
    ...given("减分", "deduction"),
    ...given("进步指数", "progress"),
    ...(rows.some((row) => row.flags.length > 0)
      ? [
          {
            title: "提示",
            key: "flags",
            render: (_: unknown, row: ResultRow) => row.flags.join("；") || none,
          },
        ]
      : []),
  ];
}
