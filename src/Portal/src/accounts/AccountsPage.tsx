import { Tabs } from "antd";
import { PageHead } from "../display/PageHead";
import { useMe } from "../session/session";
import { AccountRegister } from "./AccountRegister";
import { FileOpening } from "./FileOpening";
import { TownshipRegister } from "./TownshipRegister";
import "./accounts.css";

export default function AccountsPage() {
  const me = useMe();
  const district = me.roles.includes("district");
  return (
    <>
      <PageHead
        title={district ? "街镇与账号" : "账号"}
        about={district ? "登记街镇，开立街镇管理员等账号。" : "开立和管理本街镇的账号：部门评分、签批领导、居民区、测评机构、财务和数据接口。"}
      />
      <Tabs
        items={[
          { key: "accounts", label: "账号", children: <AccountRegister /> },
          { key: "file", label: "批量开户", children: <FileOpening /> },
          ...(district ? [{ key: "townships", label: "街镇", children: <TownshipRegister /> }] : []),
        ]}
      />
    </>
  );
}
