namespace KremlinArchive.Records;

/// <summary>What a capture means for a record that the archive already holds.</summary>
public enum ArrivalMeaning
{
    /// <summary>The same again: one more sighting of the version.</summary>
    Sighting,

    /// <summary>The same text with more about it: fields that the version's own form could not carry, a better kind, new links beside the text.</summary>
    Enrichment,

    /// <summary>The text or a field was edited: a new version.</summary>
    Revision,
}

/// <summary>The judgement on a capture of a record that is already held.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Record">The record's content after it: fields that the capture's form cannot carry are those of before.</param>
public sealed record Arrival(ArrivalMeaning Meaning, ArchiveRecord Record)
{
    /// <summary>Judges a capture against a version; both are of one record.</summary>
    /// <param name="held">The version's content.</param>
    /// <param name="heldForm">The richest form that the version was seen in.</param>
    /// <param name="arrived">What the capture says.</param>
    /// <param name="arrivedForm">The capture's form.</param>
    public static Arrival Judge(ArchiveRecord held, CaptureForm heldForm, ArchiveRecord arrived, CaptureForm arrivedForm)
    {
        var sameText = CanonicalText.Of(held) == CanonicalText.Of(arrived);
        var rank = Richness(arrived, arrivedForm).CompareTo(Richness(held, heldForm));
        var merged = Carries(arrived, arrivedForm) ? arrived : FillGaps(arrived, held, keepsPassages: sameText && rank <= 0);
        var sameHeading = Same(held.Title, merged.Title) && Same(held.Lead, merged.Lead);

        if (sameText && sameHeading && rank < 0)
            return new Arrival(ArrivalMeaning.Sighting, held);
        if (sameText && sameHeading && SameFields(held, merged))
            return rank >= 0 && !SameSurroundings(held, merged, rank) ? new Arrival(ArrivalMeaning.Enrichment, merged) : new Arrival(ArrivalMeaning.Sighting, held);
        if (sameText && rank > 0 && OnlyAdds(held, merged))
            return new Arrival(ArrivalMeaning.Enrichment, merged);
        return new Arrival(ArrivalMeaning.Revision, merged);
    }

    // An act's print page is its bare text; an article's has all that the page has.
    private static bool Carries(ArchiveRecord record, CaptureForm form) => Richness(record, form) == 3;

    private static int Richness(ArchiveRecord record, CaptureForm form) => form switch
    {
        CaptureForm.Page => 3,
        CaptureForm.Print => record.Id.Collection == Collection.Acts ? 1 : 3,
        CaptureForm.Feed => 2,
        CaptureForm.Copy => 1,
        _ => 0,
    };

    private static ArchiveRecord FillGaps(ArchiveRecord arrived, ArchiveRecord held, bool keepsPassages) => arrived with
    {
        Address = held.Address,
        Lead = arrived.Lead ?? held.Lead,
        Published = arrived.Published.Date == held.Published.Date && arrived.Published.Time is null ? held.Published : arrived.Published,
        Place = arrived.Place ?? held.Place,
        Kind = held.Kind,
        Sections = Filled(arrived.Sections, held.Sections),
        Topics = Filled(arrived.Topics, held.Topics),
        Persons = Filled(arrived.Persons, held.Persons),
        Countries = Filled(arrived.Countries, held.Countries),
        Regions = Filled(arrived.Regions, held.Regions),
        EventDates = arrived.EventDates ?? held.EventDates,
        Updated = arrived.Updated ?? held.Updated,
        Related = Filled(arrived.Related, held.Related),
        Passages = keepsPassages ? held.Passages : arrived.Passages,
    };

    private static IReadOnlyList<T> Filled<T>(IReadOnlyList<T> arrived, IReadOnlyList<T> held) =>
        held.Count > 0 ? held : arrived;

    private static bool SameFields(ArchiveRecord a, ArchiveRecord b) =>
        a.Published == b.Published
        && a.EventDates == b.EventDates
        && Same(a.Place, b.Place)
        && SameSet(a.Sections, b.Sections)
        && SameTags(a.Topics, b.Topics)
        && SameTags(a.Persons, b.Persons)
        && SameTags(a.Countries, b.Countries)
        && SameTags(a.Regions, b.Regions);

    // The kind is our own judgement and the links beside the text are not the text: a change of these is no edit, and is not lost.
    private static bool SameSurroundings(ArchiveRecord held, ArchiveRecord merged, int rank) =>
        held.Kind == merged.Kind && held.Related.SequenceEqual(merged.Related) && (rank == 0 || held.Passages.SequenceEqual(merged.Passages));

    private static bool OnlyAdds(ArchiveRecord held, ArchiveRecord merged) =>
        Same(held.Title, merged.Title)
        && (held.Lead is null || Same(held.Lead, merged.Lead))
        && (held.Place is null || Same(held.Place, merged.Place))
        && held.Published.Date == merged.Published.Date
        && (held.Published.Time is null || held.Published == merged.Published)
        && (held.EventDates is null || held.EventDates == merged.EventDates)
        && held.Sections.All(merged.Sections.Contains)
        && held.Topics.All(merged.Topics.Contains)
        && held.Persons.All(merged.Persons.Contains)
        && held.Countries.All(merged.Countries.Contains)
        && held.Regions.All(merged.Regions.Contains);

    private static bool Same(string? a, string? b) => CanonicalText.Of(a) == CanonicalText.Of(b);

    private static bool SameTags(IReadOnlyList<Tag> a, IReadOnlyList<Tag> b) =>
        SameSet([.. a.Select(tag => tag.Key)], [.. b.Select(tag => tag.Key)]);

    private static bool SameSet(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == b.Count && a.ToHashSet(StringComparer.Ordinal).SetEquals(b);
}
