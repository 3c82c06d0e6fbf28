using System.Globalization;
using System.Text;
using System.Xml;
using KremlinArchive.Records;
using KremlinArchive.Store.Absences;
using KremlinArchive.Store.Changes;
using KremlinArchive.Web.Hosting.Caching;
using KremlinArchive.Web.Versions;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Changes;

/// <summary>The newest edits and absences as an Atom feed (RFC 4287), an entry each.</summary>
internal static class ChangesFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Type = "application/atom+xml; charset=utf-8";
    private const int Entries = 50;

    public static void MapChangesFeed(this WebApplication app) =>
        app.MapGet(ChangesAddress.FeedPath, AnswerAsync).WithMetadata(new RevalidatedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpRequest request, string? lang, ChangeHistory history, AbsenceReader absent, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var language = LanguageCodes.Parse(lang);
        var selection = new ChangeSelection { Kinds = ChangeSelection.Edits, Language = language };
        var edits = await history.NewestAsync(selection, before: null, Entries, cancellation);
        var absences = (await absent.ListAsync(before: null, Entries, cancellation)).Where(absence => language is null || absence.Record.Language == language);
        var site = $"{request.Scheme}://{request.Host}";
        IEnumerable<FeedEntry> entries = [.. edits.Select(edit => Entry(edit, site, words)), .. absences.Select(absence => Entry(absence, site, words))];
        return Results.Bytes(Write([.. entries.OrderByDescending(entry => entry.At).Take(Entries)], language, site, words), Type);
    }

    private static byte[] Write(IReadOnlyList<FeedEntry> entries, Language? language, string site, IStringLocalizer<Words> words)
    {
        using var written = new MemoryStream();
        using (var feed = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            feed.WriteStartElement("feed", Atom);
            feed.WriteAttributeString("xml", "lang", null, InterfaceLanguage.Current.Code());
            feed.WriteElementString("id", Atom, site + ChangesAddress.FeedOf(language));
            feed.WriteElementString("title", Atom, $"{words["changes.title"]} · {words["site.name"]}");
            feed.WriteElementString("updated", Atom, Time(entries.Count > 0 ? entries[0].At : DateTimeOffset.UnixEpoch));
            feed.WriteStartElement("author", Atom);
            feed.WriteElementString("name", Atom, words["site.name"]);
            feed.WriteEndElement();
            Link(feed, "self", site + ChangesAddress.FeedOf(language), "application/atom+xml");
            Link(feed, "alternate", site + ChangesAddress.Of(language), "text/html");
            foreach (var entry in entries)
                Write(feed, entry);
            feed.WriteEndElement();
        }

        return written.ToArray();
    }

    // The number of a change is for ever, and so is an absence's.
    private static FeedEntry Entry(LoggedChange edit, string site, IStringLocalizer<Words> words) => new(
        string.Create(CultureInfo.InvariantCulture, $"{site}/changes#c{edit.Number}"),
        edit.Title ?? words["withheld.record", edit.Id],
        edit.At,
        site + (edit.Compared is { } range ? VersionAddress.Of(edit.Id, range) : VersionAddress.Of(edit.Id)),
        string.Join(' ', Summary(edit, words)));

    private static FeedEntry Entry(Absence absence, string site, IStringLocalizer<Words> words) => new(
        string.Create(CultureInfo.InvariantCulture, $"{site}/changes#a{absence.Key}"), absence.Title, absence.SeenAgainAt ?? absence.FirstAt, $"{site}/{absence.Record}", string.Join(' ', words.Absent(absence)));

    private static void Write(XmlWriter feed, FeedEntry entry)
    {
        feed.WriteStartElement("entry", Atom);
        feed.WriteElementString("id", Atom, entry.Id);
        feed.WriteElementString("title", Atom, Writable(entry.Title));
        feed.WriteElementString("updated", Atom, Time(entry.At));
        Link(feed, "alternate", entry.Address, "text/html");
        feed.WriteElementString("summary", Atom, entry.Summary);
        feed.WriteEndElement();
    }

    private static IEnumerable<string> Summary(LoggedChange edit, IStringLocalizer<Words> words)
    {
        yield return edit.Kind == ChangeKind.OlderFound ? words["changes.older"] : words["changes.revised"];
        if (edit.SeenFirst is { } seen)
            yield return words["changes.seen", seen.LongMoscow()];
    }

    // A title may hold what no XML may, U+FFFF for one.
    private static string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            written.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return written.ToString();
    }

    private static void Link(XmlWriter feed, string relation, string address, string type)
    {
        feed.WriteStartElement("link", Atom);
        feed.WriteAttributeString("rel", relation);
        feed.WriteAttributeString("type", type);
        feed.WriteAttributeString("href", address);
        feed.WriteEndElement();
    }

    /// <summary>What one entry says.</summary>
    private sealed record FeedEntry(string Id, string Title, DateTimeOffset At, string Address, string Summary);

    private static string Time(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
