using Assessment.Scoring.Areas;
using Assessment.Scoring.Certificates;
using Assessment.Scoring.Contacts;
using Assessment.Scoring.Departments;
using Assessment.Scoring.Households;
using Assessment.Scoring.Postings;
using Assessment.Scoring.Staff;

namespace Assessment.Scoring.Registers;

/// <summary>The registers that there are.</summary>
public static class AllRegisters
{
    public static AreasRegister Areas { get; } = new();

    public static StaffRegister Staff { get; } = new();

    public static PostingsRegister Postings { get; } = new();

    public static DepartmentsRegister Departments { get; } = new();

    /// <summary>Each after those that its rows refer to.</summary>
    public static IReadOnlyList<Register> InOrder { get; } =
    [
        Areas,
        Departments,
        Staff,
        Postings,
        new CertificatesRegister(),
        new ContactsRegister(),
        new HouseholdsRegister(),
    ];

    /// <exception cref="RegisterIsUnknown">There is none of this name.</exception>
    public static Register Of(string name) =>
        InOrder.FirstOrDefault(register => register.Name == name)
        ?? throw new RegisterIsUnknown(name);
}
