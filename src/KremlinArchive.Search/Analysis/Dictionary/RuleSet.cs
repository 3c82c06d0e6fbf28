namespace KremlinArchive.Search.Analysis.Dictionary;

/// <summary>The rules of a form: one for each lemma. A few thousand sets serve all forms of the language.</summary>
/// <param name="Rules">In a fixed order, without repetition.</param>
/// <param name="IsDeclined">True if one of the lemmas is a noun or an adjective.</param>
internal sealed record RuleSet(IReadOnlyList<LemmaRule> Rules, bool IsDeclined)
{
    public static RuleSet Read(BinaryReader file)
    {
        var isDeclined = file.ReadBoolean();
        var rules = new LemmaRule[file.ReadByte()];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = new LemmaRule(file.ReadByte(), file.ReadByte(), file.ReadString());
        return new RuleSet(rules, isDeclined);
    }

    public void Write(BinaryWriter file)
    {
        file.Write(IsDeclined);
        file.Write((byte)Rules.Count);
        foreach (var rule in Rules)
        {
            file.Write(rule.Head);
            file.Write(rule.Tail);
            file.Write(rule.Ending);
        }
    }
}
