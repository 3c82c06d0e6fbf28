using System.Text;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>A sample's page with many more turns: a long conversation in the site's markup.</summary>
internal static class InventedTranscript
{
    public const string Address = "/ru/events/900200001";

    /// <summary>The passages before the turns are the sample's own.</summary>
    public const int Turns = 200;

    /// <summary>Writes it into the folder <c>pages</c>.</summary>
    public static void Write(TempDirectory directory)
    {
        const string End = "<p><b>Вопрос:</b>";
        var page = File.ReadAllText(Path.Combine(Repository.Root, "data", "samples", "kremlin.ru", "events", "president", "news", "900000001.html"))
            .Replace("900000001", "900200001", StringComparison.Ordinal);
        var turns = string.Concat(Enumerable.Range(1, Turns).Select(turn =>
            $"<p><b>{(turn % 2 == 0 ? "В.Берегов" : "Ведущий")}:</b> Ответ номер {turn}. {(turn % 10 == 0 ? "Верно." : Talks.Words(30))}</p>\n"));
        directory.Write("pages/900200001.html", Encoding.UTF8.GetBytes(page.Replace(End, turns + End, StringComparison.Ordinal)));
    }
}
