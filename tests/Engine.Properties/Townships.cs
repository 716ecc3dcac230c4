using FsCheck;
using FsCheck.Fluent;

namespace Assessment.Engine.Properties;

/// <summary>Townships of all sizes under a scheme; FsCheck draws them and makes those smaller in which a property fails.</summary>
internal static class Townships
{
    internal static Arbitrary<Township> Of(string scheme)
    {
        var read = Schemes.Read(scheme);
        var written = new WrittenScheme(Schemes.Text(scheme));
        return Arb.From(
            Gen.Sized(size =>
                Gen.Choose(0, int.MaxValue - 1)
                    .Select(seed => new Township(
                        read,
                        written,
                        new TownshipDraw(read, new Random(seed), size).Draw(),
                        seed
                    ))
            ),
            TownshipShrinker.Smaller
        );
    }
}
