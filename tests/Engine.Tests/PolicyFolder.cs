using Assessment.Engine.Policies;

namespace Assessment.Engine.Tests;

/// <summary>The policies of the project, copied next to the tests.</summary>
internal static class PolicyFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "policies");

    internal static IEnumerable<string> Policies() =>
        Directory.EnumerateFiles(Root).Select(path => Path.GetFileNameWithoutExtension(path));

    internal static string Text(string policy) =>
        File.ReadAllText(Path.Combine(Root, $"{policy}.yaml"));

    internal static Policy Read(string policy) => PolicyReader.Read(Text(policy), $"{policy}.yaml");

    /// <summary>The policy file with what it quotes.</summary>
    internal static PolicyFileCheck Check(string policy) =>
        PolicyFileCheck.Of(
            Text(policy),
            $"{policy}.yaml",
            file =>
                File.Exists(Path.Combine(Root, file))
                    ? File.ReadAllText(Path.Combine(Root, file))
                    : null
        );
}
