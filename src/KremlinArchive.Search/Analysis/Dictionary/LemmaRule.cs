namespace KremlinArchive.Search.Analysis.Dictionary;

/// <summary>How a form becomes its lemma: so many letters off its beginning (по-, наи-) and its end, other letters on.</summary>
internal readonly record struct LemmaRule(byte Head, byte Tail, string Ending)
{
    private static readonly int[] Heads = [0, 2, 3];

    /// <summary>The rule that takes away and adds least.</summary>
    public static LemmaRule Of(string form, string lemma) => Heads
        .Where(head => head == 0 || (head == 2 && form.StartsWith("по", StringComparison.Ordinal)) || (head == 3 && form.StartsWith("наи", StringComparison.Ordinal)))
        .Select(head => Of(form, lemma, head))
        .MinBy(rule => (2 * rule.Head) + rule.Tail + rule.Ending.Length);

    /// <summary>The lemma of a form that has this rule.</summary>
    public string Apply(ReadOnlySpan<char> form) => string.Concat(form[Head..^Tail], Ending);

    private static LemmaRule Of(string form, string lemma, int head)
    {
        var shared = form.AsSpan(head).CommonPrefixLength(lemma);
        return new LemmaRule((byte)head, (byte)(form.Length - head - shared), lemma[shared..]);
    }
}
