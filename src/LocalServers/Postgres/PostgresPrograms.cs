namespace Assessment.LocalServers.Postgres;

/// <summary>Where Debian keeps PostgreSQL's programs: a folder per major version.</summary>
public static class PostgresPrograms
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>The version that the cluster was made with; the newest there is for a new cluster.</summary>
    public static string For(string cluster)
    {
        var made = Path.Combine(cluster, "PG_VERSION");
        var version = File.Exists(made) ? File.ReadAllText(made).Trim() : Newest();
        var programs = Path.Combine(Versions, version ?? "", "bin");
        return version is not null && File.Exists(Path.Combine(programs, "postgres"))
            ? programs
            : throw new CannotStartException(
                $"没有 PostgreSQL {version}：请运行 ./run，它会说明要安装什么。"
            );
    }

    private static string? Newest() =>
        Directory.Exists(Versions)
            ? Directory
                .EnumerateDirectories(Versions)
                .Select(folder => Path.GetFileName(folder))
                .Where(name => int.TryParse(name, out _))
                .MaxBy(int.Parse)
            : null;
}
