using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Assessment.AppHost.LocalServers;
using Assessment.AppHost.StandIns;
using Assessment.LocalServers;

namespace Assessment.AppHost.Deploying;

/// <summary>
/// Runs what the build has left, <c>bin/Configuration/Framework</c> next to the project file. <c>dotnet run</c>,
/// Aspire's own way, looks at each project again first, and stays as a second process with each service.
/// </summary>
internal static class BuiltProject
{
    private const string RuntimeConfiguration = ".runtimeconfig.json";

    public static IResourceBuilder<ProjectResource> RunAsBuilt(
        this IResourceBuilder<ProjectResource> project,
        string projectPath
    )
    {
        var folder = Path.GetDirectoryName(projectPath)!;
        return project
            .WithAnnotation(
                new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = folder }
            )
            .WithArgs(ProgramIn(folder));
    }

    /// <summary>The service itself is a developer's to start, with the settings in the file.</summary>
    public static IResourceBuilder<ProjectResource> RunStandIn(
        this IResourceBuilder<ProjectResource> project,
        string settingsFile
    ) =>
        project
            .WithAnnotation(
                new ExecutableAnnotation
                {
                    Command = "dotnet",
                    WorkingDirectory = Path.GetDirectoryName(settingsFile)!,
                }
            )
            .WithArgs(typeof(BuiltProject).Assembly.Location, StandIn.Command, settingsFile);

    /// <summary>The one assembly that can be started, in the configuration the host was built in.</summary>
    private static string ProgramIn(string folder)
    {
        // .../AppHost/bin/Release/net10.0/
        var own = Path.TrimEndingDirectorySeparator(
            Path.GetDirectoryName(typeof(BuiltProject).Assembly.Location)!
        );
        var framework = Path.GetFileName(own);
        var configuration = Path.GetFileName(Path.GetDirectoryName(own)!);
        var output = Path.Combine(folder, "bin", configuration, framework);
        string[] programs = Directory.Exists(output)
            ? Directory.GetFiles(output, "*" + RuntimeConfiguration)
            : [];
        return programs.Length == 1
            ? programs[0].Replace(RuntimeConfiguration, ".dll")
            : throw new CannotStartException(
                $"{output} 里应有且只有一个可运行的程序，找到 {programs.Length} 个；请先编译。"
            );
    }
}
