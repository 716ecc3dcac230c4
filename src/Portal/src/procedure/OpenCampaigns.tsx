import { Skeleton } from "antd";
import { useCampaigns } from "../campaigns/queries";
import { LoadFailure } from "../display/LoadFailure";

const words = {
  freeze: {
    head: "以下测评尚未截止，定稿后收到的答卷不计入：",
    after: "如需等答卷收齐，请先截止测评、重新核算，再定稿。",
  },
  final: {
    head: "以下测评尚未截止，签批后随即截止：",
    after: "截止后，已发放的测评链接全部失效，不能再提交或导入答卷，答卷与住户之间的对应关系永久销毁。",
  },
} as const;

/** Campaigns that are still open, and what the step does to them: said before it is taken. */
export function OpenCampaigns({ cycle, before }: { cycle: string; before: keyof typeof words }) {
  const campaigns = useCampaigns(cycle);
  const open = campaigns.data?.filter((campaign) => campaign.state === "open") ?? [];
  if (campaigns.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  if (campaigns.isError) {
    return (
      <LoadFailure
        title="无法确认是否还有测评尚未截止"
        error={campaigns.error}
        retry={() => void campaigns.refetch()}
      />
    );
  }
  return open.length === 0 ? (
    <p>测评均已截止。</p>
  ) : (
    <div data-testid="open-campaigns">
      <p>{words[before].head}</p>
      <ul className="places">
        {open.map((campaign) => (
          <li key={campaign.id}>
            {campaign.title}（已收到 {campaign.answered} 份）
          </li>
        ))}
      </ul>
      <p>{words[before].after}</p>
    </div>
  );
}
