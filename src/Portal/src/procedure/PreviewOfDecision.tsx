import { Alert, Table } from "antd";
import type { DecisionPreview, MovedSubject } from "../api/shapes";
import { placeOf } from "./words";

/** Who would move, by what, and which quotas would be exceeded. */
export function PreviewOfDecision({ preview }: { preview: DecisionPreview }) {
  const exceeded = preview.quotas.filter((quota) => quota.message !== null);
  return (
    <div data-testid="decision-preview">
      {preview.mustBePublicised && (
        <Alert
          type="error"
          showIcon
          className="gap-below"
          title="其中有应当公示而尚未公示的等次，不能直接决定；请改为调整拟定，重新公示期满后再决定。"
        />
      )}
      {exceeded.map((quota) => (
        <Alert
          key={`${quota.among}${quota.within}${quota.grade}`}
          type={quota.limit === "hard" ? "error" : "warning"}
          showIcon
          className="gap-below"
          title={quota.message}
        />
      ))}
      <Table<MovedSubject>
        rowKey="subject"
        size="small"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={preview.moved}
        columns={[
          { title: "对象", dataIndex: "name" },
          { title: "变更前", render: (_, row) => placeOf(row.gradeBefore, row.placeBefore) },
          { title: "变更后", render: (_, row) => placeOf(row.gradeAfter, row.placeAfter) },
          { title: "原因", render: (_, row) => row.causes.join("；") },
        ]}
        locale={{ emptyText: "没有人的结果改变" }}
      />
    </div>
  );
}
