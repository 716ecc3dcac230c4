using System.Reflection;
using Assessment.Engine.Language;
using Xunit.Sdk;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>Says where in the scheme file the thresholds are that a test has cases at, below and above.</summary>
internal interface ICoversThresholds
{
    IReadOnlyList<string> Paths { get; }
}

/// <summary>The thresholds (by <see cref="ThresholdPaths"/>) that a test covers.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ThresholdAttribute(params string[] paths) : Attribute, ICoversThresholds
{
    public IReadOnlyList<string> Paths { get; } = paths;
}

/// <summary>A row about the range of a fact or of a line's scores: its place, and its two ends.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class RangeRowAttribute(string path, double least, double most)
    : DataAttribute,
        ICoversThresholds
{
    public IReadOnlyList<string> Paths { get; } = [path];

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [path.Split('/')[^2], (decimal)least, (decimal)most],
        ];
}

/// <summary>The scheme whose thresholds a class of tests covers.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ThresholdsOfAttribute(string scheme) : Attribute
{
    internal string Scheme { get; } = scheme;
}
