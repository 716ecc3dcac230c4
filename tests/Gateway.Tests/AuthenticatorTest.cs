extern alias Demo;

using System.Text;
using Assessment.Gateway.SecondFactor;
using Demo::Assessment.Demo;

namespace Assessment.Gateway.Tests;

public sealed class AuthenticatorTest
{
    private const string Secret = "12345678901234567890";
    private const string SecretInBase32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// <summary>RFC 6238, appendix B, for SHA-1.</summary>
    public static TheoryData<long, string> Vectors() =>
        new()
        {
            { 59, "94287082" },
            { 1111111109, "07081804" },
            { 1111111111, "14050471" },
            { 1234567890, "89005924" },
            { 2000000000, "69279037" },
            { 20000000000, "65353130" },
        };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void CodeOfThePhone_IsThatOfTheStandard(long seconds, string code) =>
        Assert.Equal(
            code,
            Authenticator.CodeOf(Encoding.ASCII.GetBytes(Secret), seconds / 30, digits: 8)
        );

    [Theory]
    [MemberData(nameof(Vectors))]
    public void StepOfACode_IsFoundWithinTheDrift(long seconds, string code)
    {
        var step = seconds / 30;
        var six = code[2..];

        foreach (var drift in new[] { -2, 0, 2 })
        {
            Assert.Equal(step, TimeBasedCode.StepOf(SecretInBase32, six, AtStep(step + drift)));
        }

        Assert.Null(TimeBasedCode.StepOf(SecretInBase32, six, AtStep(step + 3)));
        Assert.Null(TimeBasedCode.StepOf(SecretInBase32, "12345x", AtStep(step)));
    }

    private static DateTimeOffset AtStep(long step) =>
        DateTimeOffset.FromUnixTimeSeconds(step * 30);
}
