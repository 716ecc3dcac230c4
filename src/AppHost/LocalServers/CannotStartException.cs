namespace Assessment.AppHost.LocalServers;

/// <summary>Something that the person at the machine must put right; reported in one line, without a stack.</summary>
internal sealed class CannotStartException(string message) : Exception(message);
