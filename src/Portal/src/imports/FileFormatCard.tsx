import { Card, Table, Tag } from "antd";
import type { ImportColumn, ImportKind } from "../api/shapes";

/** 文件格式: the columns that a file of the kind has, and what is written in them. */
export function FileFormatCard({ kind }: { kind: ImportKind }) {
  return (
    <Card title={`文件格式：${kind.title}`}>
      <Table<ImportColumn>
        rowKey="name"
        size="small"
        data-testid="import-columns"
        dataSource={kind.columns}
        pagination={false}
        columns={[
          {
            title: "列",
            dataIndex: "name",
            className: "import-column",
            render: (name: string, column) => (
              <>
                {column.title !== name && <div>{column.title}</div>}
                <span className="code">{name}</span>
              </>
            ),
          },
          {
            title: "要求",
            dataIndex: "required",
            render: (required: boolean) => (required ? <Tag color="processing">必备</Tag> : <Tag>按需</Tag>),
          },
          { title: "填写内容", dataIndex: "content" },
        ]}
      />
      <p className="quiet import-note">首行为表头，写上表的中文名、英文名或常用的别名均可，先后不限；缺少必备列的文件不予接受，其他列不读取，预览时列出。</p>
    </Card>
  );
}
