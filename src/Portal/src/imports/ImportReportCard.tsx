import { DownloadOutlined } from "@ant-design/icons";
import { Alert, Button, Card, Flex, Progress, Skeleton, Statistic, Table } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { saveAs } from "../display/download";
import { none } from "../display/numbers";
import { paged } from "../display/paging";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { kindOf, kindTitle, type ServiceKind } from "./kinds";
import { useImport, type ServiceImport } from "./queries";
import {
  endedText,
  isUnderWay,
  mayBeUndone,
  outcomesOf,
  percentDone,
  problemsAsCsv,
  scopeOf,
  statusTitles,
  unusedText,
} from "./report";
import { UndoButton } from "./UndoButton";

export function ImportReportCard(props: { service: string; id: string; kinds: readonly ServiceKind[] }) {
  const report = useImport(props.service, props.id);
  const queries = useQueryClient();
  const ended = report.data && !isUnderWay(report.data);
  useEffect(() => {
    if (ended) {
      void queries.invalidateQueries({ queryKey: ["imports"] });
      void queries.invalidateQueries({ queryKey: ["cycles"] });
    }
  }, [ended, queries]);
  if (report.isPending) return <Skeleton active />;
  if (report.isError) return <LoadFailure error={report.error} retry={() => void report.refetch()} />;
  return <Report report={{ ...report.data, service: props.service }} kinds={props.kinds} />;
}

function Report({ report, kinds }: { report: ServiceImport; kinds: readonly ServiceKind[] }) {
  const title = kindTitle(kinds, report.kind);
  return (
    <Card
      title={`${title}：${report.fileName}`}
      data-testid="import-report"
      data-status={report.status}
      extra={
        <Flex gap="small" wrap>
          {report.problems.length > 0 && (
            <Button
              icon={<DownloadOutlined />}
              data-testid="download-problems"
              onClick={() =>
                saveAs(new Blob([problemsAsCsv(report)], { type: "text/csv" }), `${report.fileName}-问题.csv`)
              }
            >
              下载问题
            </Button>
          )}
          {mayBeUndone(report, kindOf(kinds, report)) && <UndoButton report={report} title={title} />}
        </Flex>
      }
    >
      <p className="quiet" data-testid="import-scope">
        用于：{scopeOf(report)}；文件：{report.fileName}；{report.uploadedBy} 于 {moment(report.uploadedAt)} 导入
        {report.reason !== null && `；理由：${report.reason}`}
      </p>
      {report.undone && (
        <Alert
          className="import-alert"
          type="info"
          showIcon
          data-testid="import-undone"
          title={`已撤销：${report.undone.by}，${moment(report.undone.at)}`}
          description={`理由：${report.undone.reason}`}
        />
      )}
      {report.unusedHeads.length > 0 && (
        <Alert className="import-alert" type="warning" showIcon title={unusedText(report.unusedHeads)} />
      )}
      {endedText(report) && (
        <Alert className="import-alert" type="info" showIcon title={endedText(report)} data-testid="import-ended" />
      )}
      {isUnderWay(report) && (
        <>
          <Progress percent={percentDone(report)} status="active" />
          <p className="quiet" aria-live="polite">
            {statusTitles[report.status]}
            {report.rows > 0 && `：已读 ${report.processed} / ${report.rows} 行，全部读完后一并生效`}
          </p>
        </>
      )}
      {report.error && (
        <Alert type="error" showIcon title="文件未被接受，没有导入任何一行" description={report.error.message} />
      )}
      {report.status === "completed" && (
        <Flex gap="large" wrap className="counts">
          <Statistic title="共" value={report.rows} suffix="行" />
          {outcomesOf(report).map((outcome) => (
            <Statistic
              key={outcome.code}
              title={outcome.title}
              value={outcome.count}
              data-testid={`count-${outcome.code}`}
            />
          ))}
          <Statistic title="问题" value={report.problemCount} data-testid="count-problems" />
        </Flex>
      )}
      {report.problems.length > 0 && (
        <>
          {report.problemCount > report.problems.length && (
            <p className="quiet">
              共 {report.problemCount} 条问题，列出前 {report.problems.length} 条。改正后重新导入整份文件即可。
            </p>
          )}
          <Table
            rowKey={(problem) => `${problem.line}-${problem.column}-${problem.code}`}
            size="small"
            dataSource={report.problems}
            pagination={paged(10)}
            scroll={{ x: "max-content" }}
            columns={[
              { title: "行", dataIndex: "line", width: 80 },
              { title: "列", dataIndex: "column", width: 140, render: (column?: string) => column ?? none },
              { title: "原因", dataIndex: "message" },
            ]}
          />
        </>
      )}
    </Card>
  );
}
