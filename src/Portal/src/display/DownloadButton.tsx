import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { asProblem } from "../api/problem";
import { downloadFile } from "./download";

export function DownloadButton(props: {
  address: string;
  fileName: string;
  testId: string;
  disabled?: boolean;
  children: string;
}) {
  const { message } = App.useApp();
  const download = useMutation({
    mutationFn: () => downloadFile(props.address, props.fileName),
    onError: (error) => message.error(asProblem(error).detail),
  });
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={download.isPending}
      disabled={props.disabled}
      onClick={() => download.mutate()}
      data-testid={props.testId}
    >
      {props.children}
    </Button>
  );
}
