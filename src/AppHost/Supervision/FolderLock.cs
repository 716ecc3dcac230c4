using Assessment.LocalServers;

namespace Assessment.AppHost.Supervision;

/// <summary>One host on a data folder at a time. The kernel lets go of it when the host is gone.</summary>
internal static class FolderLock
{
    public static FileStream Take(string dataFolder)
    {
        try
        {
            return new FileStream(
                Path.Combine(dataFolder, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            throw new CannotStartException($"{dataFolder} 已有一个在运行，请先停止它。");
        }
    }
}
