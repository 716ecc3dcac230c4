import { Card, Descriptions } from "antd";
import { PageHead } from "../display/PageHead";
import { dutyText } from "../accounts/duty";
import { roleName } from "../session/roles";
import { useMe } from "../session/session";
import { PasswordCard } from "./PasswordCard";
import { ProviderCard } from "./ProviderCard";
import { SecondFactorCard } from "./SecondFactorCard";
import { SessionsCard } from "./SessionsCard";
import { SignInsCard } from "./SignInsCard";
import "./account.css";

/** 我的账号 */
export default function MyAccountPage() {
  const me = useMe();
  return (
    <>
      <PageHead title="我的账号" about="登录方式、已登录的设备和登录记录。" />
      <div className="stack">
        <Card>
          <Descriptions
            column={{ xs: 1, sm: 2, lg: 3 }}
            items={[
              { key: "userName", label: "用户名", children: me.userName },
              { key: "displayName", label: "名称", children: me.displayName },
              { key: "role", label: "角色", children: me.roles.map(roleName).join("、") },
              { key: "township", label: "所属", children: me.township?.name ?? "区级" },
              ...(dutyText(me) ? [{ key: "duty", label: "职责范围", children: dutyText(me) }] : []),
            ]}
          />
        </Card>
        <div className="two-cards">
          <PasswordCard />
          <SecondFactorCard />
        </div>
        <ProviderCard />
        <SessionsCard />
        <SignInsCard />
      </div>
    </>
  );
}
