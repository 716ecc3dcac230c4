import { App, Button, Card, Flex, Modal, Tag } from "antd";
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { LoadFailure } from "../display/LoadFailure";
import { CodeForm } from "../secondFactor/CodeForm";
import { Enrolment } from "../secondFactor/Enrolment";
import { useNewRecoveryCodes, useRemoveSecondFactor } from "../secondFactor/queries";
import { RecoveryCodes } from "../secondFactor/RecoveryCodes";
import { meKey, useMe } from "../session/session";

type Doing = "enrol" | "renew" | "remove";

/** Fewer left than this, and new ones should be made. */
const fewCodes = 3;

export function SecondFactorCard() {
  const { userName, secondFactor } = useMe();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const few = secondFactor.enrolled && secondFactor.recoveryCodesLeft < fewCodes;
  const shown = (made: string[]) => {
    setDoing(null);
    setCodes(made);
  };
  return (
    <Card
      title="动态口令"
      data-testid="second-factor"
      data-enrolled={secondFactor.enrolled}
      extra={
        <Tag color={secondFactor.enrolled ? "success" : "default"}>{secondFactor.enrolled ? "已绑定" : "未绑定"}</Tag>
      }
    >
      <p>登录时除密码外再输入手机上认证器应用的六位数字，密码泄露也不致被他人登录。</p>
      {secondFactor.enrolled ? (
        <>
          <p className={few ? "unmet" : "quiet"}>
            剩余恢复码 {secondFactor.recoveryCodesLeft} 个{few && "，请及时重新生成"}。
          </p>
          {secondFactor.required && <p className="quiet">您的角色必须使用动态口令；更换手机时先解除，再重新绑定。</p>}
          <Flex gap="small" wrap>
            <Button onClick={() => setDoing("renew")} data-testid="renew-recovery-codes">
              重新生成恢复码
            </Button>
            <Button danger onClick={() => setDoing("remove")} data-testid="remove-second-factor">
              {secondFactor.required ? "更换手机" : "解除绑定"}
            </Button>
          </Flex>
        </>
      ) : (
        <Button type="primary" onClick={() => setDoing("enrol")} data-testid="enrol">
          绑定动态口令
        </Button>
      )}
      <Modal
        title="绑定动态口令"
        open={doing === "enrol"}
        onCancel={() => setDoing(null)}
        footer={null}
        mask={{ closable: false }}
        destroyOnHidden
      >
        <Enrolment enrolled={shown} />
      </Modal>
      <Modal
        title="重新生成恢复码"
        open={doing === "renew"}
        onCancel={() => setDoing(null)}
        footer={null}
        destroyOnHidden
      >
        <Renew made={shown} />
      </Modal>
      <Modal
        title={secondFactor.required ? "更换手机" : "解除动态口令"}
        open={doing === "remove"}
        onCancel={() => setDoing(null)}
        footer={null}
        destroyOnHidden
      >
        <Remove required={secondFactor.required} removed={() => setDoing(null)} />
      </Modal>
      <Modal
        title="请保存恢复码"
        open={codes !== null}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        destroyOnHidden
      >
        {codes && (
          <RecoveryCodes
            userName={userName}
            codes={codes}
            done="完成"
            close={() => {
              setCodes(null);
              void queries.invalidateQueries({ queryKey: meKey });
              void queries.invalidateQueries({ queryKey: ["own-sessions"] });
            }}
          />
        )}
      </Modal>
    </Card>
  );
}

function Renew(props: { made: (codes: string[]) => void }) {
  const renew = useNewRecoveryCodes();
  return (
    <div className="stack">
      <p className="quiet">原有的恢复码将全部作废。请先输入动态口令确认是您本人。</p>
      {renew.isError && <LoadFailure error={renew.error} title="未能生成" />}
      <CodeForm
        submit="生成新的恢复码"
        pending={renew.isPending}
        onShown={(factor) => renew.mutate(factor, { onSuccess: props.made })}
      />
    </div>
  );
}

function Remove(props: { required: boolean; removed: () => void }) {
  const remove = useRemoveSecondFactor();
  const { message } = App.useApp();
  return (
    <div className="stack">
      <p className="quiet">
        {props.required
          ? "原手机的绑定和全部恢复码随即作废，接着须用新手机重新绑定，此前不能进行其他操作。"
          : "绑定和全部恢复码随即作废，今后只凭密码登录。"}
        请输入动态口令或恢复码，确认是您本人。
      </p>
      {remove.isError && <LoadFailure error={remove.error} title="未能解除" />}
      <CodeForm
        submit={props.required ? "解除并重新绑定" : "解除绑定"}
        danger
        pending={remove.isPending}
        onShown={(factor) =>
          remove.mutate(factor, {
            onSuccess: () => {
              props.removed();
              void message.success("已解除动态口令");
            },
          })
        }
      />
    </div>
  );
}
