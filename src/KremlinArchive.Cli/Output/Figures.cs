using System.Globalization;
using KremlinArchive.Records;
using Spectre.Console;

namespace KremlinArchive.Cli.Output;

/// <summary>The few forms that answers for people have.</summary>
internal static class Figures
{
    /// <summary>A table of names and values.</summary>
    public static Table Facts(params (string Name, string Value)[] facts)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn("");
        foreach (var (name, value) in facts)
            table.AddRow(new Text(name), new Text(Terminal.Clean(value)));
        return table;
    }

    /// <summary>A table of rows under headings.</summary>
    public static Table Rows(IEnumerable<string[]> rows, params string[] headings)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(Terminal.Clean(cell))));
        return table;
    }

    /// <summary><c>5,785</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>2021-12-07 20:15</c> by Moscow's clock; empty for null.</summary>
    public static string Time(DateTimeOffset? instant) =>
        instant is { } known ? MoscowClock.Show(known).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary><c>12.3 s</c>.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
