using NetArchTest.Rules;
using Xunit;

namespace Assessment.Architecture.Tests;

/// <summary>References point inward, and no service knows another.</summary>
public sealed class ReferencesTest
{
    public static TheoryData<string> AllParts => [.. Parts.Inward.Keys];

    [Theory]
    [MemberData(nameof(AllParts))]
    public void Part_DependsOnPartsFurtherInOnly(string part)
    {
        string[] others =
        [
            .. Parts
                .Inward.Keys.Where(other => other != part && !Parts.Inward[part].Contains(other))
                .Select(other => $"Assessment.{other}"),
        ];

        Assert.Empty(
            Types
                .InAssembly(Parts.Load(part))
                .Should()
                .NotHaveDependencyOnAny(others)
                .GetResult()
                .FailingTypeNames
                ?? []
        );
    }
}
