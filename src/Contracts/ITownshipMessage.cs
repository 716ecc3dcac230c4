namespace Assessment.Contracts;

/// <summary>A message that belongs to one township (镇/街道). Consumers work inside that township only.</summary>
public interface ITownshipMessage
{
    /// <summary>The township's id, a slug.</summary>
    string Township { get; }
}
