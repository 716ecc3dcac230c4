import { PlusOutlined } from "@ant-design/icons";
import { Button, Card, Empty, Segmented, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { CycleView } from "../api/shapes";
import { PageHead } from "../display/PageHead";
import { rowLink } from "../display/rowLink";
import { LoadFailure } from "../display/LoadFailure";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { cycleTitle } from "./cycleTitle";
import { isCalculated, isFinal, stateColour, stateTitle } from "./states";
import { OpenCycleDialog } from "./OpenCycleDialog";
import { useArchivedCycles, useCycles } from "./queries";

export default function CyclesPage() {
  const [archive, setArchive] = useState(false);
  const going = useCycles();
  const archived = useArchivedCycles(archive);
  const cycles = archive ? archived : going;
  const me = useMe();
  const go = useNavigate();
  const administrator = me.roles.includes("townshipAdministrator");
  const [opening, setOpening] = useState(false);
  const open = administrator && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)} data-testid="open-cycle">
      建立周期
    </Button>
  );
  return (
    <>
      <PageHead title="考核周期" about="一个方案在一个年度的一次考核：收集依据、核算、办理程序、发放。" actions={open} />
      <Segmented
        className="gap-below"
        aria-label="周期范围"
        value={archive ? "archived" : "going"}
        onChange={(value) => setArchive(value === "archived")}
        options={[
          { value: "going", label: "现行周期" },
          { value: "archived", label: <span data-testid="archived-cycles">已归档</span> },
        ]}
      />
      {cycles.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {cycles.isError && <LoadFailure error={cycles.error} retry={() => void cycles.refetch()} />}
      {cycles.data && (
        <Card>
          <Table<CycleView>
            rowKey="id"
            size="middle"
            dataSource={[...cycles.data].sort((a, b) => b.year - a.year)}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{
              emptyText: (
                <Empty
                  description={
                    archive
                      ? "还没有归档的考核周期。"
                      : administrator
                      ? "还没有考核周期。先在“数据导入”中导入居民区名册，再选择方案建立周期。"
                      : "还没有考核周期，请等待街镇管理员建立。"
                  }
                />
              ),
            }}
            onRow={(cycle) =>
              rowLink(() => void go(`/cycles/${cycle.id}`), { "data-testid": `cycle-row-${cycle.id}` })
            }
            columns={[
              {
                title: "周期",
                key: "title",
                render: (_, cycle) => <Link to={`/cycles/${cycle.id}`}>{cycleTitle(cycle)}</Link>,
              },
              {
                title: "状态",
                dataIndex: "state",
                render: (state: string, cycle) => (
                  <>
                    <Tag color={stateColour(state)}>{stateTitle(state)}</Tag>
                    {cycle.cancelledBecause && <span className="quiet">{cycle.cancelledBecause}</span>}
                  </>
                ),
              },
              {
                title: "",
                key: "links",
                align: "right",
                render: (_, cycle) => (
                  <>
                    {isCalculated(cycle.state) && maySee("/results", me.roles) && <Link to={`/results/${cycle.id}`}>结果</Link>}
                    {isFinal(cycle.state) && maySee("/payout", me.roles) && (
                      <Link to={`/payout/${cycle.id}`} style={{ marginLeft: 16 }}>
                        绩效发放
                      </Link>
                    )}
                  </>
                ),
              },
            ]}
          />
        </Card>
      )}
      {administrator && <OpenCycleDialog open={opening} close={() => setOpening(false)} />}
    </>
  );
}
