namespace Aspire.Hosting.ApplicationModel;

public interface IResource
{
    string Name { get; }
}

/// <summary>Can be given environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>Can be reached at named addresses.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>Can wait for another resource.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>Can be told to others by a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>Known once the application has been built and its ports are chosen.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default);
}

public abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;
}
