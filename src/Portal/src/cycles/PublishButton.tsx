import { Button, Modal, Skeleton } from "antd";
import { useState } from "react";
import type { CycleProgress } from "../api/shapes";
import { useCampaigns } from "../campaigns/queries";
import { LoadFailure } from "../display/LoadFailure";
import { stillOpen } from "./stillOpen";

/** 公示, which is final: what is still open, and what will become of it, is said before. */
export function PublishButton(props: { progress: CycleProgress; busy: boolean; publish: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        type="primary"
        loading={props.busy}
        disabled={props.progress.calculation.outdated}
        data-testid="publish"
        onClick={() => setAsked(true)}
      >
        公示结果
      </Button>
      {asked && <Confirmation {...props} close={() => setAsked(false)} />}
    </>
  );
}

function Confirmation(props: {
  progress: CycleProgress;
  busy: boolean;
  publish: () => Promise<void>;
  close: () => void;
}) {
  const campaigns = useCampaigns(props.progress.id);
  const open = campaigns.data?.filter((campaign) => campaign.state === "open") ?? [];
  const others = stillOpen(props.progress);
  return (
    <Modal
      open
      title="公示考核结果？"
      okText="确认公示"
      // Before it is known what would be closed, nobody can agree to it.
      okButtonProps={{ "data-testid": "publish-confirm", disabled: !campaigns.isSuccess }}
      confirmLoading={props.busy}
      cancelText="再看看"
      onCancel={props.close}
      onOk={() => void props.publish().then(props.close)}
    >
      <p>公示即定案：</p>
      <ul className="places">
        <li>结果不再重新核算，此后报送的数据不计入本周期；</li>
        <li>绩效发放表随即按本结果生成；</li>
        <li>此操作不能撤回。</li>
      </ul>
      {campaigns.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {campaigns.isError && (
        <LoadFailure
          title="无法确认是否还有测评尚未截止，暂不能公示"
          error={campaigns.error}
          retry={() => void campaigns.refetch()}
        />
      )}
      {open.length > 0 && (
        <div data-testid="open-campaigns">
          <p>以下测评尚未截止，公示后随即截止：</p>
          <ul className="places">
            {open.map((campaign) => (
              <li key={campaign.id}>
                {campaign.title}（已收到 {campaign.answered} 份）
              </li>
            ))}
          </ul>
          <p>截止后，已发放的测评链接全部失效，不能再提交或导入答卷，答卷与住户之间的对应关系永久销毁。</p>
        </div>
      )}
      {others.length > 0 && (
        <div data-testid="still-missing">
          <p>以下数据尚不齐全，公示后不能再补：</p>
          <ul className="places">
            {others.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {campaigns.isSuccess && open.length === 0 && others.length === 0 && <p>测评均已截止，数据均已到齐。</p>}
    </Modal>
  );
}
