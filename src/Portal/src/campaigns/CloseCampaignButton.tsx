import { App, Button } from "antd";
import type { Campaign } from "../api/shapes";
import { useProblem } from "../display/useProblem";
import { useCloseCampaign } from "./queries";

/** 测评截止, for good; so it says first what it means. */
export function CloseCampaignButton({ campaign }: { campaign: Campaign }) {
  const { message, modal } = App.useApp();
  const problem = useProblem();
  const closing = useCloseCampaign(campaign.id);
  const close = () =>
    closing.mutateAsync().then(
      // Not handed back: the dialog would wait until the message is gone.
      () => void message.success(`“${campaign.title}”已截止`),
      problem.showDialog,
    );
  return (
    <Button
      danger
      loading={closing.isPending}
      data-testid="close-campaign"
      onClick={() =>
        void modal.confirm({
          title: `截止“${campaign.title}”？`,
          content: (
            <>
              <p>截止后：</p>
              <ul className="places">
                <li>已发放的测评链接全部失效，居民不能再提交；</li>
                <li>测评机构不能再导入答卷；街镇管理员在考核结果生效前可以注明理由补录，只计尚未参加本次测评的住户；</li>
                <li>答卷与住户之间的对应关系永久销毁，任何人都无法再查到哪一户如何作答；</li>
                <li>此操作不能撤回。</li>
              </ul>
            </>
          ),
          okText: "确认截止",
          okButtonProps: { danger: true, "data-testid": "close-campaign-confirm" },
          cancelText: "再等等",
          onOk: close,
        })
      }
    >
      测评截止
    </Button>
  );
}
