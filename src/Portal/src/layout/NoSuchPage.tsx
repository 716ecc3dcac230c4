import { Button, Result } from "antd";
import { Link } from "react-router";

export function NoSuchPage() {
  return (
    <Result
      status="info"
      title="没有这个页面"
      subTitle="地址可能已经变更，或输入有误。"
      extra={
        <Link to="/">
          <Button type="primary">返回首页</Button>
        </Link>
      }
    />
  );
}
