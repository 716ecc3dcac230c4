import { Alert, Button, Card, Empty, Flex, Skeleton, Statistic, Table, Tag } from "antd";
import { useEffect } from "react";
import type { ImportPreview, PreviewRow } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { usePreview, useUpload, type ChosenFile, type ServiceImport } from "./queries";
import { endedText, outcomesOf, scopeOf, unusedText } from "./report";

/** 预览: how the chosen file would be read, before anything of it takes effect. */
export function PreviewCard(props: {
  chosen: ChosenFile;
  uploaded: (report: ServiceImport) => void;
  cancel: () => void;
}) {
  const { chosen } = props;
  const preview = usePreview();
  const upload = useUpload();
  const { mutate } = preview;
  useEffect(() => mutate(chosen), [mutate, chosen]);
  const ready = preview.data && !preview.data.error && preview.data.rows > 0;
  return (
    <Card title={`预览：${chosen.file.name}`} data-testid="import-preview" data-state={preview.status}>
      {preview.isPending && <Skeleton active />}
      {preview.isError && <LoadFailure error={preview.error} retry={() => mutate(chosen)} />}
      {preview.data && <Shown preview={preview.data} />}
      {upload.isError && (
        <div className="import-alert">
          <LoadFailure error={upload.error} />
        </div>
      )}
      <Flex gap="middle" wrap className="import-steps">
        <Button
          type="primary"
          disabled={!ready}
          loading={upload.isPending}
          data-testid="import-confirm"
          onClick={() => void upload.mutateAsync(chosen).then(props.uploaded, () => undefined)}
        >
          确认导入
        </Button>
        <Button disabled={upload.isPending} onClick={props.cancel} data-testid="import-cancel">
          重新选择
        </Button>
      </Flex>
    </Card>
  );
}

function Shown({ preview }: { preview: ImportPreview }) {
  return (
    <>
      {preview.error && (
        <Alert type="error" showIcon title="该文件不能导入" description={preview.error.message} data-testid="preview-error" />
      )}
      {preview.unusedHeads.length > 0 && (
        <Alert
          className="import-alert"
          type="warning"
          showIcon
          title={unusedText(preview.unusedHeads)}
          data-testid="preview-unused"
        />
      )}
      {endedText(preview) && (
        <Alert className="import-alert" type="info" showIcon title={endedText(preview)} data-testid="preview-ended" />
      )}
      {!preview.error && preview.rows === 0 && <Empty description="文件中没有数据行（未改动的示例行不计）。" />}
      {!preview.error && preview.rows > 0 && (
        <>
          <p className="quiet">
            用于：{scopeOf(preview)}。尚未导入；以下按目前的数据试读，有问题的行不会导入，其余照常导入。
          </p>
          <Flex gap="large" wrap className="counts">
            <Statistic title="共" value={preview.rows} suffix="行" data-testid="preview-rows" />
            {outcomesOf(preview)
              .filter((outcome) => ["accepted", "added", "updated", "unchanged", "late", "stillEnded"].includes(outcome.code))
              .map((outcome) => (
                <Statistic
                  key={outcome.code}
                  title={outcome.title}
                  value={outcome.count}
                  data-testid={`preview-${outcome.code}`}
                />
              ))}
            <Statistic title="问题" value={preview.refused} data-testid="preview-refused" />
          </Flex>
        </>
      )}
      {preview.heads.length > 0 && (
        <Flex gap="small" wrap className="import-heads" data-testid="preview-heads">
          {preview.heads.map((head) => (
            <Tag key={head.column}>{head.head === head.title ? head.title : `${head.head} → ${head.title}`}</Tag>
          ))}
        </Flex>
      )}
      {preview.firstRows.length > 0 && <FirstRows preview={preview} />}
    </>
  );
}

/** The first rows; a refused one with its cell marked and the reason behind it. */
function FirstRows({ preview }: { preview: ImportPreview }) {
  return (
    <Table<PreviewRow>
      rowKey="line"
      size="small"
      data-testid="preview-table"
      dataSource={preview.firstRows}
      pagination={false}
      scroll={{ x: "max-content" }}
      rowClassName={(row) => (row.problem ? "preview-refused" : "")}
      footer={
        preview.rows > preview.firstRows.length
          ? () => `共 ${preview.rows} 行，列出前 ${preview.firstRows.length} 行`
          : undefined
      }
      columns={[
        { title: "行", dataIndex: "line", width: 64, fixed: "left" },
        ...preview.heads.map((head, place) => ({
          title: head.title,
          key: head.column,
          render: (_: unknown, row: PreviewRow) => row.values[place],
          onCell: (row: PreviewRow) => (row.problem?.column === head.head ? { className: "preview-cell" } : {}),
        })),
        {
          title: "读取结果",
          key: "problem",
          className: "preview-reason",
          render: (_: unknown, row: PreviewRow) =>
            row.problem ? <span className="preview-problem">{row.problem.message}</span> : <Tag color="success">可导入</Tag>,
        },
      ]}
    />
  );
}
