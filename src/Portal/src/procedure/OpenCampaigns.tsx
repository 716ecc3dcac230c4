import { Skeleton } from "antd";
import { useCampaigns } from "../campaigns/queries";
import { LoadFailure } from "../display/LoadFailure";

/** Campaigns that were passed when the result was frozen and are still open: that signing closes them is said before. */
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
    <p>测评均已截止。签批后不再收取测评材料，用于识别住户是否参加过测评的密钥永久销毁。</p>
  ) : (
    <div data-testid="open-campaigns">
      <p>以下测评定稿时经说明理由未截止，签批后随即截止：</p>
      <ul className="places">
        {open.map((campaign) => (
          <li key={campaign.id}>
            {campaign.title}（已收到 {campaign.answered} 份）
          </li>
        ))}
      </ul>
      <p>
        截止后，已发放的测评链接全部失效，不能再提交或补录答卷；答卷与住户之间的对应关系，以及用于识别住户是否参加过测评的密钥永久销毁。
      </p>
    </div>
  );
}
