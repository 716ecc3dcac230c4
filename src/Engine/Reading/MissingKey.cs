namespace Assessment.Engine.Reading;

/// <summary>What is said of a key that must be there and is not; said in one place, because it is taken back in another.</summary>
internal static class MissingKey
{
    internal const string Code = "key-missing";

    internal static string Message(string key) => $"缺少“{key}”";
}
