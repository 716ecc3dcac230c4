import { Alert, Button, Card, Empty, Flex, Skeleton, Statistic, Table } from "antd";
import { useState } from "react";
import type { AreaCoverage, Campaign, CycleView } from "../api/shapes";
import { isCalculated } from "../cycles/states";
import { compareNumbers, compareTexts } from "../display/compare";
import { none, points } from "../display/numbers";
import { LoadFailure } from "../display/LoadFailure";
import { useResults } from "../results/queries";
import { maySee } from "../session/roles";
import { useMe } from "../session/session";
import { CloseCampaignButton } from "./CloseCampaignButton";
import { totalOf, unmetByArea } from "./coverage";
import { IssueLinksDialog } from "./IssueLinksDialog";
import { useCoverage } from "./queries";
import "./campaignCoverage.css";

/** 参评情况 of one campaign, and what can be done with it. */
export function CampaignCoverage({ campaign, cycle }: { campaign: Campaign; cycle: CycleView }) {
  const open = campaign.state === "open";
  const coverage = useCoverage(campaign.id, open);
  const calculated = isCalculated(cycle.state);
  const me = useMe();
  // Whoever carries out a campaign does not see what comes of it, and only the administrator changes it.
  const results = useResults(cycle.id, calculated && maySee("/results", me.roles));
  const administrator = me.roles.includes("townshipAdministrator");
  const [issuing, setIssuing] = useState(false);
  return (
    <Card
      className="campaign"
      title={campaign.title}
      extra={
        open &&
        administrator && (
          <Flex gap="small" wrap>
            <Button
              type="primary"
              disabled={!coverage.data}
              onClick={() => setIssuing(true)}
              data-testid="issue-links"
            >
              发放测评链接
            </Button>
            <CloseCampaignButton campaign={campaign} />
          </Flex>
        )
      }
    >
      {coverage.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {coverage.isError && <LoadFailure error={coverage.error} retry={() => void coverage.refetch()} />}
      {coverage.data && (
        <>
          <Figures areas={coverage.data.areas} />
          {results.isError && <LoadFailure error={results.error} title="未能取得核算结果" />}
          {results.data?.outdated && (
            <Alert
              className="table-tools"
              type="info"
              showIcon
              title="核算之后数据又有变化，“方案要求”一栏以上次核算为准。"
            />
          )}
          <Coverage
            areas={coverage.data.areas}
            party={campaign.channel === "meeting" || coverage.data.areas.some((area) => area.partyMembers > 0)}
            unmet={results.data && unmetByArea(results.data.findings, campaign)}
          />
          <IssueLinksDialog
            campaign={campaign}
            areas={coverage.data.areas}
            open={issuing}
            close={() => setIssuing(false)}
          />
        </>
      )}
    </Card>
  );
}

function Figures({ areas }: { areas: readonly AreaCoverage[] }) {
  const total = totalOf(areas);
  return (
    <Flex gap="large" wrap className="counts">
      <Statistic title="已参评" value={total.answered} suffix="户" />
      <Statistic
        title="占总户数"
        value={total.households === 0 ? none : points((100 * total.answered) / total.households)}
        suffix={total.households === 0 ? "" : "%"}
      />
      <Statistic title="已有答卷的居民区" value={`${total.reached} / ${areas.length}`} />
      {total.partyMembers > 0 && <Statistic title="参评党员" value={total.partyMembers} suffix="人" />}
    </Flex>
  );
}

function Coverage(props: {
  areas: readonly AreaCoverage[];
  party: boolean;
  unmet: ReadonlyMap<string, readonly string[]> | undefined;
}) {
  const { unmet } = props;
  return (
    <Table<AreaCoverage>
      rowKey="area"
      size="middle"
      data-testid="coverage-table"
      dataSource={[...props.areas]}
      pagination={false}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Empty description="还没有居民区名册，请先在“数据导入”中导入。" /> }}
      onRow={(area) => ({ "data-testid": `coverage-row-${area.area}` }) as object}
      columns={[
        {
          title: "居民区",
          dataIndex: "name",
          fixed: "left",
          sorter: (a, b) => compareTexts(a.name, b.name),
        },
        { title: "总户数", dataIndex: "households", align: "right", sorter: (a, b) => a.households - b.households },
        { title: "已参评", dataIndex: "answered", align: "right", sorter: (a, b) => a.answered - b.answered },
        {
          title: "占比",
          dataIndex: "share",
          align: "right",
          sorter: (a, b, order) => compareNumbers(a.share, b.share, order),
          render: (share: number | null) => (share === null ? none : `${points(share)}%`),
        },
        ...(props.party
          ? [
              {
                title: "参评党员 / 党员总数",
                key: "party",
                align: "right" as const,
                sorter: (a: AreaCoverage, b: AreaCoverage) => a.partyMembers - b.partyMembers,
                render: (_: unknown, area: AreaCoverage) => `${area.partyMembers} / ${area.allPartyMembers}`,
              },
            ]
          : []),
        ...(unmet
          ? [
              {
                title: "方案要求",
                key: "unmet",
                filters: [{ text: "未达到", value: "unmet" }],
                onFilter: (_: unknown, area: AreaCoverage) => unmet.has(area.area),
                render: (_: unknown, area: AreaCoverage) => (
                  <Requirement unmet={unmet.get(area.area) ?? []} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** A scheme may ask nothing of a campaign, so that nothing found is not the same as met. */
function Requirement({ unmet }: { unmet: readonly string[] }) {
  return unmet.length === 0 ? (
    <span className="quiet">无不足</span>
  ) : (
    <>
      {unmet.map((message) => (
        <div key={message} className="unmet">
          {message}
        </div>
      ))}
    </>
  );
}
