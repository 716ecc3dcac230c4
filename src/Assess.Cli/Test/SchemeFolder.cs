using Assessment.Cli.Files;
using Assessment.Engine.Language;

namespace Assessment.Cli.Test;

/// <summary>A folder with a scheme, and the folders of its cases (案例).</summary>
internal sealed record SchemeFolder(string Path, IReadOnlyList<string> Cases)
{
    internal const string SchemeFile = "scheme.yaml";
    internal const string CasesFolder = "cases";

    /// <summary>Folders whose names begin so hold what is wrong on purpose.</summary>
    private const string LeftOut = "bad";

    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip =
            FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    internal string Scheme => System.IO.Path.Combine(Path, SchemeFile);

    internal string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Every one in the folders and below, each once, in the order of their paths.</summary>
    /// <exception cref="InputCannotBeUsed">There is no such folder, or it cannot be read.</exception>
    internal static IReadOnlyList<SchemeFolder> Below(IEnumerable<string> folders)
    {
        var found = new SortedDictionary<string, SchemeFolder>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new InputCannotBeUsed(
                    File.Exists(folder)
                        ? $"这是文件，不是文件夹：{folder}"
                        : $"没有这个文件夹：{folder}"
                );
            }

            try
            {
                // Without the separator at the end, which would leave the folder without a name.
                Find(
                    System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder)),
                    found
                );
            }
            catch (UnauthorizedAccessException)
            {
                throw new InputCannotBeUsed($"读不了文件夹，或其中的文件夹：{folder}");
            }
        }
        return [.. found.Values];
    }

    private static void Find(string folder, SortedDictionary<string, SchemeFolder> found)
    {
        if (File.Exists(System.IO.Path.Combine(folder, SchemeFile)))
        {
            found[folder] = new(folder, Inside(System.IO.Path.Combine(folder, CasesFolder)));
        }

        foreach (var inner in Inside(folder))
        {
            Find(inner, found);
        }
    }

    private static List<string> Inside(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder, "*", Visible)
                    .Where(inner =>
                        !System
                            .IO.Path.GetFileName(inner)
                            .StartsWith(LeftOut, StringComparison.Ordinal)
                    )
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
