using Assessment.LocalHosting.Data;
using Microsoft.Extensions.Configuration;

namespace Assessment.LocalHosting.Running;

/// <summary>What the resources of one run share.</summary>
internal sealed class RunContext(string dataFolder, IConfiguration configuration, ConsoleLog log)
{
    public string DataFolder => dataFolder;

    public IConfiguration Configuration => configuration;

    public FreePorts Ports { get; } = new();

    public Action<string> OutputOf(string resource) => line => log.Write(resource, line);

    /// <summary>Without a data volume each run begins anew.</summary>
    public string FolderOf(string resource, bool keep)
    {
        var folder = Path.Combine(dataFolder, resource);
        if (!keep && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        Directory.CreateDirectory(folder);
        return folder;
    }
}
