namespace Assessment.Cli;

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>The files could be looked at, and something in them is wrong; standard output says what.</summary>
    internal const int ProblemsFound = 1;

    /// <summary>
    /// The command line or a file cannot be used, or the file does not have what was asked for; standard error says why,
    /// in one line for each reason. A scheme in which <c>check</c> finds something cannot be used to calculate, unless
    /// <c>--unchecked</c> says so.
    /// </summary>
    internal const int CannotUse = 2;
}
