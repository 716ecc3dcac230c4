namespace Assessment.Testing.Servers;

/// <summary>A database that is made once and then copied, for each who asks for one like it.</summary>
/// <param name="Name">The same name is the same content: it tells the service and its migrations.</param>
/// <param name="FillAsync">Makes tables in an empty database, which it is given by connection string.</param>
public sealed record DatabaseTemplate(string Name, Func<string, CancellationToken, Task> FillAsync);
