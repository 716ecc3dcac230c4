import { Empty, Skeleton, Table } from "antd";
import { useState } from "react";
import type { AccountLogLine } from "../api/shapes";
import { pagedByService } from "../display/paging";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { detailsText, eventWords } from "./logWords";
import { useAccountLog } from "./queries";

/** 账号变动记录 */
export function AccountLog({ userName }: { userName: string }) {
  const [page, setPage] = useState(1);
  const log = useAccountLog(userName, page);
  if (log.isPending) return <Skeleton active />;
  if (log.isError) return <LoadFailure error={log.error} retry={() => void log.refetch()} />;
  return (
    <Table<AccountLogLine>
      rowKey={(line) => `${line.at} ${line.event}`}
      size="middle"
      data-testid="account-log"
      dataSource={log.data.items}
      loading={log.isPlaceholderData}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Empty description="还没有变动。" /> }}
      pagination={pagedByService({ ...log.data, page, unit: "条", turn: setPage })}
      columns={[
        { title: "时间", dataIndex: "at", render: moment },
        { title: "变动", dataIndex: "event", render: (event: AccountLogLine["event"]) => eventWords[event] },
        { title: "说明", key: "details", render: (_, line) => detailsText(line) },
        { title: "操作人", dataIndex: "by", render: (by: string | null) => by ?? "系统" },
      ]}
    />
  );
}
