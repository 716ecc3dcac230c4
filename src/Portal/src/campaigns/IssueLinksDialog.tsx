import { Alert, Form, Input, InputNumber, Modal, Radio, Select } from "antd";
import { useState } from "react";
import type { AreaCoverage, Campaign, IssuedLink, LinksRequest } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { householdCodes, mostHouseholds, whyNotIssued, withAddress } from "./households";
import { IssuedLinks } from "./IssuedLinks";
import { useIssueLinks } from "./queries";

interface Values {
  area: string;
  by: "codes" | "count";
  codes?: string;
  count?: number;
}

const asked = ({ area, by, codes = "", count }: Values): LinksRequest =>
  by === "codes"
    ? { area, households: householdCodes(codes), count: null }
    : { area, households: null, count: count ?? null };

interface Given {
  campaign: Campaign;
  areas: readonly AreaCoverage[];
  open: boolean;
  close: () => void;
}

/** 发放测评链接: asks for which households, then shows the links, once. */
export function IssueLinksDialog(props: Given) {
  const [issued, setIssued] = useState<{ area: string; links: IssuedLink[] } | null>(null);
  const areaName = (id: string) => props.areas.find((area) => area.area === id)?.name ?? id;
  return issued ? (
    <IssuedLinks
      campaign={props.campaign.title}
      area={areaName(issued.area)}
      links={issued.links}
      close={() => {
        setIssued(null);
        props.close();
      }}
    />
  ) : (
    <AskForLinks
      {...props}
      issued={(area, links) => setIssued({ area, links: withAddress(links, globalThis.location.origin) })}
    />
  );
}

function AskForLinks(props: Given & { issued: (area: string, links: IssuedLink[]) => void }) {
  const [form] = Form.useForm<Values>();
  const by = Form.useWatch("by", form) ?? "codes";
  const codes = householdCodes(Form.useWatch("codes", form) ?? "");
  const issue = useIssueLinks(props.campaign.id);
  return (
    <Modal
      title={`发放测评链接 · ${props.campaign.title}`}
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText="发放"
      okButtonProps={{ "data-testid": "issue-links-submit" }}
      confirmLoading={issue.isPending}
      destroyOnHidden
      afterClose={() => {
        form.resetFields();
        issue.reset();
      }}
    >
      <div className="stack">
        {issue.isError && <LoadFailure error={issue.error} />}
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ by: "codes" }}
          onFinish={(request) =>
            issue.mutate(asked(request), { onSuccess: (links) => props.issued(request.area, links) })
          }
        >
          <Form.Item name="area" label="居民区" rules={[{ required: true, message: "请选择居民区" }]}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              placeholder="选择居民区"
              data-testid="issue-links-area"
              options={props.areas.map((area) => ({ value: area.area, label: area.name }))}
            />
          </Form.Item>
          <Form.Item name="by" label="发放方式">
            <Radio.Group
              options={[
                { value: "codes", label: "按户号" },
                { value: "count", label: "按数量" },
              ]}
            />
          </Form.Item>
          {by === "codes" ? (
            <Form.Item
              name="codes"
              label={codes.length > 0 ? `户号（共 ${codes.length} 户）` : "户号"}
              extra="可从表格整列粘贴，每行一户，重复的只计一次。户号应与线下答卷所用的一致，同一户才不会重复计入。"
              rules={[
                {
                  validator: (_, pasted: string | undefined) => {
                    const why = whyNotIssued(householdCodes(pasted ?? ""));
                    return why ? Promise.reject(new Error(why)) : Promise.resolve();
                  },
                },
              ]}
              validateTrigger="onBlur"
            >
              <Input.TextArea rows={6} placeholder={"1-101\n1-102"} data-testid="issue-links-codes" />
            </Form.Item>
          ) : (
            <Form.Item
              name="count"
              label="户数"
              extra="户号由系统随机编制。请勿发给已按户号领过链接的住户，否则同一户会被计为两户。"
              rules={[{ required: true, message: "请填写户数" }]}
            >
              <InputNumber
                min={1}
                max={mostHouseholds}
                precision={0}
                suffix="户"
                style={{ width: 160 }}
                data-testid="issue-links-count"
              />
            </Form.Item>
          )}
        </Form>
        <Alert
          type="warning"
          showIcon
          title="重复发放将替换原链接"
          description="同一户号再次发放时，该户原有链接随即失效，只有新链接可用；已参评的住户不能再次参评。"
        />
      </div>
    </Modal>
  );
}
