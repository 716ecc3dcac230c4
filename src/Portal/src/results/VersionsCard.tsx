import { Card, Empty, Skeleton, Table, Tag } from "antd";
import { Link } from "react-router";
import type { ResultVersion } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { none } from "../display/numbers";
import { moment } from "../display/times";
import { useVersions } from "./queries";
import { causeWords, standsAs } from "./versions";

/** 结果版本: every result from the pinned one on, and why there is another. */
export function VersionsCard({ cycle }: { cycle: string }) {
  const versions = useVersions(cycle, true);
  return (
    <Card title="结果版本" className="versions">
      {versions.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {versions.isError && <LoadFailure error={versions.error} retry={() => void versions.refetch()} />}
      {versions.data && (
        <Table<ResultVersion>
          rowKey="number"
          size="middle"
          data-testid="versions"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={versions.data}
          locale={{ emptyText: <Empty description="定稿以后才有版本记录" /> }}
          onRow={(row) => ({ "data-testid": `version-${row.number}` }) as object}
          columns={[
            {
              title: "结果",
              render: (_, row) => <Link to={`/results/${cycle}/versions/${row.number}`}>第 {row.number} 次</Link>,
            },
            { title: "缘由", render: (_, row) => causeWords[row.cause] },
            {
              title: "效力",
              render: (_, row) => {
                const stands = standsAs(row, versions.data);
                return stands ? <Tag color={stands.colour}>{stands.title}</Tag> : none;
              },
            },
            { title: "理由", className: "version-reason", render: (_, row) => row.reason ?? none },
            { title: "时间", render: (_, row) => moment(row.at) },
            { title: "办理人", dataIndex: "by" },
          ]}
        />
      )}
    </Card>
  );
}
