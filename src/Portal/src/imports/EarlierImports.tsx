import { Card, Empty, Skeleton, Table, Tag, Typography } from "antd";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { useImports, type ServiceImport } from "./queries";
import { kindOf, kindTitle, type ServiceKind } from "./kinds";
import { mayBeUndone, outcomesOf, scopeOf, statusTitles } from "./report";
import { UndoButton } from "./UndoButton";

/** 导入记录 of all services that the account may ask. */
export function EarlierImports(props: {
  services: readonly string[];
  kinds: readonly ServiceKind[];
  /** What to begin with, where there is a choice. */
  first: string | undefined;
  show: (report: ServiceImport) => void;
}) {
  const imports = useImports(props.services);
  const title = (kind: string) => kindTitle(props.kinds, kind);
  return (
    <Card title="导入记录">
      {imports.error && <LoadFailure error={imports.error} retry={imports.retry} />}
      {imports.pending ? (
        <Skeleton active />
      ) : (
        <Table<ServiceImport>
          rowKey="id"
          size="middle"
          dataSource={imports.reports}
          scroll={{ x: "max-content" }}
          pagination={paged(10)}
          locale={{
            emptyText: (
              <Empty
                description={props.first ? `还没有导入过数据。建议从“${props.first}”开始。` : "还没有导入过数据。"}
              />
            ),
          }}
          columns={[
            { title: "种类", dataIndex: "kind", render: title },
            { title: "用于", key: "scope", render: (_, report) => scopeOf(report) },
            {
              title: "文件",
              dataIndex: "fileName",
              render: (name: string, report) => (
                <Typography.Link onClick={() => props.show(report)} data-testid={`import-${report.kind}`}>
                  {name}
                </Typography.Link>
              ),
            },
            {
              title: "状态",
              dataIndex: "status",
              render: (status: string, report) =>
                report.undone ? (
                  <Tag>已撤销</Tag>
                ) : (
                  <Tag color={{ completed: "success", refused: "error" }[status] ?? "processing"}>
                    {statusTitles[status] ?? status}
                  </Tag>
                ),
            },
            {
              title: "结果",
              key: "counts",
              render: (_, report) =>
                outcomesOf(report)
                  .map((outcome) => `${outcome.title} ${outcome.count}`)
                  .join("，") || none,
            },
            { title: "问题", dataIndex: "problemCount", align: "right" },
            { title: "导入人", dataIndex: "uploadedBy" },
            { title: "时间", dataIndex: "uploadedAt", render: moment },
            {
              title: "操作",
              key: "undo",
              render: (_, report) =>
                mayBeUndone(report, kindOf(props.kinds, report)) && (
                  <UndoButton report={report} title={title(report.kind)} link />
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
