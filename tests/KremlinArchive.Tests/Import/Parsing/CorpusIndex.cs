using System.Text;

namespace KremlinArchive.Tests.Import.Parsing;

/// <summary>The corpus's index of its pages, made with other means than ours: a row of fields by name for each page number.</summary>
internal static class CorpusIndex
{
    internal static Dictionary<string, Dictionary<string, string>> Read(string path)
    {
        var rows = Rows(File.ReadAllText(path).TrimStart('\uFEFF'));
        var names = rows[0];
        return rows.Skip(1).Select(row => names.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToDictionary(row => row["id"]);
    }

    private static List<List<string>> Rows(string csv)
    {
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var c = csv[at];
            if (quoted && c == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
                field.Append(csv[at++]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                field.Append(c);
        }

        return rows;
    }
}
