namespace Assessment.ServiceDefaults.Townships;

/// <summary>A row that belongs to one township (镇/街道). The storage fills it in and guards it.</summary>
public interface ITownshipOwned
{
    string Township { get; set; }
}

/// <summary>
/// A row of the whole deployment (平台) and of no township: every township reads it, and only who looks after the platform
/// writes it. It holds nothing of any township.
/// </summary>
public interface IDeploymentOwned;

/// <summary>
/// The township in which the current request, message or job works. It is entered once, from the signed-in ticket or
/// the message, and cannot be changed afterwards.
/// </summary>
public sealed class TownshipScope
{
    /// <summary>What stands in the place of a township where something belongs to none.</summary>
    public const string Deployment = "";

    /// <summary>Null before a township was entered: then no township's rows are to be seen.</summary>
    public string? Current { get; private set; }

    /// <summary>Whether the scope looks for work of any township.</summary>
    public bool IsCrossTownship { get; private set; }

    /// <exception cref="InvalidOperationException">The scope already works in another township.</exception>
    public void Enter(string township)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(township);
        if (Current is not null && Current != township)
        {
            throw new InvalidOperationException(
                $"The scope works in {Current} and cannot enter {township}."
            );
        }

        Current = township;
        IsCrossTownship = false;
    }

    /// <summary>
    /// For what belongs to no township: the audit log of the deployment, in which it is recorded. Rows of townships are
    /// neither seen nor written.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope already works in a township.</exception>
    public void EnterDeployment()
    {
        if (Current is { Length: > 0 } township)
        {
            throw new InvalidOperationException(
                $"The scope works in {township} and cannot work for the deployment."
            );
        }

        Current = Deployment;
        IsCrossTownship = false;
    }

    /// <summary>
    /// For the few jobs that do not know yet whose work comes next: a waiting upload, a message to be sent, the
    /// household behind a link. Entering the township that was found ends it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope works in a township, and that is final.</exception>
    public void EnterCrossTownship()
    {
        if (Current is not null)
        {
            throw new InvalidOperationException(
                $"The scope works in {Current} and cannot look across townships."
            );
        }

        IsCrossTownship = true;
    }
}
