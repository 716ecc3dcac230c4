using System.Diagnostics;
using System.Globalization;
using Assessment.Testing.PrivateServers;
using Npgsql;
using Xunit;

namespace Assessment.Faults.Tests.FullDisk;

/// <summary>
/// No file of the server may grow beyond a limit that lies in the middle of a page. The write of the page at the
/// limit is cut short, as on a full disk, and PostgreSQL takes the same path: SQLSTATE 53100. It holds for each file
/// on its own, and needs no rights.
/// </summary>
internal sealed class LimitedFiles(PostgresServer server, string folder) : SmallDisk(server)
{
    /// <summary>As large as a segment of the write-ahead log, which must go on; and half a page.</summary>
    private const long Limit = (16 * 1024 * 1024) + 4096;
    private const int EnoughRows = 400_000;

    private readonly string _folder = folder;

    public static async Task<SmallDisk> OfAsync(PostgresServer server, string folder)
    {
        var disk = new LimitedFiles(server, folder);
        await LimitAsync(disk.Postmaster(), $"{Limit}:");
        return disk;
    }

    public override async Task FillAsync(string database, IEnumerable<Filling> tables)
    {
        foreach (var table in tables)
        {
            // Fails as a whole, and leaves the file full of rows that nobody sees.
            var full = await Assert.ThrowsAsync<PostgresException>(() =>
                ExecuteAsync(
                    database,
                    $"INSERT INTO {table.Table} ({table.Columns}) {table.Rows} FROM generate_series(1, {EnoughRows}) n"
                )
            );
            Assert.Equal(PostgresErrorCodes.DiskFull, full.SqlState);
        }
    }

    public override async Task FreeAsync()
    {
        var postmaster = Postmaster();
        await LimitAsync(postmaster, "unlimited:");
        foreach (var process in ChildrenOf(postmaster))
        {
            await LimitAsync(process, "unlimited:", mayHaveEnded: true);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private int Postmaster()
    {
        var pidFile = Directory
            .EnumerateFiles(_folder, "postmaster.pid", SearchOption.AllDirectories)
            .Single();
        return int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<int> ChildrenOf(int process) =>
        Directory
            .EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(task =>
                File.ReadAllText(Path.Combine(task, "children"))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            )
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>Under root the server has an account of its own, and only that may change its limits everywhere.</summary>
    /// <param name="mayHaveEnded">Backends and autovacuum's workers come and go: one that is gone needs no limit.</param>
    private static async Task LimitAsync(int process, string limit, bool mayHaveEnded = false)
    {
        string[] asItsAccount = Environment.IsPrivilegedProcess
            ? ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
            : [];
        using var prlimit = Process.Start(
            "setpriv",
            [.. asItsAccount, "prlimit", "--pid", $"{process}", $"--fsize={limit}"]
        );
        await prlimit.WaitForExitAsync();
        if (!mayHaveEnded || Directory.Exists($"/proc/{process}"))
        {
            Assert.Equal(0, prlimit.ExitCode);
        }
    }
}
