import { LockOutlined, UserOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Typography } from "antd";
import { Navigate, useSearchParams } from "react-router";
import { gateway } from "../api/clients";
import { Emblem } from "../layout/Emblem";
import { Trouble } from "../display/Trouble";
import { returnAddress } from "./returnAddress";
import { useChangeSession, useSession } from "./session";

interface Credentials {
  userName: string;
  password: string;
}

export function SignInPage() {
  const [search] = useSearchParams();
  const session = useSession();
  const changeSession = useChangeSession();
  const signIn = useMutation({
    mutationFn: async (credentials: Credentials) => {
      const { data } = await gateway.POST("/api/accounts/sign-in", { body: credentials });
      return data!;
    },
    onSuccess: changeSession,
  });

  if (session.data) return <Navigate to={returnAddress(search.get("from"))} replace />;

  return (
    <main className="sign-in">
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <Emblem size={44} />
        <Typography.Title level={1} id="sign-in-title">
          基层考核平台
        </Typography.Title>
        <p className="sign-in-about">依方案计分，凭依据说话</p>
        <Form<Credentials>
          layout="vertical"
          requiredMark={false}
          onFinish={(credentials) => signIn.mutate(credentials)}
          data-testid="sign-in-form"
        >
          {signIn.isError && <Trouble error={signIn.error} title="未能登录" />}
          {session.isError && !signIn.isError && (
            <Trouble error={session.error} retry={() => void session.refetch()} />
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
        <p className="sign-in-hint">忘记密码请联系本单位管理员重新邀请。</p>
      </section>
    </main>
  );
}
