using System.Security.Cryptography;
using Assessment.Persistence.Files.Sealing;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

/// <summary>The framing alone, with chunks of a few bytes so that there are many of them.</summary>
public sealed class SealedChunksTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assessment-sealed-");
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedChunks.KeyLength);
    private readonly FileIdentity _file = new("a", Guid.NewGuid());

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Whatever the content, its length and the parts in which it comes and goes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnyContent_ComesBackAsItWas_FromAnyPlace(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var chunk = random.Next(1, 40);
            var content = new byte[random.Next(1, 400)];
            random.NextBytes(content);

            var path = await SealAsync(content, chunk, random);

            Assert.Equal(Lengths(content.Length, chunk), new FileInfo(path).Length);
            using var handle = File.OpenHandle(path);
            await using var opened = OpenedFile.Open(handle, _key, _file);
            Assert.Equal(content.Length, opened.Length);
            for (var look = 0; look < 5; look++)
            {
                var from = random.Next(content.Length);
                opened.Position = from;
                using var rest = new MemoryStream();
                await opened.CopyToAsync(rest, random.Next(1, 100));
                Assert.Equal(content[from..], rest.ToArray());
            }
        }
    }

    [Fact]
    public async Task AnyBitChanged_IsFound()
    {
        var path = await SealAsync(RandomNumberGenerator.GetBytes(25), chunk: 10);
        var whole = await File.ReadAllBytesAsync(path);

        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 1;
            await File.WriteAllBytesAsync(path, changed);

            await Assert.ThrowsAsync<FileIsDamaged>(() => ReadAsync(path, _file));
        }
    }

    /// <summary>Also at the end of a chunk, where every chunk that is left is in order.</summary>
    [Fact]
    public async Task FileCutOffAnywhere_IsFound()
    {
        var path = await SealAsync(RandomNumberGenerator.GetBytes(30), chunk: 10);
        var whole = await File.ReadAllBytesAsync(path);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length]);

            await Assert.ThrowsAsync<FileIsDamaged>(() => ReadAsync(path, _file));
        }
    }

    [Fact]
    public async Task ChunksExchangedRepeatedOrLeftOut_AreFound()
    {
        var path = await SealAsync(RandomNumberGenerator.GetBytes(30), chunk: 10);
        var whole = await File.ReadAllBytesAsync(path);
        var header = whole[..SealedChunks.HeaderLength];
        var chunks = whole[SealedChunks.HeaderLength..]
            .Chunk(10 + SealedChunks.TagLength)
            .ToArray();

        foreach (
            var order in (int[][])
                [
                    [1, 0, 2],
                    [0, 2],
                    [1, 2],
                    [2],
                    [0, 1, 1, 2],
                    [0, 1, 2, 2],
                    [0, 0, 2],
                ]
        )
        {
            byte[] changed = [.. header, .. order.SelectMany(number => chunks[number])];
            await File.WriteAllBytesAsync(path, changed);

            await Assert.ThrowsAsync<FileIsDamaged>(() => ReadAsync(path, _file));
        }
    }

    [Fact]
    public async Task ContentOfAnotherFileOrTownship_IsFound()
    {
        var path = await SealAsync(RandomNumberGenerator.GetBytes(5), chunk: 10);

        await Assert.ThrowsAsync<FileIsDamaged>(() =>
            ReadAsync(path, _file with { Id = Guid.NewGuid() })
        );
        await Assert.ThrowsAsync<FileIsDamaged>(() =>
            ReadAsync(path, _file with { Township = "b" })
        );
    }

    private static long Lengths(int content, int chunk) =>
        SealedChunks.HeaderLength
        + content
        + (SealedChunks.TagLength * ((content + chunk - 1) / chunk));

    private async Task<string> SealAsync(byte[] content, int chunk, Random? random = null)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}");
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        using var chunks = SealedChunks.Of(_key, _file, chunk);
        using var writer = new SealingWriter(handle, chunks);
        for (var at = 0; at < content.Length; )
        {
            var part = Math.Min(random?.Next(1, 60) ?? content.Length, content.Length - at);
            await writer.WriteAsync(content.AsMemory(at, part), CancellationToken.None);
            at += part;
        }

        await writer.CompleteAsync(CancellationToken.None);
        return path;
    }

    private async Task ReadAsync(string path, FileIdentity file)
    {
        using var handle = File.OpenHandle(path);
        await using var opened = OpenedFile.Open(handle, _key, file);
        await opened.CopyToAsync(Stream.Null);
    }
}
