using System.Buffers;
using System.Security.Cryptography;

namespace Assessment.Engine.Results;

/// <summary>Takes what a writer writes straight into a SHA-256, so that a district's text is never whole in memory.</summary>
internal sealed class HashingBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Size = 1 << 16;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[Size];
    private int _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _buffer.AsSpan(_written);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>In lower-case hexadecimal.</summary>
    internal string Hash()
    {
        TakeIn();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    private void MakeRoom(int wanted)
    {
        if (_buffer.Length - _written > wanted)
        {
            return;
        }

        TakeIn();
        if (_buffer.Length <= wanted)
        {
            _buffer = new byte[wanted + 1];
        }
    }

    private void TakeIn()
    {
        _hash.AppendData(_buffer.AsSpan(0, _written));
        _written = 0;
    }
}
