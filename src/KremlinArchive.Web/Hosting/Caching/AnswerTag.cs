using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Web.Layout;
using KremlinArchive.Web.Wording;

namespace KremlinArchive.Web.Hosting.Caching;

/// <summary>The ETags of answers: made of everything that an answer follows from except its address, which tells it from the others anyway.</summary>
internal sealed class AnswerTag(ArchiveState state, ArchiveIndex index, ArchiveSettings settings, TimeProvider clock)
{
    /// <summary>The tag of what a request is answered with now. Weak, as the same answer is sent in several encodings.</summary>
    /// <exception cref="Store.ArchiveUnavailableException">The store cannot be read.</exception>
    public async ValueTask<string> OfAsync(HttpContext context, RevalidatedAttribute marked)
    {
        var change = index.IndexedChange;
        var grounds = string.Join('\n',
            ProgramBuild.Text,
            await state.ReadAsync(context.RequestAborted),
            InterfaceLanguage.Current.Code(),
            Theme.Of(context),
            // The page about the archive says whether searches are counted.
            settings.CountSearches,
            marked.TellsTheDay ? MoscowClock.DayOf(clock.GetUtcNow()).DayNumber : 0);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(grounds));
        return string.Create(CultureInfo.InvariantCulture, $"W/\"{change}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\"");
    }
}
