import { Table, Tag } from "antd";
import dayjs from "dayjs";
import { serviceNames } from "../api/services";
import { none } from "../display/numbers";
import { actionName } from "./actions";
import type { ServiceLine } from "./merge";
import { authorName, changesOf, dutyName, fieldName, subjectParts } from "./words";

export function AuditTable({ lines, loading }: { lines: ServiceLine[]; loading: boolean }) {
  return (
    <Table<ServiceLine>
      rowKey={(line) => `${line.service} ${line.sequence}`}
      size="middle"
      data-testid="audit-table"
      dataSource={lines}
      loading={loading}
      pagination={false}
      scroll={{ x: "max-content" }}
      expandable={{
        expandedRowRender: (line) => <Details line={line} />,
        rowExpandable: hasDetails,
        expandRowByClick: true,
      }}
      onRow={(line) => (hasDetails(line) ? { className: "row-link" } : {})}
      columns={[
        { title: "时间", dataIndex: "at", render: (at: string) => dayjs(at).format("YYYY-MM-DD HH:mm:ss") },
        {
          title: "操作人",
          key: "who",
          render: (_, line) => (
            <>
              {authorName(line.who)}
              {line.duty !== "system" && <span className="quiet audit-duty">{dutyName(line.duty)}</span>}
            </>
          ),
        },
        {
          title: "事项",
          key: "action",
          render: (_, line) => (
            <>
              <Tag>{serviceNames[line.service]}</Tag>
              {actionName(line.action)}
            </>
          ),
        },
        {
          title: "对象",
          dataIndex: "subject",
          render: (subject: string) => {
            const { kind, id } = subjectParts(subject);
            return (
              <>
                {kind} <span className="code audit-id">{id}</span>
              </>
            );
          },
        },
        {
          title: "原因",
          dataIndex: "reason",
          render: (reason: string | null) => <div className="audit-reason">{reason ?? none}</div>,
        },
      ]}
    />
  );
}

const hasDetails = (line: ServiceLine): boolean => line.before !== null || line.after !== null;

/** 变动前 and 变动后, next to each other; on a narrow screen the table of a line scrolls with it. */
function Details({ line }: { line: ServiceLine }) {
  return (
    <table className="audit-changes">
      <thead>
        <tr>
          <th scope="col">第 {line.sequence} 条</th>
          <th scope="col">变动前</th>
          <th scope="col">变动后</th>
        </tr>
      </thead>
      <tbody>
        {changesOf(line.before, line.after).map((change) => (
          <tr key={change.field}>
            <th scope="row">{fieldName(change.field)}</th>
            <td>{change.before || none}</td>
            <td className={change.differs && change.before ? "audit-differs" : undefined}>{change.after || none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
