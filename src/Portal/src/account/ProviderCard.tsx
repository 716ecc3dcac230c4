import { App, Button, Card, Popconfirm, Tag } from "antd";
import { useProblem } from "../display/useProblem";
import { useSignInOptions, useUnlinkProvider } from "../outsideProvider/queries";
import { useMe } from "../session/session";

/** 外部登录, where the platform has one, or the account is still linked with one. */
export function ProviderCard() {
  const me = useMe();
  const provider = useSignInOptions().data?.provider;
  const unlink = useUnlinkProvider();
  const { message } = App.useApp();
  const problem = useProblem();
  if (!provider && !me.providerLinked) return null;
  const name = provider ?? "外部登录";
  return (
    <Card
      title={name}
      data-testid="provider"
      extra={<Tag color={me.providerLinked ? "success" : "default"}>{me.providerLinked ? "已关联" : "未关联"}</Tag>}
    >
      <p>关联后可以用{name}的身份登录本账号；用户名和密码仍然可用。</p>
      {me.providerLinked ? (
        <Popconfirm
          title="解除关联？"
          description={`今后不能再用${name}登录本账号。`}
          okText="解除"
          onConfirm={() =>
            void unlink.mutateAsync().then(
              () => void message.success("已解除关联"),
              problem.showMessage,
            )
          }
        >
          <Button danger loading={unlink.isPending} data-testid="unlink-provider">
            解除关联
          </Button>
        </Popconfirm>
      ) : (
        <Button type="primary" href="/api/accounts/me/provider/link" data-testid="link-provider">
          前往{name}关联
        </Button>
      )}
    </Card>
  );
}
