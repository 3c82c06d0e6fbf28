using System.Text;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>Invented text copies in any number, in the folder <c>pages</c>.</summary>
internal static class InventedPages
{
    public static void Write(TempDirectory directory, int count)
    {
        var random = new Random(1);
        for (var number = 1; number <= count; number++)
        {
            var noise = string.Join(' ', Enumerable.Range(0, 200).Select(_ => "слово" + random.Next(100_000)));
            directory.Write($"pages/{number}.txt", Encoding.UTF8.GetBytes(
                $"Вымышленное сообщение {number}\n\n\n2024-01-02 10:00:00\n\n{noise}\n\n\n\nhttp://kremlin.ru/events/president/news/copy/{900_100_000 + number}"));
        }
    }
}
