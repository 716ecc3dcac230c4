using Microsoft.Win32.SafeHandles;

namespace Assessment.Persistence.Files.Sealing;

/// <summary>
/// The plain content of a stored file, to be read from any place. Nothing is given out before its chunk has been
/// verified; of the content no more than a chunk is in memory.
/// </summary>
internal sealed class OpenedFile : Stream
{
    private readonly SafeFileHandle _file;
    private readonly SealedChunks _chunks;
    private readonly byte[] _plain;
    private readonly byte[] _sealed;
    private readonly long _count;
    private long _current = -1;

    private OpenedFile(SafeFileHandle file, SealedChunks chunks, long stored)
    {
        _file = file;
        _chunks = chunks;
        _plain = new byte[chunks.Chunk];
        _sealed = new byte[chunks.Chunk + SealedChunks.TagLength];
        var (whole, rest) = Math.DivRem(stored - SealedChunks.HeaderLength, _sealed.Length);
        if (rest is > 0 and <= SealedChunks.TagLength || (whole == 0 && rest == 0))
        {
            throw new FileIsDamaged("The file ends within a chunk.");
        }

        _count = whole + (rest > 0 ? 1 : 0);
        Length = stored - SealedChunks.HeaderLength - (_count * SealedChunks.TagLength);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <exception cref="FileIsDamaged">It is none of ours, or its length cannot be right.</exception>
    public static OpenedFile Open(
        SafeFileHandle file,
        ReadOnlySpan<byte> key,
        FileIdentity identity
    )
    {
        Span<byte> header = stackalloc byte[SealedChunks.HeaderLength];
        var length = RandomAccess.Read(file, header, 0);
        var chunks = SealedChunks.Of(key, identity, header[..length]);
        try
        {
            return new OpenedFile(file, chunks, RandomAccess.GetLength(file));
        }
        catch (FileIsDamaged)
        {
            chunks.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = Position / _chunks.Chunk;
        if (number != _current)
        {
            Take(number, RandomAccess.Read(_file, _sealed, PlaceOf(number)));
        }

        return CopyTo(buffer);
    }

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = Position / _chunks.Chunk;
        if (number != _current)
        {
            Take(
                number,
                await RandomAccess.ReadAsync(_file, _sealed, PlaceOf(number), cancellationToken)
            );
        }

        return CopyTo(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Current => Position + offset,
            SeekOrigin.End => Length + offset,
            _ => offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.Clear(_plain);
            _chunks.Dispose();
        }

        base.Dispose(disposing);
    }

    private long PlaceOf(long number) => SealedChunks.HeaderLength + (number * _sealed.Length);

    private void Take(long number, int read)
    {
        var last = number == _count - 1;
        var expected = last
            ? (int)(Length - (number * _chunks.Chunk)) + SealedChunks.TagLength
            : _sealed.Length;
        if (read != expected)
        {
            throw new FileIsDamaged($"Chunk {number} has another length than it had.");
        }

        _current = -1;
        _chunks.Open(number, last, _sealed.AsSpan(0, read), _plain);
        _current = number;
    }

    private int CopyTo(Span<byte> buffer)
    {
        var from = (int)(Position - (_current * _chunks.Chunk));
        var within = (int)Math.Min(_chunks.Chunk - from, Length - Position);
        var taken = Math.Min(within, buffer.Length);
        _plain.AsSpan(from, taken).CopyTo(buffer);
        Position += taken;
        return taken;
    }
}
