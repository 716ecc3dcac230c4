import { Skeleton } from "antd";
import { useCampaigns } from "../campaigns/queries";
import { LoadFailure } from "../display/LoadFailure";

/** What the final result closes: said before somebody signs it. */
export function OpenCampaigns({ cycle }: { cycle: string }) {
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
      <p>以下测评尚未截止，签批后随即截止：</p>
      <ul className="places">
        {open.map((campaign) => (
          <li key={campaign.id}>
            {campaign.title}（已收到 {campaign.answered} 份）
          </li>
        ))}
      </ul>
      <p>截止后，已发放的测评链接全部失效，不能再提交或导入答卷，答卷与住户之间的对应关系永久销毁。</p>
    </div>
  );
}
