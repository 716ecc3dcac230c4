using NetArchTest.Rules;
using Xunit;

namespace Assessment.Architecture.Tests;

/// <summary>The engine is a pure function: no I/O, no clock, no randomness, no hosting.</summary>
public sealed class EngineTest
{
    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.Net")]
    [InlineData("System.Console")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.Random")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.Threading.Tasks")]
    [InlineData("Microsoft.Extensions")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    public void Engine_DoesNotDependOn(string forbidden) =>
        Assert.Empty(
            Types
                .InAssembly(Parts.Load("Engine"))
                .Should()
                .NotHaveDependencyOn(forbidden)
                .GetResult()
                .FailingTypeNames
                ?? []
        );
}
