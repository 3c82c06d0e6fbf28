using KremlinArchive.Records;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Queries;

/// <summary>A small invented archive, made once: tests of queries only ask it.</summary>
public sealed class QueryShelf : IAsyncLifetime
{
    internal SearchedArchive Archive { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Archive = await ArchiveAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task<SearchedArchive> ArchiveAsync() => SearchedArchive.WithAsync(
        Documents.Record("ru/events/1", "Беседа", "В.Путин: Нефть дорожает.", "Дж.Байден: Поставки газа, как и нефть, обсудим.") with
        {
            Place = "Сочи",
            Published = On(2020, 3, 1),
            Countries = [new Tag("US", "Соединённые Штаты Америки")],
            Persons = [new Tag("109", "Байден Джозеф")],
            Passages = [new Passage(1, "В.Путин", "Нефть дорожает."), new Passage(2, "Дж.Байден", "Поставки газа как и нефть обсудим.")],
        },
        Documents.Record("ru/events/2", "Совещание", "Пусто") with
        {
            Place = "Москва, Кремль",
            Published = On(2021, 12, 7),
            Topics = [new Tag("82", "Энергетика")],
            Passages = [new Passage(1, "Президент России Владимир Путин", "К поставкам газа вернёмся."), new Passage(2, null, "После совещания.")],
        },
        Documents.Record("ru/events/3", "Нефть и газ", "Газ и снова газ: что нефть, что он.") with { Place = "Москва", Published = On(2022, 6, 1) },
        Documents.Record("ru/events/4", "Разговор", "Уголь стоит не более ста. В 2022 году был дороже.") with { Kind = Kind.PhoneCall, Published = On(2023, 1, 5) },
        Documents.Record("ru/events/5", "Энергетическая стратегия", "Цели до 2030 года.") with { Published = On(2024, 1, 5) });

    private static PrintedTime On(int year, int month, int day) => new(new DateOnly(year, month, day), new TimeOnly(12, 0));
}
