import { LockOutlined, UserOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Divider, Form, Input } from "antd";
import { useState } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { gateway } from "../api/clients";
import { asProblem } from "../api/problem";
import type { Credentials, PresentedFactor } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { useSignInOptions } from "../outsideProvider/queries";
import { CodeForm } from "../secondFactor/CodeForm";
import { EntryCard } from "./EntryCard";
import { returnAddress } from "./returnAddress";
import { useChangeSession, useSession } from "./session";
import { isTrouble, stepAfter, troubleTitle, type SignInStep } from "./signInSteps";

interface FirstFactor {
  userName: string;
  password: string;
}

export function SignInPage() {
  const [search] = useSearchParams();
  const session = useSession();
  const changeSession = useChangeSession();
  const [first, setFirst] = useState<FirstFactor>({ userName: "", password: "" });
  const [step, setStep] = useState<SignInStep>("password");
  const signIn = useMutation({
    // The password is kept no longer than this page.
    gcTime: 0,
    mutationFn: async (credentials: Credentials) =>
      (await gateway.POST("/api/accounts/sign-in", { body: credentials })).data!,
    onSuccess: changeSession,
    onError: (error) => setStep((before) => stepAfter(asProblem(error), before)),
  });

  if (session.data) return <Navigate to={returnAddress(search.get("from"))} replace />;

  const refused = signIn.isError && isTrouble(asProblem(signIn.error));
  const trouble = refused && <LoadFailure error={signIn.error} title={troubleTitle(asProblem(signIn.error))} />;

  if (step === "factor") {
    return (
      <EntryCard title="动态口令" about={`${first.userName}，密码正确，还需要一个动态口令。`}>
        {trouble}
        <CodeForm
          submit="登录"
          pending={signIn.isPending}
          onShown={(factor: PresentedFactor) => signIn.mutate({ ...first, ...factor })}
        />
        <Button
          type="link"
          block
          className="other-factor"
          onClick={() => {
            signIn.reset();
            setFirst({ userName: "", password: "" });
            setStep("password");
          }}
          data-testid="other-account"
        >
          换一个账号登录
        </Button>
      </EntryCard>
    );
  }

  return (
    <EntryCard title="基层考核平台" about="依方案计分，凭依据说话" hint={
        <>
          忘记密码请联系本单位管理员重新邀请。
          <br />
          <Link to="/signing-keys">验签公钥</Link>
        </>
      }
    >
      <Form<FirstFactor>
        layout="vertical"
        requiredMark={false}
        onFinish={(credentials) => {
          setFirst(credentials);
          signIn.mutate(credentials);
        }}
        data-testid="sign-in-form"
      >
        {trouble}
        {session.isError && !signIn.isError && (
          <LoadFailure error={session.error} retry={() => void session.refetch()} />
        )}
        <Form.Item name="userName" label="用户名" rules={[{ required: true, message: "请输入用户名" }]}>
          <Input
            size="large"
            prefix={<UserOutlined />}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            data-testid="sign-in-user-name"
          />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: "请输入密码" }]}>
          <Input.Password
            size="large"
            prefix={<LockOutlined />}
            autoComplete="current-password"
            data-testid="sign-in-password"
          />
        </Form.Item>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          block
          loading={signIn.isPending}
          data-testid="sign-in-submit"
        >
          登录
        </Button>
      </Form>
      <ProviderChoice />
    </EntryCard>
  );
}

/** 外部登录, where there is one. Whether there is must hold nobody up who signs in with a password. */
function ProviderChoice() {
  const options = useSignInOptions();
  if (!options.data?.provider) return null;
  return (
    <>
      <Divider plain>或</Divider>
      <Button size="large" block href="/api/accounts/sign-in/provider" data-testid="sign-in-provider">
        使用{options.data.provider}登录
      </Button>
    </>
  );
}
