using KremlinArchive.Store.Withholding;

namespace KremlinArchive.Cli.Output;

/// <summary>What is said in the place of something withheld.</summary>
internal static class TombstoneSentence
{
    /// <param name="tombstone">What stays of it.</param>
    /// <param name="what">It, as a sentence begins with it.</param>
    public static string Sentence(this Tombstone tombstone, string what) =>
        $"{what} is withheld since {Figures.Time(tombstone.WithheldAt)}. The reason: {tombstone.Reason}";
}
