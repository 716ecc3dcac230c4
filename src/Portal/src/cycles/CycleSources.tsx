import { Card, Empty, Progress, Table } from "antd";
import { Link } from "react-router";
import type { CycleProgress } from "../api/shapes";

/** 数据到位情况: what each source has reported so far, and what is still missing. */
export function CycleSources({ progress }: { progress: CycleProgress }) {
  const sources = progress.sources ?? [];
  const missing = progress.missing ?? [];
  return (
    <>
      <Card title="数据到位情况" extra={<Link to={`/imports?cycle=${progress.id}`}>导入数据</Link>}>
        <Table
          rowKey="source"
          size="middle"
          data-testid="cycle-sources"
          dataSource={sources}
          pagination={false}
          scroll={{ x: "max-content" }}
          locale={{ emptyText: <Empty description="还没有数据，请先导入。" /> }}
          columns={[
            { title: "来源", key: "title", render: (_, source) => source.title ?? source.source },
            {
              title: "已报送",
              key: "subjects",
              width: 280,
              render: (_, source) => (
                <Progress
                  percent={source.expected > 0 ? Math.round((source.subjects / source.expected) * 100) : 0}
                  format={() => `${source.subjects} / ${source.expected}`}
                  size="small"
                />
              ),
            },
            {
              title: "处理中的导入",
              dataIndex: "pendingImports",
              align: "right",
              render: (pending?: number) => pending ?? "—",
            },
          ]}
        />
      </Card>
      {missing.length > 0 && (
        <Card title={`尚缺（${missing.length}）`}>
          <Table
            rowKey="item"
            size="middle"
            data-testid="cycle-missing"
            dataSource={missing}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            scroll={{ x: "max-content" }}
            columns={[
              { title: "项目", key: "item", render: (_, line) => line.title ?? line.item },
              {
                title: "评分部门",
                dataIndex: "departments",
                render: (departments?: string[]) => departments?.join("、") ?? "—",
              },
              { title: "尚缺", key: "missing", align: "right", render: (_, line) => `${line.missing} / ${line.expected}` },
            ]}
          />
        </Card>
      )}
    </>
  );
}
