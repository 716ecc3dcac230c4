using Assessment.Engine.Language;
using Assessment.Engine.Questionnaires;

namespace Assessment.Scoring.Schemes;

/// <summary>
/// 方案目录: the schemes that come with the product, one folder each. Read once; a file that cannot be read is named in
/// the log and left out, so that one bad scheme does not keep a township from another.
/// </summary>
public sealed partial class SchemeCatalog(
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<SchemeCatalog> log
)
{
    private const string FolderName = "schemes";
    private readonly Lazy<IReadOnlyDictionary<string, SchemeFiles>> _schemes = new(() =>
        ReadAll(FolderOf(configuration, environment), log)
    );

    /// <summary>By id, in ordinal order.</summary>
    public IReadOnlyDictionary<string, SchemeFiles> Schemes => _schemes.Value;

    private static string FolderOf(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Schemes:Folder"] is { Length: > 0 } configured)
        {
            return configured;
        }

        for (
            var folder = new DirectoryInfo(environment.ContentRootPath);
            folder is not null;
            folder = folder.Parent
        )
        {
            var found = Path.Combine(folder.FullName, FolderName);
            // Where upper and lower case are one, this project's own folder has the name too, but no scheme in it.
            if (SchemeFilesIn(found).Any())
            {
                return found;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, FolderName);
    }

    private static SortedDictionary<string, SchemeFiles> ReadAll(string folder, ILogger log)
    {
        var schemes = new SortedDictionary<string, SchemeFiles>(StringComparer.Ordinal);
        foreach (var file in SchemeFilesIn(folder))
        {
            var home = Path.GetDirectoryName(file)!;
            try
            {
                var files = SchemeFiles.Read(
                    File.ReadAllText(file),
                    (_, name) => FileIn(home, name)
                );
                files = files.WithSource(FileIn(home, files.Scheme.Source.File));
                if (!schemes.TryAdd(files.Scheme.Id, files))
                {
                    LogTwice(log, files.Scheme.Id);
                }
            }
            catch (SchemeException unreadable)
            {
                LogUnreadable(log, home, unreadable);
            }
        }

        if (schemes.Count == 0)
        {
            LogNoScheme(log, folder);
        }

        return schemes;
    }

    /// <summary>The scheme file of each folder in the catalog.</summary>
    private static IEnumerable<string> SchemeFilesIn(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .Select(scheme => Path.Combine(scheme, SchemeFiles.FileName))
                .Where(File.Exists)
                .Order(StringComparer.Ordinal)
            : [];

    private static string? FileIn(string home, string name)
    {
        var path = Path.GetFullPath(name, home);
        // A scheme names files in its own folder, never elsewhere.
        return
            path.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && File.Exists(path)
            ? File.ReadAllText(path)
            : null;
    }

    [LoggerMessage(LogLevel.Warning, "The catalog has scheme {Scheme} twice")]
    private static partial void LogTwice(ILogger log, string scheme);

    [LoggerMessage(LogLevel.Warning, "The scheme in {Folder} cannot be read and is not offered")]
    private static partial void LogUnreadable(ILogger log, string folder, Exception failure);

    [LoggerMessage(LogLevel.Warning, "There is no usable scheme in {Folder}")]
    private static partial void LogNoScheme(ILogger log, string folder);
}
