using KremlinArchive.Records;
using KremlinArchive.Web.Reading;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>Invented transcripts.</summary>
internal static class Talks
{
    /// <summary>Passages of these speakers and texts, numbered from 1.</summary>
    public static IReadOnlyList<Passage> Of(params (string? Speaker, string Text)[] passages) =>
        [.. passages.Select((passage, index) => new Passage(index + 1, passage.Speaker, passage.Text))];

    /// <summary>The turns of these speakers and texts.</summary>
    public static IReadOnlyList<Turn> Turns(params (string? Speaker, string Text)[] passages) => Turn.Of(Of(passages));

    /// <summary>A text of so many words.</summary>
    public static string Words(int count) => string.Join(' ', Enumerable.Repeat("слово", count));
}
