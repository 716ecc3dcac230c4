import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Flex, Progress, Typography, Upload } from "antd";
import { useEffect, useRef, useState } from "react";
import { asProblem } from "../api/problem";
import { downloadFile } from "../display/download";
import { useProblem } from "../display/useProblem";
import { acceptedEndings, mostFiles, problemOf, sizeWords, typeWords } from "./files";
import "./files.css";
import { useFiles, useRemoveFile, useUploadFile } from "./queries";

/** 佐证文件 of one entry: chosen or dropped, and removed again until the entry is saved. */
export function FilePicker(props: {
  cycle: string;
  /** For whom; said to those who cannot see the place. */
  label: string;
  /** Ids of the files that the entry rests on. */
  value: readonly string[];
  /** Those it rested on when it was last saved, which are kept. */
  saved: readonly string[];
  disabled: boolean;
  onChange: (change: (ids: readonly string[]) => readonly string[]) => void;
  testId: string;
}) {
  const files = useFiles(props.cycle);
  const upload = useUploadFile(props.cycle);
  const remove = useRemoveFile(props.cycle);
  const problem = useProblem();
  const download = useMutation({
    mutationFn: (id: string) => downloadFile(`/api/scoring/files/${id}`, files.data?.get(id)?.fileName ?? "佐证文件"),
    onError: problem.showMessage,
  });
  const [underWay, setUnderWay] = useState<{ name: string; percent: number } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { message } = App.useApp();
  /** Whether there is still a place to say something at. */
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const take = async (file: File) => {
    const mistake = problemOf(file);
    setRefusal(mistake && `${file.name}：${mistake}`);
    if (mistake !== null) return;
    setUnderWay({ name: file.name, percent: 0 });
    try {
      const stored = await upload.mutateAsync({
        file,
        progress: (percent) => setUnderWay({ name: file.name, percent }),
      });
      props.onChange((ids) => [...ids, stored.id]);
    } catch (error) {
      const words = `${file.name}：${asProblem(error).detail}`;
      if (shown.current) setRefusal(words);
      else void message.error(words);
    } finally {
      setUnderWay(null);
    }
  };
  const drop = (id: string) => {
    props.onChange((ids) => ids.filter((one) => one !== id));
    // What an entry has rested on stays where it is; only the entry to come does without it.
    if (!props.saved.includes(id)) remove.mutate(id);
  };
  return (
    <div className="files" data-testid={props.testId}>
      {props.value.map((id) => {
        const file = files.data?.get(id);
        return (
          <Flex key={id} gap="small" align="center" className="file">
            <PaperClipOutlined aria-hidden />
            <Button
              type="link"
              size="small"
              className="file-link"
              aria-label={`下载 ${file?.fileName ?? "佐证文件"}`}
              loading={download.isPending && download.variables === id}
              onClick={() => download.mutate(id)}
            >
              <span className="file-name">{file?.fileName ?? "佐证文件"}</span>
            </Button>
            {file && (
              <Typography.Text type="secondary" className="file-about">
                {typeWords(file.contentType)}，{sizeWords(file.size)}
              </Typography.Text>
            )}
            {!props.disabled && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={`移除 ${file?.fileName ?? "佐证文件"}`}
                onClick={() => drop(id)}
              />
            )}
          </Flex>
        );
      })}
      {underWay && (
        <div className="file">
          <span className="file-name">{underWay.name}</span>
          <Progress percent={underWay.percent} size="small" aria-label={`正在上传 ${underWay.name}`} />
        </div>
      )}
      {!props.disabled && props.value.length < mostFiles && (
        <Upload
          accept={acceptedEndings}
          showUploadList={false}
          disabled={underWay !== null}
          beforeUpload={(file) => {
            void take(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button size="small" icon={<PaperClipOutlined />} disabled={underWay !== null} aria-label={`${props.label}：添加佐证文件`}>
            添加佐证
          </Button>
        </Upload>
      )}
      {refusal && (
        <Typography.Text type="danger" role="alert" className="file-refusal">
          {refusal}
        </Typography.Text>
      )}
    </div>
  );
}
