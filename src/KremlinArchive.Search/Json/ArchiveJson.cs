using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Asked;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Listings;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Search.Json;

/// <summary>The one place where answers, records and the status become JSON, for the API and the command line alike.</summary>
public static class ArchiveJson
{
    /// <summary>
    /// The serializers of the bodies. Cyrillic and markup stand as themselves, so the text must be served as JSON
    /// (<c>application/json</c>) and never be put into a page.
    /// </summary>
    private static JsonSerializerOptions Options { get; } = CreateOptions();

    private static readonly ArchiveJsonContext Compact = new(new JsonSerializerOptions(Options));

    /// <summary>The answer in UTF-8.</summary>
    public static byte[] Write(SearchAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(Body(answer), Compact.SearchBody);

    /// <summary>The record in UTF-8.</summary>
    public static byte[] Write(StoredRecord record) => JsonSerializer.SerializeToUtf8Bytes(Body(record), Compact.RecordBody);

    /// <summary>The status in UTF-8.</summary>
    public static byte[] Write(ArchiveStatus status) => JsonSerializer.SerializeToUtf8Bytes(Body(status), Compact.StatusBody);

    /// <summary>The versions of a record in UTF-8.</summary>
    public static byte[] Write(VersionHistory history) => JsonSerializer.SerializeToUtf8Bytes(VersionJson.Body(history), Compact.VersionsBody);

    /// <summary>One version in UTF-8.</summary>
    public static byte[] Write(StoredVersion version) =>
        JsonSerializer.SerializeToUtf8Bytes(VersionJson.Body(version, Body(VersionJson.Stored(version))), Compact.VersionBody);

    /// <summary>What two versions differ in, in UTF-8.</summary>
    /// <param name="pair">The versions.</param>
    /// <param name="isWhole">True to have the passages that are the same in both, too.</param>
    public static byte[] Write(VersionPair pair, bool isWhole) =>
        JsonSerializer.SerializeToUtf8Bytes(VersionJson.Body(pair, isWhole), Compact.ComparisonBody);

    /// <summary>A stretch of the change log in UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<LoggedChange> changes) =>
        JsonSerializer.SerializeToUtf8Bytes(new ChangesBody([.. changes.Select(VersionJson.Body)]), Compact.ChangesBody);

    /// <summary>A run in UTF-8.</summary>
    public static byte[] Write(RunBody run) => JsonSerializer.SerializeToUtf8Bytes(run, Compact.RunBody);

    /// <summary>A page of runs in UTF-8.</summary>
    public static byte[] Write(RunsBody runs) => JsonSerializer.SerializeToUtf8Bytes(runs, Compact.RunsBody);

    /// <summary>A page of outcomes in UTF-8.</summary>
    public static byte[] Write(OutcomesBody outcomes) => JsonSerializer.SerializeToUtf8Bytes(outcomes, Compact.OutcomesBody);

    /// <summary>An import that was given in, in UTF-8.</summary>
    public static byte[] Write(ImportBody import) => JsonSerializer.SerializeToUtf8Bytes(import, Compact.ImportBody);

    /// <summary>A page of quarantine in UTF-8.</summary>
    public static byte[] Write(QuarantineBody quarantine) => JsonSerializer.SerializeToUtf8Bytes(quarantine, Compact.QuarantineBody);

    /// <summary>Entries of the audit log in UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<AuditEntry> entries) =>
        JsonSerializer.SerializeToUtf8Bytes(new AuditBody([.. entries.Select(DeskJson.Body)]), Compact.AuditBody);

    /// <summary>What was searched for, in UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<AskedTotal> searches) =>
        JsonSerializer.SerializeToUtf8Bytes(new SearchesBody([.. searches.Select(DeskJson.Body)]), Compact.SearchesBody);

    /// <summary>The coverage of days in UTF-8.</summary>
    /// <param name="days">One at least.</param>
    public static byte[] Write(Language language, IReadOnlyList<CoverageDay> days) =>
        JsonSerializer.SerializeToUtf8Bytes(CoverageJson.Body(language, days), Compact.CoverageBody);

    /// <summary>Gaps of a span of days in UTF-8.</summary>
    /// <param name="hasMore">True if more follow.</param>
    public static byte[] Write(Language language, DaySpan span, IReadOnlyList<Gap> gaps, bool hasMore) =>
        JsonSerializer.SerializeToUtf8Bytes(CoverageJson.Body(language, span, gaps, hasMore), Compact.GapsBody);

    /// <summary>Captures of a record in UTF-8.</summary>
    public static byte[] Write(RecordCaptures page) => JsonSerializer.SerializeToUtf8Bytes(CaptureJson.Body(page), Compact.CapturesBody);

    /// <summary>One capture and what it shows, in UTF-8.</summary>
    public static byte[] Write(CaptureShowing showing) => JsonSerializer.SerializeToUtf8Bytes(CaptureJson.Body(showing), Compact.CaptureShowingBody);

    /// <summary>The shape that <see cref="Write(SearchAnswer)"/> writes.</summary>
    private static SearchBody Body(SearchAnswer answer) => new(
        answer.Total,
        answer.TookMs,
        answer.Page,
        answer.Size,
        [.. answer.Warnings.Select(warning => new WarningBody(warning.Code, warning.Text))],
        answer.Rescue is { } rescue ? new RescueBody(rescue.Kind, rescue.Request.Query, rescue.Total, rescue.IsShown) : null,
        [.. answer.Hits.Select(Body)],
        new FacetsBody(
            Values(answer, Facet.Year),
            Values(answer, Facet.Kind),
            Values(answer, Facet.Place),
            Values(answer, Facet.Person),
            Values(answer, Facet.Country),
            Values(answer, Facet.Topic),
            Values(answer, Facet.Language)),
        [.. answer.OtherNames.Select(names => new OtherNamesBody(names.Typed, names.Names))],
        answer.IsPartial);

    /// <summary>The shape that <see cref="Write(StoredRecord)"/> writes.</summary>
    private static RecordBody Body(StoredRecord stored)
    {
        var record = stored.Record;
        return new RecordBody(
            record.Id.ToString(),
            record.Address,
            record.Id.Language.Code(),
            record.Id.Collection.Code(),
            record.Id.Number,
            record.Title,
            record.Lead,
            record.Published.ToString(),
            record.Place,
            record.Kind.Key(),
            record.Sections,
            Tags(record.Topics),
            Tags(record.Persons),
            Tags(record.Countries),
            Tags(record.Regions),
            record.EventDates is { } days ? [Day(days.First), Day(days.Last)] : null,
            record.Updated?.ToString(),
            stored.HasTranslation ? record.Id.Translation.ToString() : null,
            [.. record.Passages.Select(passage => new PassageBody(passage.Number, passage.Speaker, passage.Text))],
            stored.Version,
            stored.Versions,
            stored.CapturedAt,
            stored.ImportedAt,
            stored.Sha256);
    }

    /// <summary>The shape that <see cref="Write(ArchiveStatus)"/> writes.</summary>
    private static StatusBody Body(ArchiveStatus status) => new(status.Records, status.Change, status.IndexedChange, status.IndexLag, status.Version);

    private static HitBody Body(SearchHit hit) => new(
        hit.Id.ToString(),
        hit.Url,
        hit.Title,
        hit.Lead,
        hit.Published.ToString(),
        hit.Place,
        hit.Kind.Key(),
        hit.Id.Language.Code(),
        hit.HasTranslation ? hit.Id.Translation.ToString() : null,
        hit.Score,
        [.. hit.Snippets.Select(snippet => new SnippetBody(snippet.Passage, snippet.Speaker, snippet.Text.ToHtml()))],
        hit.Versions,
        hit.ChangedAt,
        hit.Superseded);

    private static IReadOnlyList<FacetValueBody> Values(SearchAnswer answer, Facet facet) =>
        [.. answer.Facets[facet].Select(value => new FacetValueBody(value.Value, value.Label, value.Count))];

    private static IReadOnlyList<TagBody> Tags(IReadOnlyList<Tag> tags) => [.. tags.Select(tag => new TagBody(tag.Key, tag.Name))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonSerializerOptions CreateOptions() => new(ArchiveJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ArchiveJsonContext.Default,
    };
}
