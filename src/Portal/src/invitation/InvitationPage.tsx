import { Alert, Button, Form, Skeleton } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { asProblem } from "../api/problem";
import type { Invitation } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { CodeForm } from "../secondFactor/CodeForm";
import { EntryCard } from "../session/EntryCard";
import { NewPasswordFields } from "../session/NewPasswordFields";
import { useSession } from "../session/session";
import { isTrouble, stepAfter, troubleTitle } from "../session/signInSteps";
import { useAcceptInvitation, useInvitation, useSignInAfterwards } from "./queries";
import "./invitation.css";

/** 邀请: where a person sets the password of an account. */
export default function InvitationPage() {
  const { token = "" } = useParams();
  const invitation = useInvitation(token);
  if (invitation.isPending) {
    return (
      <EntryCard title="邀请">
        <Skeleton active />
      </EntryCard>
    );
  }

  if (invitation.isError) {
    const problem = asProblem(invitation.error);
    return problem.status === 404 ? (
      <NotValid />
    ) : (
      <EntryCard title="邀请">
        <LoadFailure error={problem} retry={() => void invitation.refetch()} />
      </EntryCard>
    );
  }

  return <Accept token={token} invitation={invitation.data} />;
}

/** Used, void, expired or never made: nobody who holds a link learns which. */
function NotValid() {
  return (
    <EntryCard title="链接不能使用" about="邀请链接只能用一次，七天内有效。">
      <div className="stack" data-testid="invitation-not-valid">
        <Alert
          type="info"
          showIcon
          title="如果您已经设置过密码，请直接登录"
          description="如果还没有，链接可能已过期或复制不全，请联系本单位管理员重新邀请。"
        />
        <Link to="/sign-in">
          <Button type="primary" size="large" block>
            前往登录
          </Button>
        </Link>
      </div>
    </EntryCard>
  );
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const go = useNavigate();
  const session = useSession();
  const accept = useAcceptInvitation(token);
  const signIn = useSignInAfterwards();
  const [password, setPassword] = useState<string | null>(null);
  const enter = (shown: Parameters<typeof signIn.mutate>[0]) =>
    signIn.mutate(shown, { onSuccess: () => void go("/", { replace: true }) });

  if (accept.isError && asProblem(accept.error).status === 404) return <NotValid />;

  if (password !== null) {
    const refusal = signIn.isError ? asProblem(signIn.error) : null;
    const trouble = refusal && isTrouble(refusal) && <LoadFailure error={refusal} title={troubleTitle(refusal)} />;
    const credentials = { userName: invitation.userName, password };
    const asked = signIn.variables?.code || signIn.variables?.recoveryCode;
    if ((refusal && stepAfter(refusal, asked ? "factor" : "password") === "factor") || (!refusal && asked)) {
      return (
        <EntryCard title="动态口令" about="密码已设置。您的账号已绑定动态口令，请输入后登录。">
          {trouble}
          <CodeForm submit="登录" pending={signIn.isPending} onShown={(shown) => enter({ ...credentials, ...shown })} />
        </EntryCard>
      );
    }

    return (
      <EntryCard title="密码已设置" about={refusal ? "请登录。" : "正在登录……"}>
        <div className="stack">
          {refusal ? trouble : <Skeleton active />}
          <Link to="/sign-in">
            <Button type={refusal ? "primary" : "default"} size="large" block>
              前往登录
            </Button>
          </Link>
        </div>
      </EntryCard>
    );
  }

  return (
    <EntryCard title={`${invitation.displayName}，您好`} about="请为您的账号设置密码，今后用它登录。">
      <Form<{ next: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ next }) =>
          accept.mutate(next, {
            onSuccess: () => {
              setPassword(next);
              enter({ userName: invitation.userName, password: next });
            },
          })
        }
        data-testid="invitation-form"
      >
        {accept.isError && <LoadFailure error={accept.error} title="密码未能设置" />}
        {session.data && session.data.userName !== invitation.userName && (
          <Alert
            type="info"
            showIcon
            title={`本浏览器正以“${session.data.displayName}”登录，设置密码后将改为本账号。`}
          />
        )}
        <Form.Item label="用户名">
          <span className="entry-name" data-testid="invitation-user-name">
            {invitation.userName}
          </span>
          {/* For the browser's keeper of passwords. */}
          <input type="text" autoComplete="username" value={invitation.userName} readOnly hidden />
        </Form.Item>
        <NewPasswordFields userName={invitation.userName} label="密码" />
        {invitation.secondFactorRequired && (
          <p className="quiet">这个账号登录时还须输入动态口令，请备好手机上的认证器应用。</p>
        )}
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          block
          loading={accept.isPending}
          data-testid="accept-invitation"
        >
          设置密码并登录
        </Button>
      </Form>
    </EntryCard>
  );
}
