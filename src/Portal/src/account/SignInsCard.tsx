import { Card } from "antd";
import { useState } from "react";
import { useOwnSignIns } from "./queries";
import { SignInTable } from "./SignInTable";

export function SignInsCard() {
  const [page, setPage] = useState(1);
  return (
    <Card title="登录记录">
      <p className="quiet">保留一年。如有并非本人的登录，请立即修改密码并联系管理员。</p>
      <SignInTable lines={useOwnSignIns(page)} page={page} turn={setPage} />
    </Card>
  );
}
