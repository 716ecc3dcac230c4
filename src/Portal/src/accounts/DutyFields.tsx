import { AutoComplete, Form, Select } from "antd";
import { useAreaNames, useCycles } from "../cycles/queries";
import { useMe } from "../session/session";
import { campaignLabel, isCampaignId } from "./duty";
import { useAllCampaigns, useDepartmentNames } from "./queries";

/** What a duty of this role is for; fields of the form around it, in its list of duties. */
export function DutyFields({ role, at }: { role: string | undefined; at: number }) {
  switch (role) {
    case "departmentScorer":
      return <Departments at={at} />;
    case "leader":
      return <Departments at={at} signed />;
    case "surveyor":
      return <Campaigns at={at} />;
    case "area":
      return <Area at={at} />;
    default:
      return null;
  }
}

/** Only a township's own administrator may read what there is to choose from. */
const useMayChoose = () => useMe().roles.includes("townshipAdministrator");

function Departments({ at, signed = false }: { at: number; signed?: boolean }) {
  const departments = useDepartmentNames(useMayChoose());
  return (
    <Form.Item
      name={[at, "departments"]}
      label={signed ? "分管部门" : "评分部门"}
      extra={
        signed
          ? "由其签批评分表的部门，可以有多个；不填则签批本街镇的决定。"
          : "与方案中的部门名称一致，如“党建办”；可以有多个，自行填写的每个后按回车。"
      }
      rules={signed ? [] : [{ required: true, message: "请选择或填写部门" }]}
    >
      <Select
        mode="tags"
        tokenSeparators={["、", "，", ","]}
        loading={departments.isLoading}
        notFoundContent={null}
        data-testid={`duty-departments-${at}`}
        options={(departments.data ?? []).map((department) => ({ value: department.name, label: department.name }))}
      />
    </Form.Item>
  );
}

function Campaigns({ at }: { at: number }) {
  const mayChoose = useMayChoose();
  const campaigns = useAllCampaigns(mayChoose);
  const cycles = useCycles(mayChoose);
  const choose = mayChoose && !campaigns.isError;
  return (
    <Form.Item
      name={[at, "campaigns"]}
      label="测评活动"
      extra={
        choose
          ? "该机构承担的测评活动，可以有多个；其他测评活动它看不到。"
          : "填写测评活动的编号，可以有多个，每个后按回车；编号见街镇管理员的“满意度测评”页面地址。"
      }
      rules={[
        { required: true, message: "请选择测评活动" },
        {
          validator: (_, ids: string[] | undefined) =>
            (ids ?? []).every(isCampaignId) ? Promise.resolve() : Promise.reject(new Error("测评活动的编号不正确")),
        },
      ]}
    >
      <Select
        mode={choose ? "multiple" : "tags"}
        showSearch={{ optionFilterProp: "label" }}
        loading={campaigns.isLoading}
        notFoundContent={choose ? "还没有测评活动，请先建立考核周期" : null}
        data-testid={`duty-campaigns-${at}`}
        options={(campaigns.data ?? []).map((campaign) => ({
          value: campaign.id,
          label: campaignLabel(campaign, cycles.data ?? []),
        }))}
      />
    </Form.Item>
  );
}

function Area({ at }: { at: number }) {
  const areas = useAreaNames(useMayChoose());
  return (
    <Form.Item
      name={[at, "area"]}
      label="居民区代码"
      extra="居民区名册中的代码，如 gj01。"
      rules={[{ required: true, whitespace: true, message: "请选择或填写居民区代码" }]}
    >
      <AutoComplete
        data-testid={`duty-area-${at}`}
        showSearch={{ filterOption: (typed, option) => String(option?.label).toLowerCase().includes(typed.toLowerCase()) }}
        options={[...(areas.data ?? [])].map(([id, name]) => ({ value: id, label: `${id} ${name}` }))}
      />
    </Form.Item>
  );
}
