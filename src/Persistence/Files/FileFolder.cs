using Assessment.Persistence.Files.Sealing;
using Microsoft.Win32.SafeHandles;

namespace Assessment.Persistence.Files;

/// <summary>
/// The folder with the sealed contents, which all replicas of the service share: <c>township/aa/id</c>, with the last
/// two digits of the id for <c>aa</c>, so that no folder has too many.
/// </summary>
internal sealed class FileFolder(FileSettings settings)
{
    private const string Unfinished = ".part";

    /// <summary>A name under which the content is written until it is whole.</summary>
    public string UnfinishedPathOf(FileIdentity file) => PathOf(file) + Unfinished;

    /// <exception cref="InvalidOperationException">The township's id is not fit for a folder's name.</exception>
    public string PathOf(FileIdentity file)
    {
        if (!file.Township.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new InvalidOperationException("A township's id has letters, digits and dashes.");
        }

        var id = file.Id.ToString("N");
        return Path.Combine(settings.Folder, file.Township, id[^2..], id);
    }

    public SafeFileHandle Create(FileIdentity file)
    {
        var path = UnfinishedPathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.OpenHandle(
            path,
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.Read | FileShare.Delete,
            FileOptions.Asynchronous
        );
    }

    /// <summary>
    /// Gives a whole content its name. It is flushed to the disk before, so that the name never stands for less, and
    /// after, so that the row that follows finds the name.
    /// </summary>
    public void Keep(FileIdentity file, SafeFileHandle content)
    {
        RandomAccess.FlushToDisk(content);
        File.Move(UnfinishedPathOf(file), PathOf(file));
        RandomAccess.FlushToDisk(content);
    }

    /// <exception cref="IOException">There is no such file, or the folder is away.</exception>
    public SafeFileHandle Open(FileIdentity file) =>
        File.OpenHandle(
            PathOf(file),
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            FileOptions.Asynchronous
        );

    public bool Has(FileIdentity file) => File.Exists(PathOf(file));

    public void Remove(FileIdentity file) => File.Delete(PathOf(file));

    public void RemoveUnfinished(FileIdentity file)
    {
        // Deleting fails where not even the file's folder is there.
        var path = UnfinishedPathOf(file);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>What is on disk under names of ours. Other files are nobody's concern here.</summary>
    public IEnumerable<FileOnDisk> All()
    {
        var root = new DirectoryInfo(settings.Folder);
        if (!root.Exists)
        {
            yield break;
        }

        foreach (var file in root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var township = file.Directory?.Parent;
            var isUnfinished = file.Extension == Unfinished;
            var name = isUnfinished ? Path.GetFileNameWithoutExtension(file.Name) : file.Name;
            if (
                township?.Parent?.FullName == root.FullName
                && Guid.TryParseExact(name, "N", out var id)
            )
            {
                yield return new FileOnDisk(
                    new FileIdentity(township.Name, id),
                    isUnfinished,
                    file.Length,
                    new DateTimeOffset(file.LastWriteTimeUtc)
                );
            }
        }
    }

    /// <summary>Writes and removes a few bytes.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not.</exception>
    public void TryWriting()
    {
        Directory.CreateDirectory(settings.Folder);
        var path = Path.Combine(settings.Folder, $".probe-{Guid.NewGuid():N}");
        using var probe = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 1,
            FileOptions.DeleteOnClose
        );
        probe.WriteByte(1);
        probe.Flush(flushToDisk: true);
    }
}

/// <param name="Length">As it is stored, with the framing.</param>
internal sealed record FileOnDisk(
    FileIdentity File,
    bool IsUnfinished,
    long Length,
    DateTimeOffset WrittenAt
);
