using Assessment.Gateway.Passwords;

namespace Assessment.Gateway.Tests;

public sealed class PasswordRulesTest
{
    private readonly PasswordRules _rules = new();

    [Theory]
    [InlineData("woaini1314")]
    [InlineData("WoAiNi1314")]
    [InlineData("1234567890")]
    [InlineData("qwertyuiop")]
    [InlineData("Qwertyuiop2026")]
    [InlineData("a123456789")]
    [InlineData("password20261121")]
    [InlineData("5201314520")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("ababababab")]
    public void PasswordThatIsTriedFirst_IsRefused(string password) =>
        Assert.Throws<PasswordIsCommon>(() => _rules.MustAllow(password, "somebody"));

    [Theory]
    [InlineData("a sentence to remember")]
    [InlineData("先天下之忧而忧，后天下之乐而乐")]
    [InlineData("7391846205")]
    public void PasswordOfOnesOwn_IsAllowed(string password) =>
        _rules.MustAllow(password, "somebody");

    [Fact]
    public void Length_MustBeWithinTheBounds()
    {
        const string OneTooShort = "zq7vk2xw9";
        Assert.Throws<PasswordIsTooShort>(() => _rules.MustAllow(OneTooShort, "somebody"));
        _rules.MustAllow(OneTooShort + "p", "somebody");
        var longest = string.Concat(Enumerable.Repeat("zq7vk2xw", 16));
        _rules.MustAllow(longest, "somebody");
        Assert.Throws<PasswordIsTooLong>(() => _rules.MustAllow(longest + "p", "somebody"));
    }

    [Fact]
    public void PasswordWithTheUserName_IsRefused() =>
        Assert.Throws<PasswordContainsUserName>(() =>
            _rules.MustAllow("xx-Gaojing-Admin-xx", "gaojing-admin")
        );
}
