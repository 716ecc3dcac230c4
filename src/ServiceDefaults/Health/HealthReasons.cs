using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assessment.ServiceDefaults.Health;

/// <summary>What a check that is not well means, and what to do, in words for operators.</summary>
internal static class HealthReasons
{
    public static string Of(string check, HealthStatus status) =>
        status == HealthStatus.Healthy ? "正常。" : NotWell(check);

    private static string NotWell(string check) =>
        check switch
        {
            "database" =>
                "数据库没有应答，本服务暂时无法读写；已提交的数据没有丢失。请检查数据库是否在运行、磁盘是否已满、网络是否通畅，恢复后服务自动继续。",
            "queues" =>
                "启动以来还没有连上消息服务，队列尚未建立，本服务暂不接受请求。请检查 RabbitMQ 是否在运行、连接地址是否正确。",
            "masstransit-bus" =>
                "与消息服务（RabbitMQ）的连接中断。本服务照常办理，要发出的消息留在发件箱，恢复后自动发出。请检查 RabbitMQ 是否在运行。",
            "key-ring" =>
                "没有可用的密钥环，本服务无法核对网关签发的凭据，暂不接受请求。请检查密钥目录（DataProtection:KeyRing）是否存在、可读，必要时从备份恢复；恢复后无需重启。",
            "files" =>
                "文件目录（Files:Folder）无法写入，暂时不能上传佐证，可能也不能下载；其他业务照常。请检查目录是否已挂载、权限是否正确、磁盘是否已满，恢复后无需重启。",
            "clock" =>
                "本服务的时钟与网关不一致，可能拒绝有效的请求。请核对两台机器的时间（NTP）。",
            "sidecar" =>
                "边车（Dapr）没有就绪。本服务照常办理，但经边车送来的文件暂时收不到，恢复后自动补送。请检查边车进程（daprd）及其组件配置。",
            _ => $"检查项“{check}”未通过，请查看本服务的日志。",
        };
}
