using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Assessment.Demo;

/// <summary>认证器: makes codes as the app on a person's telephone does (TOTP, RFC 6238: SHA-1, 30 s, six digits).</summary>
/// <param name="key">In base 32, as the platform shows it.</param>
public sealed class Authenticator(string key, TimeProvider time)
{
    private const int StepSeconds = 30;

    /// <summary>So many steps away from the present one a code may be.</summary>
    private const int Drift = 2;
    private long _last;

    public string Key => key;

    /// <summary>A code that was not shown before: the platform accepts each once, and none older than one it has seen.</summary>
    public async Task<string> NextCodeAsync(CancellationToken cancellationToken)
    {
        // The oldest step that is still accepted could be over by the time the code arrives.
        _last = Math.Max(_last + 1, Present() - Drift + 1);
        while (_last > Present() + Drift)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }

        return CodeOf(Bytes(key), _last);
    }

    public static string CodeOf(byte[] secret, long step, int digits = 6)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What RFC 6238 and the apps have; in an HMAC the weakness of SHA-1 does no harm.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF));
        var code = (number & int.MaxValue) % (int)Math.Pow(10, digits);
        return code.ToString($"D{digits}", CultureInfo.InvariantCulture);
    }

    private long Present() => time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(
            base32.Select(letter =>
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter).ToString("B5")
            )
        );
        return
        [
            .. bits.Chunk(8)
                .Where(chunk => chunk.Length == 8)
                .Select(chunk => Convert.ToByte(new string(chunk), 2)),
        ];
    }
}
