import { Card, Descriptions } from "antd";
import { PageHead } from "../display/PageHead";
import { dutiesText } from "../accounts/duty";
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
              { key: "duties", label: "职责", children: dutiesText(me.duties) },
              { key: "township", label: "所属", children: me.township?.name ?? "区级" },
              ...(me.staff ? [{ key: "staff", label: "工作人员编号", children: me.staff }] : []),
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
