using System.Security.Cryptography;
using System.Text;
using Assessment.LocalServers;

namespace Assessment.AppHost.LocalServers;

/// <summary>
/// A data folder in which the services have run, but without the database's files: they were forgotten when it was copied,
/// or are where an earlier version put them. Starting with empty databases would look as if all were lost.
/// </summary>
internal static class MissingCluster
{
    private const string EarlierRoot = "/var/lib/local-hosting";

    /// <exception cref="CannotStartException">The files are missing.</exception>
    public static void Refuse(string serverFolder)
    {
        var cluster = Path.Combine(serverFolder, "cluster");
        if (Directory.Exists(cluster))
        {
            return;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(serverFolder)));
        var earlier = Path.Combine(EarlierRoot, hash[..16], "cluster");
        if (Directory.Exists(earlier))
        {
            throw new CannotStartException(
                $"数据库的数据还在旧版本的位置，请先移过来再启动：mv {earlier} {cluster}"
            );
        }
        // The gateway makes its first key only when its database is there.
        var keys = Path.Combine(Path.GetDirectoryName(serverFolder)!, "keys");
        if (Directory.Exists(keys) && Directory.EnumerateFiles(keys, "key-*.xml").Any())
        {
            throw new CannotStartException(
                $"数据目录里没有数据库的数据（{cluster}），而各服务在这个目录里运行过：可能是复制时漏了。请补上，或换一个空目录。"
            );
        }
    }
}
