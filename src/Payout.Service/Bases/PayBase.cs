using Assessment.ServiceDefaults.Townships;

namespace Assessment.Payout.Bases;

/// <summary>绩效基数 of a person, in yuan. It never leaves this service.</summary>
public sealed class PayBase : ITownshipOwned
{
    public string Township { get; set; } = "";

    public string Person { get; init; } = "";

    public decimal Base { get; set; }
}
