import { Card, Empty, Input, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import type { Quota, Standing } from "../api/shapes";
import { points, rank } from "../display/numbers";
import { LoadFailure } from "../display/LoadFailure";
import { paged } from "../display/paging";
import { useStandings } from "./queries";
import { placeOf } from "./words";

/** Calculated, proposed and what stands, side by side, with the quotas. */
export function StandingsCard({ cycle }: { cycle: string }) {
  const standings = useStandings(cycle, true);
  const [search, setSearch] = useState("");
  if (standings.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (standings.isError) return <LoadFailure error={standings.error} retry={() => void standings.refetch()} />;
  const found = standings.data.standings
    .filter((one) => one.name.includes(search) || one.areaName.includes(search) || one.subject === search)
    .sort(byKindAndRank);
  return (
    <Card title="计算、拟定和决定" data-testid="standings">
      {standings.data.quotas.length > 0 && <Quotas quotas={standings.data.quotas} />}
      <Input.Search
        allowClear
        className="table-tools"
        placeholder="按名称查找"
        aria-label="按名称查找"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        style={{ maxWidth: 280 }}
      />
      <Table<Standing>
        rowKey="subject"
        size="middle"
        scroll={{ x: "max-content" }}
        pagination={paged(50)}
        dataSource={found}
        onRow={(row) => ({ "data-testid": `standing-${row.subject}` }) as object}
        locale={{ emptyText: <Empty description="没有符合条件的对象" /> }}
        columns={[
          {
            title: "对象",
            render: (_, row) => (row.area === row.subject ? row.name : `${row.name}（${row.areaName}）`),
          },
          { title: "总分", align: "right", render: (_, row) => points(row.total) },
          { title: "名次", align: "right", render: (_, row) => rank(row.rank) },
          { title: "计算", render: (_, row) => placeOf(row.calculated, row.calculatedTier) },
          {
            title: "拟定",
            render: (_, row) =>
              row.proposed ? (
                <span title={row.proposed.reason}>
                  <Tag color="gold">{placeOf(row.proposed.grade, row.proposed.tier)}</Tag>
                </span>
              ) : (
                placeOf(row.calculated, row.calculatedTier)
              ),
          },
          {
            title: "现为",
            render: (_, row) => <strong>{placeOf(row.grade, row.tier)}</strong>,
          },
        ]}
      />
    </Card>
  );
}

/** Areas first, then class by class, the best first. */
const byKindAndRank = (a: Standing, b: Standing) =>
  Number(b.kind === "areas") - Number(a.kind === "areas") ||
  a.kind.localeCompare(b.kind) ||
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
  a.subject.localeCompare(b.subject);

function Quotas({ quotas }: { quotas: readonly Quota[] }) {
  return (
    <details className="gap-below" open={quotas.length <= 8}>
      <summary>名额（{quotas.length}）</summary>
      <ul className="quotas">
        {quotas.map((quota) => (
          <li key={`${quota.among}${quota.within}${quota.grade}`}>
            {quota.among}
            {quota.within && `（${quota.within}）`} {quota.grade}：{quota.holders} / {quota.places}
            <Tag>{quota.limit === "hard" ? "不得超过" : "原则上不超过"}</Tag>
            {quota.message !== null && <Tag color="error">超出</Tag>}
          </li>
        ))}
      </ul>
    </details>
  );
}
