using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Previews;

/// <summary>What an import would do, page by page, with what a person should look at. It is filled by one thread and may be read by others when the run is over.</summary>
/// <param name="clock">The clock by which a publication is in the future.</param>
/// <param name="most">At most so many pages are kept; the rest is counted.</param>
public sealed class ImportPreview(TimeProvider clock, int most)
{
    // Whole transcripts stand here, twice where they were edited.
    private const int MostCharacters = 20_000_000;

    private readonly SortedDictionary<ReadingWarning, int> warnings = [];
    private readonly List<PreviewedPage> pages = [];
    private int characters;

    /// <summary>How many records each warning is about.</summary>
    public IReadOnlyDictionary<ReadingWarning, int> Warnings => warnings;

    /// <summary>The first pages that would change something, were skipped or could not be read, in the order of the source.</summary>
    public IReadOnlyList<PreviewedPage> Pages => pages;

    /// <summary>How many such pages are not kept.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Takes note of a batch.</summary>
    public void Count(IReadOnlyList<PageOutcome> outcomes)
    {
        foreach (var outcome in outcomes.Where(outcome => outcome.Outcome != Outcome.Unchanged))
        {
            IReadOnlyList<ReadingWarning> found = outcome.Change is { } change ? ReadingWarnings.Of(change.After, change.Form, clock.GetUtcNow()) : [];
            foreach (var warning in found)
                warnings[warning] = warnings.GetValueOrDefault(warning) + 1;
            Keep(new PreviewedPage(outcome, found));
        }
    }

    private void Keep(PreviewedPage page)
    {
        var size = Size(page.Outcome.Change);
        if (pages.Count == most || characters + size > MostCharacters)
        {
            LeftOut++;
            return;
        }

        characters += size;
        pages.Add(page);
    }

    private static int Size(ContentChange? change) => change is null ? 0 : Size(change.Before) + Size(change.After);

    private static int Size(Records.ArchiveRecord? record) => record?.Passages.Sum(passage => passage.Text.Length) ?? 0;
}

/// <summary>A page of a preview.</summary>
/// <param name="Outcome">What would happen to it, and what it would do to a record.</param>
/// <param name="Warnings">What a person should look at.</param>
public sealed record PreviewedPage(PageOutcome Outcome, IReadOnlyList<ReadingWarning> Warnings);
