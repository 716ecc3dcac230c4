using System.Runtime.InteropServices;

namespace Assessment.Engine.Language;

/// <summary>考核方式 of a line or item, for policies that look at it.</summary>
/// <param name="OnSite">实地考核: assessors come to the area.</param>
/// <param name="Ledger">台账考核: the area has to keep records for it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WayOfAssessment(bool OnSite, bool Ledger);
