import { Empty, Table } from "antd";
import type { Finding } from "../api/shapes";
import { compareTexts } from "../display/compare";
import { paged } from "../display/paging";
import { choices } from "./rows";

const titles: Record<string, string> = {
  "coverage.unmet": "覆盖面不足",
  "turnout.invalid": "参评率无效",
  "head.duplicate": "负责人重复",
  "line.last": "单项末位",
  "line.lastTwice": "连续末位",
  "waived.riskFiled": "酌情免责",
};

/** 需关注事项: what the calculation found and a person must look at. */
export function FindingsList(props: { findings: readonly Finding[]; names: ReadonlyMap<string, string> }) {
  const nameOf = (subject: string) => props.names.get(subject) ?? subject;
  return (
    <Table<Finding>
      rowKey={(finding) => `${finding.code}|${finding.subject}|${finding.detail}`}
      size="middle"
      data-testid="findings"
      dataSource={[...props.findings]}
      scroll={{ x: "max-content" }}
      pagination={paged(20)}
      locale={{ emptyText: <Empty description="没有需关注的事项" /> }}
      columns={[
        {
          title: "事项",
          dataIndex: "code",
          filters: choices(props.findings, (finding) => finding.code).map(({ value }) => ({
            value,
            text: titles[value] ?? value,
          })),
          onFilter: (code, finding) => finding.code === code,
          render: (code: string) => titles[code] ?? code,
        },
        {
          title: "对象",
          dataIndex: "subject",
          sorter: (a, b) => compareTexts(nameOf(a.subject), nameOf(b.subject)),
          render: nameOf,
        },
        { title: "说明", dataIndex: "message", render: (text: string, finding) => text || finding.detail },
      ]}
    />
  );
}
