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
                <span className="code">{name}</span>
                {column.title !== name && <div>{column.title}</div>}
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
      <p className="quiet import-note">首行为表头，列名须与上表一致，先后不限；缺少必备列的文件不予接受，其他列不读取。</p>
    </Card>
  );
}
