import { App, AutoComplete, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { ObjectionMatter } from "../api/shapes";
import { LoadFailure } from "../display/LoadFailure";
import { FilePicker } from "../files/FilePicker";
import { useStandings } from "../procedure/queries";
import { useMe } from "../session/session";
import type { Subjects } from "./duties";
import { useItems } from "./items";
import { useObject } from "./queries";
import { itemWords, matters, matterWords } from "./words";

interface Values {
  matter: ObjectionMatter;
  subject: string;
  item?: string;
  text: string;
  name?: string;
  contact?: string;
}

/** 提出异议: by an area or a person about the own result, or entered by the office for somebody. */
export function ObjectDialog(props: {
  cycle: string;
  title: string;
  subjects: Subjects;
  open: boolean;
  close: () => void;
  received: (number: number) => void;
}) {
  const { cycle, subjects } = props;
  const me = useMe();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [files, setFiles] = useState<readonly string[]>([]);
  const object = useObject(cycle);
  const standings = useStandings(cycle, props.open && subjects.anybody);
  const matter = Form.useWatch("matter", form);
  const subject = Form.useWatch("subject", form);
  const items = useItems(cycle, props.open, matter, subject);
  const options = subjects.anybody
    ? (standings.data?.standings ?? []).map((one) => ({
        value: one.subject,
        label: one.area === one.subject ? one.name : `${one.name}（${one.areaName}）`,
      }))
    : subjects.own.map((one) => ({ value: one.subject, label: one.label }));
  const submit = (values: Values) =>
    object.mutate(
      {
        matter: values.matter,
        subject: values.subject,
        item: itemWords[values.matter] ? (values.item ?? null) : null,
        text: values.text,
        name: values.name?.trim() || null,
        contact: values.contact?.trim() || null,
        files: [...files],
      },
      {
        onSuccess: (receipt) => {
          props.close();
          modal.success({
            title: receipt.receipt,
            content: `异议已收到，${receipt.due} 前答复是否受理。请记下回执编号。`,
            okText: "知道了",
            okButtonProps: { "data-testid": "receipt-read" },
            onOk: () => props.received(receipt.number),
          });
        },
      },
    );
  return (
    <Modal
      title={props.title}
      open={props.open}
      onCancel={props.close}
      onOk={() => form.submit()}
      okText={props.title}
      okButtonProps={{ "data-testid": "object-submit" }}
      cancelText="取消"
      confirmLoading={object.isPending}
      width="min(640px, 100vw)"
      destroyOnHidden
      afterClose={() => {
        object.reset();
        setFiles([]);
      }}
    >
      {object.isError && <LoadFailure error={object.error} title="没有收到" />}
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={submit}
        initialValues={{ matter: "score", ...(options.length === 1 && { subject: options[0]!.value }) }}
      >
        <Form.Item name="subject" label="对象" rules={[{ required: true, message: "请选择异议所针对的对象" }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            placeholder="选择居民区或人员"
            loading={subjects.anybody && standings.isPending}
            options={options}
            data-testid="object-subject"
          />
        </Form.Item>
        <Form.Item name="matter" label="事由">
          <Select
            options={matters.map((value) => ({ value, label: matterWords[value] }))}
            data-testid="object-matter"
          />
        </Form.Item>
        {matter && itemWords[matter] && (
          <Form.Item
            name="item"
            label={itemWords[matter]}
            extra={items.hint}
            rules={[{ required: true, whitespace: true, message: `请填写${itemWords[matter]}` }]}
          >
            <AutoComplete
              options={items.options}
              showSearch={{
                filterOption: (typed, option) =>
                  `${String(option?.value)}${String(option?.label)}`.includes(typed),
              }}
              maxLength={128}
              data-testid="object-item"
            />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label="异议内容和依据"
          rules={[{ required: true, whitespace: true, message: "请写明异议的内容" }]}
        >
          <Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 4 }} data-testid="object-text" />
        </Form.Item>
        {subjects.anybody && (
          <Form.Item name="name" label="异议人（选填）">
            <Input maxLength={64} data-testid="object-name" />
          </Form.Item>
        )}
        <Form.Item name="contact" label="联系方式（选填）" extra="只有考核办公室、领导和核查人看得到。">
          <Input maxLength={128} data-testid="object-contact" />
        </Form.Item>
        {["townshipAdministrator", "departmentScorer"].some((role) => me.roles.includes(role)) && (
          <Form.Item label="佐证文件（选填）">
            <FilePicker
              cycle={cycle}
              label="异议"
              value={files}
              saved={[]}
              disabled={false}
              onChange={setFiles}
              testId="objection-files"
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
