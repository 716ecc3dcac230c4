import { Button, Result } from "antd";
import { Link } from "react-router";

export function NotYourPage() {
  return (
    <Result
      status="info"
      title="您的账号不使用这个页面"
      subTitle="如需使用，请联系本单位管理员。"
      extra={
        <Link to="/">
          <Button type="primary">返回首页</Button>
        </Link>
      }
    />
  );
}
