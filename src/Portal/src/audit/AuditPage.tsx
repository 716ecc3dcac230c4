import { DownloadOutlined } from "@ant-design/icons";
import { Alert, Button, Card, Empty, Flex, Skeleton } from "antd";
import dayjs from "dayjs";
import { useSearchParams } from "react-router";
import { asProblem } from "../api/problem";
import { serviceNames } from "../api/services";
import { LoadFailure } from "../display/LoadFailure";
import { PageHead } from "../display/PageHead";
import { useMe } from "../session/session";
import { AuditFilters } from "./AuditFilters";
import { AuditTable } from "./AuditTable";
import { filterOf, isFiltered } from "./filter";
import { merged } from "./merge";
import { logsOf, useAudit, useExport } from "./queries";
import { servicesFor } from "./words";
import "./audit.css";

/** 审计: who did what, when and why, of all services in one list. */
export default function AuditPage() {
  const me = useMe();
  const [search] = useSearchParams();
  const own = servicesFor(me.roles);
  const filter = filterOf(search);
  const asked = filter.service && own.includes(filter.service) ? [filter.service] : own;
  const audit = useAudit(asked, filter);
  const exporting = useExport(own);
  const rounds = audit.data?.pages ?? [];
  const missing = [...new Map(rounds.flatMap((round) => round.failed).map((one) => [one.service, one])).values()];
  const lines = merged(logsOf(rounds));
  return (
    <>
      <PageHead
        title="审计"
        about="各项变动、决定和导出的记录，只增不改，按时间汇总。"
        actions={
          <Button
            icon={<DownloadOutlined />}
            loading={exporting.isPending}
            onClick={() => exporting.mutate(`审计记录-${dayjs().format("YYYY-MM-DD")}.ndjson`)}
            data-testid="audit-export"
          >
            导出
          </Button>
        }
      />
      <div className="stack">
        <Card>
          <AuditFilters filter={filter} own={own} />
          {missing.length > 0 && (
            <Alert
              className="audit-missing"
              type="warning"
              showIcon
              role="alert"
              data-testid="audit-missing"
              title={`以下记录暂时取不到：${missing.map((one) => serviceNames[one.service]).join("、")}`}
              description={asProblem(missing[0]!.error).detail}
              action={
                <Button size="small" onClick={() => void audit.refetch()}>
                  重试
                </Button>
              }
            />
          )}
          {audit.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
          {audit.isError && <LoadFailure error={audit.error} retry={() => void audit.refetch()} />}
          {audit.data && lines.length === 0 && (
            <Empty description={isFiltered(filter) ? "没有符合条件的记录。" : "还没有记录。"} />
          )}
          {audit.data && lines.length > 0 && (
            <>
              <AuditTable lines={lines} loading={audit.isPlaceholderData} />
              <Flex justify="center" className="audit-more">
                {audit.hasNextPage ? (
                  <Button
                    loading={audit.isFetchingNextPage}
                    onClick={() => void audit.fetchNextPage()}
                    data-testid="audit-more"
                  >
                    更早的记录
                  </Button>
                ) : (
                  <span className="quiet">已到最早的记录</span>
                )}
              </Flex>
            </>
          )}
        </Card>
      </div>
    </>
  );
}
