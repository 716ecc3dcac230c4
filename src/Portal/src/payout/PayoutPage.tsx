import { Button, Card, Drawer, Empty, Flex, Input, Skeleton, Statistic, Table, Tabs } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { CycleView, PayoutLine, PayoutSheet } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { cycleTitle } from "../cycles/cycleTitle";
import { isFinal } from "../cycles/states";
import { compareNumbers, compareTexts } from "../display/compare";
import { DownloadButton } from "../display/DownloadButton";
import { money, none } from "../display/numbers";
import { PageHead } from "../display/PageHead";
import { paged } from "../display/paging";
import { rowLink } from "../display/rowLink";
import { LoadFailure } from "../display/LoadFailure";
import { ExplanationTree } from "../results/ExplanationTree";
import { choices } from "../results/rows";
import { useMe } from "../session/session";
import { useSheet } from "./queries";
import { totalsByArea, type AreaTotal } from "./totals";
import { Undecided } from "./Undecided";

export default function PayoutPage() {
  return (
    <WithCycle wanted={useParams()["cycle"]} fits={(cycle) => isFinal(cycle.state)}>
      {(cycle) => <SheetOf cycle={cycle} />}
    </WithCycle>
  );
}

function SheetOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const me = useMe();
  const final = isFinal(cycle.state);
  const sheet = useSheet(cycle.id, final);
  return (
    <>
      <PageHead
        title="绩效发放"
        about="结果生效后按方案逐人核算；点击姓名查看金额由来。"
        actions={
          <>
            <CyclePicker value={cycle.id} onChange={(id) => void go(`/payout/${id}`)} />
            <DownloadButton
              address={`/api/payout/sheets/${cycle.id}/sheet.xlsx`}
              fileName={`${cycleTitle(cycle)} 绩效发放表.xlsx`}
              testId="download-payout"
              disabled={!sheet.data}
            >
              下载表格
            </DownloadButton>
          </>
        }
      />
      {!final && (
        <Empty description="考核结果生效后才会生成绩效发放表。">
          {me.roles.includes("townshipAdministrator") && (
            <Link to={`/cycles/${cycle.id}`}>
              <Button type="primary">查看进度</Button>
            </Link>
          )}
        </Empty>
      )}
      {final && sheet.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {sheet.data === null && <Empty description="发放表正在生成，稍候自动显示。" />}
      {sheet.isError && <LoadFailure error={sheet.error} retry={() => void sheet.refetch()} />}
      {sheet.data && <Sheet sheet={sheet.data} />}
    </>
  );
}

function Sheet({ sheet }: { sheet: PayoutSheet }) {
  const totals = totalsByArea(sheet.lines);
  const undecided = sheet.lines.filter((line) => line.amount === null).length;
  return (
    <div className="stack">
      <Card>
        <Flex gap="large" wrap className="counts">
          <Statistic title="合计" value={money(sheet.total)} data-testid="payout-total" />
          <Statistic title="人员" value={sheet.lines.length} suffix="人" />
          <Statistic title="涉及单位" value={totals.length} suffix="个" />
          {undecided > 0 && <Statistic title="金额待定" value={undecided} suffix="人" />}
        </Flex>
      </Card>
      <Undecided lines={sheet.lines} />
      <Card>
        <Tabs
          items={[
            { key: "lines", label: "按人", children: <Lines lines={sheet.lines} /> },
            { key: "areas", label: "按单位", children: <AreaTotals totals={totals} /> },
          ]}
        />
      </Card>
    </div>
  );
}

function Lines({ lines }: { lines: readonly PayoutLine[] }) {
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState<PayoutLine | null>(null);
  const wanted = search.trim().toLowerCase();
  const found = lines.filter((line) => `${line.name} ${line.person}`.toLowerCase().includes(wanted));
  return (
    <>
      <Input.Search
        allowClear
        className="table-tools"
        placeholder="按姓名或编号查找"
        aria-label="按姓名或编号查找"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        style={{ maxWidth: 280 }}
      />
      <Table<PayoutLine>
        rowKey="person"
        size="middle"
        data-testid="payout-table"
        dataSource={found}
        scroll={{ x: "max-content" }}
        pagination={paged(50)}
        locale={{ emptyText: <Empty description={search ? "没有符合条件的人员" : "没有应发人员"} /> }}
        onRow={(line) => rowLink(() => setShown(line), { "data-testid": `payout-row-${line.person}` })}
        columns={[
          {
            title: "姓名",
            dataIndex: "name",
            fixed: "left",
            sorter: (a, b) => compareTexts(a.name, b.name),
            render: (name: string, line) => (
              <Button type="link" className="cell-link">
                {name || line.person}
              </Button>
            ),
          },
          {
            title: "单位",
            dataIndex: "areaName",
            filters: choices(lines, (line) => line.areaName),
            filterSearch: true,
            onFilter: (area, line) => line.areaName === area,
            sorter: (a, b) => compareTexts(a.areaName, b.areaName),
          },
          {
            title: "岗位",
            dataIndex: "post",
            render: (_: string, line) => postOf(line),
            filters: choices(lines, postOf),
            onFilter: (post, line) => postOf(line) === post,
          },
          {
            title: "发放对象",
            dataIndex: "role",
            filters: choices(lines, (line) => line.role),
            onFilter: (role, line) => line.role === role,
            render: (role: string | null) => role ?? none,
          },
          ...(lines.some((line) => line.tier)
            ? [{ title: "档次", dataIndex: "tier", render: (tier: string | null) => tier ?? none }]
            : []),
          {
            title: "金额",
            dataIndex: "amount",
            align: "right",
            sorter: (a, b, order) => compareNumbers(a.amount, b.amount, order),
            render: (amount: number | null, line) =>
              amount === null ? <span className="quiet">{line.reason ?? "待定"}</span> : money(amount),
          },
        ]}
      />
      <Drawer
        title={shown ? `${shown.name} · ${shown.areaName} · ${postOf(shown)}` : ""}
        open={shown !== null}
        onClose={() => setShown(null)}
        size="min(640px, 100vw)"
        destroyOnHidden
      >
        {shown && (
          <div className="stack" data-testid="payout-explanation">
            <Statistic title="金额" value={shown.amount === null ? (shown.reason ?? "待定") : money(shown.amount)} />
            <ExplanationTree root={shown.explanation} openDepth={99} />
          </div>
        )}
      </Drawer>
    </>
  );
}

/** 岗位; one that the scheme does not name is shown as it came. */
const postOf = (line: PayoutLine): string => line.postTitle ?? line.post;

function AreaTotals({ totals }: { totals: AreaTotal[] }) {
  return (
    <Table<AreaTotal>
      rowKey="area"
      size="middle"
      data-testid="payout-areas"
      dataSource={totals}
      scroll={{ x: "max-content" }}
      pagination={false}
      columns={[
        { title: "单位", dataIndex: "areaName", sorter: (a, b) => compareTexts(a.areaName, b.areaName) },
        { title: "人数", dataIndex: "persons", align: "right", sorter: (a, b) => a.persons - b.persons },
        { title: "待定", dataIndex: "undecided", align: "right" },
        {
          title: "金额",
          dataIndex: "amount",
          align: "right",
          sorter: (a, b) => a.amount - b.amount,
          render: money,
        },
      ]}
    />
  );
}
