using Assessment.Testing.PrivateServers;

namespace Assessment.Faults.Tests.FullDisk;

/// <summary>A file of nothing takes all the space that is left; everything on the disk stops growing at once.</summary>
internal sealed class MountedDisk(PostgresServer server, string folder) : SmallDisk(server)
{
    private const int NoSpaceLeft = 28;

    private readonly string _ballast = Path.Combine(folder, "ballast");

    public override Task FillAsync(string database, IEnumerable<Filling> tables)
    {
        using var ballast = new FileStream(
            _ballast,
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0
        );
        for (var size = 1024 * 1024; size >= 4096; size /= 2)
        {
            while (Takes(ballast, size)) { }
        }

        return Task.CompletedTask;
    }

    public override Task FreeAsync()
    {
        File.Delete(_ballast);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await FreeAsync();
        await Server.DisposeAsync();
    }

    private static bool Takes(FileStream ballast, int size)
    {
        try
        {
            ballast.Write(new byte[size]);
            return true;
        }
        catch (IOException full) when ((full.HResult & 0xFFFF) == NoSpaceLeft)
        {
            return false;
        }
    }
}
