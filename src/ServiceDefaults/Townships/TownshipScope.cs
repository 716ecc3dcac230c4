namespace Assessment.ServiceDefaults.Townships;

/// <summary>A row that belongs to one township (镇/街道). The storage fills it in and guards it.</summary>
public interface ITownshipOwned
{
    string Township { get; set; }
}

/// <summary>
/// The township in which the current request, message or job works. It is entered once, from the signed-in ticket or
/// the message, and cannot be changed afterwards.
/// </summary>
public sealed class TownshipScope
{
    /// <summary>Null before a township was entered: then no township's rows are to be seen.</summary>
    public string? Current { get; private set; }

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
    }
}
