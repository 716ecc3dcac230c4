namespace Assessment.LocalHosting.Running;

/// <summary>Finds what a build has left: <c>bin/Configuration/Framework</c> beside the project file.</summary>
internal static class BuiltProject
{
    private const string RuntimeConfiguration = ".runtimeconfig.json";

    // .../AppHost/bin/Release/net10.0/
    private static string HostOutput => Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>The path is relative to the folder of the host's own project.</summary>
    public static string FolderOf(string projectPath)
    {
        var project = Path.GetFullPath(Path.Combine(HostOutput, "../../..", projectPath));
        return File.Exists(project)
            ? Path.GetDirectoryName(project)!
            : throw new CannotHostException($"没有项目文件 {project}。");
    }

    /// <summary>The one assembly that can be started, in the configuration the host was built in.</summary>
    public static string ProgramIn(string folder)
    {
        var framework = Path.GetFileName(HostOutput);
        var configuration = Path.GetFileName(Path.GetDirectoryName(HostOutput)!);
        var output = Path.Combine(folder, "bin", configuration, framework);
        string[] programs = Directory.Exists(output)
            ? Directory.GetFiles(output, "*" + RuntimeConfiguration)
            : [];
        return programs.Length == 1
            ? programs[0].Replace(RuntimeConfiguration, ".dll")
            : throw new CannotHostException(
                $"{output} 里应有且只有一个可运行的程序,找到 {programs.Length} 个；请先编译。"
            );
    }
}
