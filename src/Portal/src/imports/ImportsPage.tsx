import { InboxOutlined } from "@ant-design/icons";
import { Alert, Card, Empty, Flex, Form, Select, Skeleton, Table, Tag, Typography, Upload } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { CyclePicker } from "../cycles/CyclePicker";
import { latest } from "../cycles/latest";
import { useCycles } from "../cycles/queries";
import { PageHead } from "../display/PageHead";
import { Trouble } from "../display/Trouble";
import { moment } from "../display/times";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { ImportReportCard } from "./ImportReportCard";
import { kindsFor, kindTitle } from "./kinds";
import { useImports, useUpload, type ServiceImport } from "./queries";
import { outcomesOf, statusTitles } from "./report";

export default function ImportsPage() {
  const me = useMe();
  const kinds = kindsFor(me.roles);
  const [search, setSearch] = useSearchParams();
  const cycles = useCycles();
  const cycle = search.get("cycle") ?? latest(cycles.data ?? [])?.id;
  const kind = kinds.find((known) => known.kind === search.get("kind")) ?? kinds[0]!;
  const [shown, setShown] = useState<{ service: string; id: string } | null>(null);
  const upload = useUpload();
  const lacksCycle = kind.ofCycle && !cycle;

  const choose = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });

  return (
    <>
      <PageHead
        title="数据导入"
        about="CSV（UTF-8 或 GB18030，自动识别）或 XLSX。有问题的行逐条说明原因，其余各行照常导入；同一文件重复导入不会重复计算。"
      />
      <div className="stack">
        <Card title="上传文件">
          <Form layout="vertical" className="import-form">
            <Flex gap="middle" wrap>
              <Form.Item label="数据种类" className="import-choice">
                <Select
                  aria-label="数据种类"
                  data-testid="import-kind"
                  value={kind.kind}
                  onChange={(value) => choose("kind", value)}
                  options={kinds.map((known) => ({ value: known.kind, label: known.title }))}
                />
              </Form.Item>
              {kind.ofCycle && (
                <Form.Item label="考核周期" className="import-choice">
                  {cycle ? (
                    <CyclePicker value={cycle} onChange={(value) => choose("cycle", value)} />
                  ) : (
                    <Typography.Text type="secondary">尚无考核周期</Typography.Text>
                  )}
                </Form.Item>
              )}
            </Flex>
            <p className="quiet import-columns">
              {kind.about}表头应有：<span className="code">{kind.columns}</span>
            </p>
          </Form>
          {lacksCycle && !cycles.isPending ? (
            <Alert
              type="info"
              showIcon
              title="这类数据属于某个考核周期"
              description={
                maySee("/cycles", me.roles) ? (
                  <>
                    请先在<Link to="/cycles">考核周期</Link>中建立周期。
                  </>
                ) : (
                  "请等待街镇管理员建立考核周期。"
                )
              }
            />
          ) : (
            <Upload.Dragger
              accept=".csv,.xlsx"
              maxCount={1}
              showUploadList={false}
              disabled={upload.isPending}
              beforeUpload={(file) => {
                upload
                  .mutateAsync({ kind, cycle, file })
                  .then((report) => setShown({ service: report.service, id: report.id }), () => setShown(null));
                return Upload.LIST_IGNORE;
              }}
              data-testid="import-file"
            >
              <p className="ant-upload-drag-icon">
                <InboxOutlined />
              </p>
              <p className="ant-upload-text">
                {upload.isPending ? "正在上传…" : `点击或拖入“${kind.title}”文件`}
              </p>
              <p className="ant-upload-hint">.csv 或 .xlsx，不超过 64 MB</p>
            </Upload.Dragger>
          )}
          {upload.isError && (
            <div style={{ marginTop: 16 }}>
              <Trouble error={upload.error} />
            </div>
          )}
        </Card>
        {shown && <ImportReportCard key={shown.id} service={shown.service} id={shown.id} />}
        <EarlierImports
          services={[...new Set(kinds.map((known) => known.service))]}
          first={kinds.length > 1 ? kinds[0]!.title : undefined}
          show={(report) => {
            setShown({ service: report.service, id: report.id });
            window.scrollTo({ top: 0, behavior: "smooth" });
          }}
        />
      </div>
    </>
  );
}

function EarlierImports(props: { services: readonly string[]; first: string | undefined; show: (report: ServiceImport) => void }) {
  const imports = useImports(props.services);
  return (
    <Card title="导入记录">
      {imports.error && <Trouble error={imports.error} retry={imports.retry} />}
      {imports.pending ? (
        <Skeleton active />
      ) : (
        <Table<ServiceImport>
          rowKey="id"
          size="middle"
          dataSource={imports.reports}
          scroll={{ x: "max-content" }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty description={props.first ? `还没有导入过数据。建议从“${props.first}”开始。` : "还没有导入过数据。"} /> }}
          columns={[
            { title: "种类", dataIndex: "kind", render: kindTitle },
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
              render: (status: string) => (
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
                  .join("，") || "—",
            },
            { title: "问题", dataIndex: "problemCount", align: "right" },
            { title: "导入人", dataIndex: "uploadedBy" },
            { title: "时间", dataIndex: "uploadedAt", render: moment },
          ]}
        />
      )}
    </Card>
  );
}
