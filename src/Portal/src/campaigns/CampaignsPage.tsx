import { Card, Empty, Skeleton, Table, Tag } from "antd";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Campaign, CycleView } from "../api/shapes";
import { CyclePicker, WithCycle } from "../cycles/CyclePicker";
import { PageHead } from "../display/PageHead";
import { rowLink } from "../display/rowLink";
import { moment } from "../display/times";
import { LoadFailure } from "../display/LoadFailure";
import { CampaignCoverage } from "./CampaignCoverage";
import { useCampaigns } from "./queries";
import { channelWord, waveWord } from "./words";

export default function CampaignsPage() {
  return <WithCycle wanted={useParams()["cycle"]}>{(cycle) => <CampaignsOf cycle={cycle} />}</WithCycle>;
}

function CampaignsOf({ cycle }: { cycle: CycleView }) {
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const campaigns = useCampaigns(cycle.id);
  const chosen = campaigns.data?.find((campaign) => campaign.id === search.get("campaign")) ?? campaigns.data?.[0];
  return (
    <>
      <PageHead
        title="满意度测评"
        about="每户在一次测评中只计一份答卷；答卷不记名，只用于计算居民区的满意度。"
        actions={<CyclePicker value={cycle.id} onChange={(id) => void go(`/campaigns/${id}`)} />}
      />
      {campaigns.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {campaigns.isError && <LoadFailure error={campaigns.error} retry={() => void campaigns.refetch()} />}
      {campaigns.data && (
        <div className="stack">
          <Card>
            <Campaigns
              campaigns={campaigns.data}
              chosen={chosen?.id}
              choose={(id) => setSearch({ campaign: id }, { replace: true })}
            />
          </Card>
          {chosen && <CampaignCoverage key={chosen.id} campaign={chosen} cycle={cycle} />}
        </div>
      )}
    </>
  );
}

function Campaigns(props: {
  campaigns: readonly Campaign[];
  chosen: string | undefined;
  choose: (campaign: string) => void;
}) {
  return (
    <Table<Campaign>
      rowKey="id"
      size="middle"
      data-testid="campaigns-table"
      dataSource={[...props.campaigns]}
      pagination={false}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Empty description="本周期的方案没有满意度测评，或测评尚未建立。" /> }}
      rowSelection={{
        type: "radio",
        selectedRowKeys: props.chosen ? [props.chosen] : [],
        onChange: ([id]) => props.choose(String(id)),
        getCheckboxProps: (campaign) => ({ "aria-label": campaign.title }),
      }}
      onRow={(campaign) =>
        rowLink(() => props.choose(campaign.id), {
          "data-testid": `campaign-row-${campaign.id}`,
          "data-state": campaign.state,
        })
      }
      columns={[
        { title: "测评", dataIndex: "title" },
        { title: "方式", dataIndex: "channel", render: channelWord },
        { title: "时段", dataIndex: "wave", render: waveWord },
        {
          title: "已参评",
          dataIndex: "answered",
          align: "right",
          render: (answered: number) => `${answered} 户`,
        },
        {
          title: "状态",
          dataIndex: "state",
          render: (_, campaign) =>
            campaign.state === "open" ? (
              <Tag color="processing">进行中</Tag>
            ) : (
              <>
                <Tag>已截止</Tag>{" "}
                <span className="quiet">{moment(campaign.closedAt)}</span>
              </>
            ),
        },
      ]}
    />
  );
}
