using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

/// <summary>Which languages, colours and widths a page is inspected in.</summary>
public static class Seats
{
    /// <summary>Four seats in which each language meets both colours, over all three widths.</summary>
    public static TheoryData<string, string, int> Across { get; } =
        [("ru", "light", Seat.Wide), ("en", "dark", Seat.Middle), ("en", "light", Seat.Narrow), ("ru", "dark", Seat.Narrow)];

    /// <summary>Two seats that differ in all: for what another state of the same page has mostly shown already.</summary>
    public static TheoryData<string, string, int> Opposite { get; } = [("ru", "light", Seat.Wide), ("en", "dark", Seat.Narrow)];
}
