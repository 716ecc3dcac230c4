using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Assessment.LocalServers.Data;

namespace Assessment.AppHost.Supervision;

/// <summary>
/// <c>run.json</c>: what runs where, for programs other than the host. Holds no passwords; the dashboard's address has
/// the token of this run in it, so that only the file's owner can read it.
/// </summary>
internal sealed class StateFile(string dataFolder, Uri? dashboard)
{
    private const string Gateway = "gateway";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(dataFolder, "run.json");
    private string? _written;

    public void Write(IReadOnlyCollection<SupervisedProcess> processes)
    {
        var state = new JsonObject
        {
            ["host"] = Environment.ProcessId,
            ["ready"] = processes.All(each => each.IsReady),
            [Gateway] = UrlOf(processes.FirstOrDefault(each => each.Name == Gateway)),
            ["dashboard"] = dashboard?.ToString(),
            ["resources"] = new JsonArray([
                .. processes.Select(each => new JsonObject
                {
                    ["name"] = each.Name,
                    ["state"] = StateOf(each),
                    ["pid"] = each.ProcessId,
                    ["url"] = UrlOf(each),
                }),
            ]),
        }.ToJsonString(Format);
        lock (_lock)
        {
            if (state != _written)
            {
                PrivateFile.Write(_path, state);
                _written = state;
            }
        }
    }

    public void Delete()
    {
        lock (_lock)
        {
            File.Delete(_path);
        }
    }

    private static string StateOf(SupervisedProcess process) =>
        process switch
        {
            { IsReady: true } => "ready",
            // The orchestrator has been asked to start it, and says nothing yet.
            { State.Length: 0 } => "starting",
            _ => process.State.ToLowerInvariant(),
        };

    private static string? UrlOf(SupervisedProcess? process) =>
        process is { Resource: IResourceWithEndpoints resource }
        && resource.GetEndpoints().FirstOrDefault() is { IsAllocated: true } endpoint
            ? endpoint.Url
            : null;
}
