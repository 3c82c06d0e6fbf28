using System.Globalization;

namespace KremlinArchive.Search.Rescues;

/// <summary>
/// How letters of one script are written in the other, by all usual systems at once: each group of letters has several spellings, and the less usual ones cost more.
/// Spells a word out from the cheapest on.
/// </summary>
internal sealed class LetterTable
{
    // Two letters where one group of them is known cost so much more than the group.
    private const int Torn = 10;

    // So many beginnings of spellings are looked at for a word.
    private const int MostSteps = 3000;

    private readonly ILookup<char, Rule> rules;
    private readonly string vowels;

    /// <param name="vowels">The vowels of the script that is read.</param>
    /// <param name="table">
    /// A line for each group: its letters, then its spellings with their costs (0 where none is given), separated by commas. Before the letters <c>^</c> is the beginning of
    /// a word, <c>V</c> a vowel before them and <c>C</c> none; behind them <c>$</c> is the end. <c>-</c> is no letter.
    /// </param>
    public LetterTable(string vowels, string table)
    {
        this.vowels = vowels;
        rules = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Rule.Read).ToLookup(rule => rule.From[0]);
    }

    /// <summary>The spellings of a word in small letters, the most usual first; none for a word with a letter that the table lacks.</summary>
    public IEnumerable<string> Spell(string word)
    {
        var queue = new PriorityQueue<(int At, string Text, int Cost), (int Cost, int Left, int Order)>();
        queue.Enqueue((0, "", 0), default);
        for (var step = 0; step < MostSteps && queue.TryDequeue(out var state, out _); step++)
        {
            if (state.At == word.Length)
            {
                yield return state.Text;
                continue;
            }

            var fitting = rules[word[state.At]].Where(rule => Fits(rule, word, state.At)).ToList();
            var longest = fitting.Count == 0 ? 0 : fitting.Max(rule => rule.From.Length);
            foreach (var rule in fitting)
            {
                var cost = state.Cost + rule.Cost + (rule.From.Length < longest ? Torn : 0);
                var at = state.At + rule.From.Length;
                queue.Enqueue((at, state.Text + rule.To, cost), (cost, word.Length - at, queue.Count));
            }
        }
    }

    private bool Fits(Rule rule, string word, int at) =>
        string.CompareOrdinal(word, at, rule.From, 0, rule.From.Length) == 0
        && (!rule.IsLast || at + rule.From.Length == word.Length)
        && rule.Before switch
        {
            '^' => at == 0,
            'V' => at > 0 && vowels.Contains(word[at - 1], StringComparison.Ordinal),
            'C' => at > 0 && !vowels.Contains(word[at - 1], StringComparison.Ordinal),
            _ => true,
        };

    private sealed record Rule(string From, string To, int Cost, char Before, bool IsLast)
    {
        public static IEnumerable<Rule> Read(string line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var group = line[..space];
            var before = group[0] is '^' or 'V' or 'C' ? group[0] : ' ';
            var isLast = group[^1] == '$';
            var letters = group[(before == ' ' ? 0 : 1)..(isLast ? ^1 : ^0)];
            foreach (var spelling in line[(space + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                var parts = spelling.Split(' ');
                var cost = parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
                yield return new Rule(letters, parts[0] == "-" ? "" : parts[0], cost, before, isLast);
            }
        }
    }
}
