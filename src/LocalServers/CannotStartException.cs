namespace Assessment.LocalServers;

/// <summary>Something that the person at the machine must put right; reported in one line, without a stack.</summary>
public sealed class CannotStartException(string message) : Exception(message);
