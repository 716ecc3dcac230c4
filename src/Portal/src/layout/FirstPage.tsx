import { Button, Result } from "antd";
import { Link, Navigate } from "react-router";
import { pagesFor } from "../session/roles";
import { useMe } from "../session/session";

export function FirstPage() {
  const me = useMe();
  const first = pagesFor(me.roles, me.staff)[0];
  return first ? (
    <Navigate to={first.path} replace />
  ) : (
    <Result
      title="您的账号没有门户页面"
      subTitle="运维账号请使用接口与监控系统；密码和动态口令在“我的账号”中管理。"
      extra={
        <Link to="/account">
          <Button type="primary">我的账号</Button>
        </Link>
      }
    />
  );
}
