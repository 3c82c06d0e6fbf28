using System.Globalization;
using System.Text;
using System.Xml;
using KremlinArchive.Records;
using KremlinArchive.Store.Changes;
using KremlinArchive.Web.Hosting.Caching;
using KremlinArchive.Web.Versions;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Changes;

/// <summary>The newest edits as an Atom feed (RFC 4287), one entry an edit.</summary>
internal static class ChangesFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Type = "application/atom+xml; charset=utf-8";
    private const int Entries = 50;

    public static void MapChangesFeed(this WebApplication app) =>
        app.MapGet(ChangesAddress.FeedPath, AnswerAsync).WithMetadata(new RevalidatedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpRequest request, string? lang, ChangeHistory history, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        var language = LanguageCodes.Parse(lang);
        var selection = new ChangeSelection { Kinds = ChangeSelection.Edits, Language = language };
        var edits = await history.NewestAsync(selection, before: null, Entries, cancellation);
        return Results.Bytes(Write(edits, language, $"{request.Scheme}://{request.Host}", words), Type);
    }

    private static byte[] Write(IReadOnlyList<LoggedChange> edits, Language? language, string site, IStringLocalizer<Words> words)
    {
        using var written = new MemoryStream();
        using (var feed = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            feed.WriteStartElement("feed", Atom);
            feed.WriteAttributeString("xml", "lang", null, InterfaceLanguage.Current.Code());
            feed.WriteElementString("id", Atom, site + ChangesAddress.FeedOf(language));
            feed.WriteElementString("title", Atom, $"{words["changes.title"]} · {words["site.name"]}");
            feed.WriteElementString("updated", Atom, Time(edits.Count > 0 ? edits[0].At : DateTimeOffset.UnixEpoch));
            feed.WriteStartElement("author", Atom);
            feed.WriteElementString("name", Atom, words["site.name"]);
            feed.WriteEndElement();
            Link(feed, "self", site + ChangesAddress.FeedOf(language), "application/atom+xml");
            Link(feed, "alternate", site + ChangesAddress.Of(language), "text/html");
            foreach (var edit in edits)
                Write(feed, edit, site, words);
            feed.WriteEndElement();
        }

        return written.ToArray();
    }

    private static void Write(XmlWriter feed, LoggedChange edit, string site, IStringLocalizer<Words> words)
    {
        var range = edit.Compared!;
        feed.WriteStartElement("entry", Atom);
        // The number of a change is for ever.
        feed.WriteElementString("id", Atom, string.Create(CultureInfo.InvariantCulture, $"{site}/changes#c{edit.Number}"));
        feed.WriteElementString("title", Atom, Writable(edit.Title));
        feed.WriteElementString("updated", Atom, Time(edit.At));
        Link(feed, "alternate", site + VersionAddress.Of(edit.Id, range), "text/html");
        feed.WriteElementString("summary", Atom, string.Join(' ', Summary(edit, words)));
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

    private static string Time(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
