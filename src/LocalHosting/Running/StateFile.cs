using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assessment.LocalHosting.Data;

namespace Assessment.LocalHosting.Running;

/// <summary>
/// <c>run.json</c>: what runs where, for programs beside the host. Holds no passwords. Each resource that
/// people open also stands at the top under its name.
/// </summary>
internal sealed class StateFile(string dataFolder)
{
    private static readonly JsonSerializerOptions s_format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(dataFolder, "run.json");

    public void Write(IReadOnlyCollection<SupervisedResource> resources)
    {
        lock (_lock)
        {
            var state = new JsonObject
            {
                ["host"] = Environment.ProcessId,
                ["ready"] = resources.All(each => each.State == ResourceState.Ready),
            };
            foreach (var external in resources.Where(each => each.IsExternal))
            {
                state[external.Name] = external.Url;
            }
            state["resources"] = new JsonArray([
                .. resources.Select(each => new JsonObject
                {
                    ["name"] = each.Name,
                    ["state"] = each.State.ToString().ToLowerInvariant(),
                    ["pid"] = each.ProcessId,
                    ["url"] = each.Url,
                }),
            ]);
            PrivateFile.Write(_path, state.ToJsonString(s_format));
        }
    }

    public void Delete()
    {
        lock (_lock)
        {
            File.Delete(_path);
        }
    }
}
