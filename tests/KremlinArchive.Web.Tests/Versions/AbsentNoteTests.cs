using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Store.Absences;
using KremlinArchive.Web.Tests.Support;
using KremlinArchive.Web.Versions;

namespace KremlinArchive.Web.Tests.Versions;

public sealed class AbsentNoteTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, null, "Not seen on the site on 5 March 2026, 12:00.")]
    [InlineData(1, null, "Not seen on the site from 5 March 2026, 12:00 to 6 March 2026, 12:00.")]
    [InlineData(1, 4, "Not seen on the site from 5 March 2026, 12:00 to 6 March 2026, 12:00. Seen again on 9 March 2026, 12:00.")]
    public void ItSaysWhatWasObservedAndNothingOfWhy(int days, int? again, string said)
    {
        using var parts = new RenderedParts(Language.English);
        Assert.Equal(said, parts.Render<AbsentNote>(note => note.Add(part => part.Absence, Absence(days, again))).Find("p").TextContent);
    }

    private static Absence Absence(int days, int? again) => new()
    {
        Key = 1,
        Record = RecordId.Parse("ru/events/1")!,
        Title = "Invented",
        FirstAt = Noon,
        LastAt = Noon.AddDays(days),
        SeenBefore = null,
        SeenAgainAt = again is { } later ? Noon.AddDays(later) : null,
        Asked = [],
        Sha256 = "",
        Status = 404,
    };
}
