using Microsoft.Win32.SafeHandles;

namespace Assessment.Persistence.Files.Sealing;

/// <summary>Seals a content while it comes in; of the content no more than a chunk is in memory.</summary>
internal sealed class SealingWriter(SafeFileHandle file, SealedChunks chunks) : IDisposable
{
    private readonly byte[] _plain = new byte[chunks.Chunk];
    private readonly byte[] _sealed = new byte[chunks.Chunk + SealedChunks.TagLength];
    private int _filled;
    private long _number;
    private long _at;

    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        while (content.Length > 0)
        {
            // A full chunk waits: only with the next byte is it known that it is not the last one.
            if (_filled == _plain.Length)
            {
                await WriteChunkAsync(last: false, cancellationToken);
            }

            var part = Math.Min(content.Length, _plain.Length - _filled);
            content[..part].CopyTo(_plain.AsMemory(_filled));
            _filled += part;
            content = content[part..];
        }
    }

    /// <summary>Writes the last chunk.</summary>
    /// <exception cref="InvalidOperationException">There was no content.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken) =>
        _filled > 0
            ? WriteChunkAsync(last: true, cancellationToken)
            : throw new InvalidOperationException("An empty file has no last chunk.");

    public void Dispose() => Array.Clear(_plain);

    private async Task WriteChunkAsync(bool last, CancellationToken cancellationToken)
    {
        if (_number == 0)
        {
            await RandomAccess.WriteAsync(file, chunks.Header.ToArray(), 0, cancellationToken);
            _at = SealedChunks.HeaderLength;
        }

        var length = _filled + SealedChunks.TagLength;
        chunks.Seal(_number, last, _plain.AsSpan(0, _filled), _sealed);
        await RandomAccess.WriteAsync(file, _sealed.AsMemory(0, length), _at, cancellationToken);
        _at += length;
        _number++;
        _filled = 0;
    }
}
