using System.Text;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Browser.Tests.Invented;

/// <summary>The invented documents that the tests read beside the samples: enough for a second page of results, and texts at the limits.</summary>
internal static class Shelf
{
    /// <summary>How many documents it holds.</summary>
    public static int Count => Documents.Length;

    /// <summary>The document that was edited: it has two versions.</summary>
    public static string Edited { get; } = "ru/events/900200044";

    /// <summary>Writes them into the folder <c>shelf</c>.</summary>
    public static void Write(TempDirectory directory)
    {
        foreach (var document in Documents)
            directory.Write($"shelf/{document.Language}/{document.Number}.html", Encoding.UTF8.GetBytes(document.Html));
        var edited = After(Documents.Single(document => document.Number == 900_200_044));
        directory.Write($"shelf/{edited.Language}/{edited.Number}_edited.html", Encoding.UTF8.GetBytes(edited.Html));
    }

    // A word, a place, a passage more, and one that changed its place.
    private static InventedDocument After(InventedDocument before) => before with
    {
        Place = "Новый Причал",
        Paragraphs =
        [
            before.Paragraphs[2],
            before.Paragraphs[0].Replace("наблюдает", "подолгу наблюдает", StringComparison.Ordinal),
            before.Paragraphs[1],
            "Отдельно обсуждалось, кому принадлежит право давать имена вымышленным звёздам.",
        ],
    };

    private static readonly (string Key, string Name) Primoreya = ("XA", "Приморея (вымышленная страна)");

    private static readonly (string Key, string Name) Beregovia = ("XB", "Береговия (вымышленная страна)");

    private static readonly (string Key, string Name) Stars = ("900000090", "Астрономия");

    private static readonly (string Key, string Name)[] People = [("900000011", "Звездочётов Пётр"), ("900000012", "Небосклонова Мария"), ("900000013", "Окуляров Иван")];

    private static readonly string[] Towns = ["Ясный Мыс", "Тихая Пристань", "Верхние Линзы", "Москва, Кремль"];

    private static readonly InventedDocument[] Documents = [.. Readouts(45), LongTranscript.Document, LongTitle];

    private static InventedDocument LongTitle => new(900_200_101, "Совещание о ходе строительства, оснащения, подготовки к испытаниям и последующего ввода в действие "
        + "сверхдлиннофокусных достопримечательностей высокогорной обсерватории имени Первооткрывателей Неназванных Звёзд", new DateTime(2011, 11, 30, 9, 5, 0))
    {
        Lead = "Достопримечательнейшие-переосвидетельствования-высокопревосходительств обсуждались вместе с адресом http://example.invalid/very/long/address/that/never/ends/and/has/no/place/to/break.html",
        Paragraphs = ["Обсерватория-без-единого-пробела-" + new string('ъ', 120) + " упомянута один раз."],
    };

    private static IEnumerable<InventedDocument> Readouts(int count)
    {
        var today = DateTime.UtcNow.AddHours(3).Date;
        for (var at = 0; at < count; at++)
        {
            var (_, name) = People[at % People.Length];
            // Some were published on this day of other years, for the first visit; the rest lie across the years.
            var day = at % 9 == 0 ? today.AddYears(-1 - at / 9) : new DateTime(2003 + at % 20, 1 + at % 12, 1 + at % 28);
            yield return new InventedDocument(900_200_001 + at, $"{(at % 3 == 0 ? "Телефонный разговор с астрономом" : "Встреча с астрономом")} по имени {name}, беседа {at + 1}", day.AddHours(9 + at % 10))
            {
                Place = at % 5 == 4 ? null : Towns[at % Towns.Length],
                Countries = at % 2 == 0 ? [Primoreya] : [Beregovia],
                Topics = [Stars],
                Persons = [People[at % People.Length]],
                Paragraphs =
                [
                    $"Обсуждалось, как обсерватория номер {at + 1} наблюдает вымышленные звёзды.",
                    "Стороны отметили, что телескопы обсерватории исправны, а облака над ней редки.",
                    at % 4 == 0 ? "Особо говорилось о кометах." : "Договорились продолжить наблюдения.",
                ],
            };
        }
    }
}
