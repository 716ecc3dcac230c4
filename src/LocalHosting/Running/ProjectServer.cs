using Aspire.Hosting.ApplicationModel;
using Assessment.LocalHosting.Processes;
using Assessment.LocalHosting.Servers;

namespace Assessment.LocalHosting.Running;

/// <summary>Runs what the project's build has left, in the configuration that the host itself was built in.</summary>
internal sealed class ProjectServer(ProjectResource project, RunContext context) : IServer
{
    // ASP.NET Core gives open requests 30 seconds.
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(35);

    private readonly string _folder = BuiltProject.FolderOf(project.ProjectPath);

    public string Url => string.Join(' ', project.Endpoints.Values.Select(each => each.Url));

    public async Task<ChildProcess> LaunchAsync(CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Leftovers.Mark] = context.DataFolder,
            ["OTEL_SERVICE_NAME"] = project.Name,
            ["ASPNETCORE_URLS"] = Url.Replace(' ', ';'),
        };
        foreach (var (name, value) in project.Environment)
        {
            if (await value(context) is { } given)
            {
                environment[name] = given;
            }
        }
        return await ChildProcess.StartAsync(
            new ChildCommand("dotnet", BuiltProject.ProgramIn(_folder))
            {
                WorkingDirectory = _folder,
                Environment = environment,
                Output = context.OutputOf(project.Name),
            }
        );
    }

    public async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        if (project.HealthPath is not { } path)
        {
            return;
        }
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        using var answer = await http.GetAsync(path, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(ChildProcess process) => process.StopAsync(s_stopLimit);
}
