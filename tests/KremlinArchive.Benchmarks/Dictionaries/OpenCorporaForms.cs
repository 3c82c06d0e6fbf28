using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace KremlinArchive.Benchmarks.Dictionaries;

/// <summary>
/// Reads the OpenCorpora dictionary as the npm package <c>az</c> packs it: a word graph in the layout of the dawgdic library whose words, in
/// windows-1251, are followed by the byte 1 and the numbers of a paradigm and of a form in it.
/// </summary>
internal sealed class OpenCorporaForms
{
    private const byte Separator = 1;

    private static readonly string[] Prefixes = ["", "по", "наи"];

    private readonly uint[] units;
    private readonly byte[] guide;
    private readonly ushort[][] paradigms;
    private readonly string[] suffixes;
    private readonly string[] tags;
    private readonly Encoding letters;

    /// <param name="directory">The package's folder <c>dicts</c>.</param>
    public OpenCorporaForms(string directory)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        letters = Encoding.GetEncoding(1251);
        var graph = File.ReadAllBytes(Path.Combine(directory, "words.dawg"));
        units = new uint[BinaryPrimitives.ReadInt32LittleEndian(graph)];
        Buffer.BlockCopy(graph, 4, units, 0, units.Length * 4);
        guide = graph[(8 + (units.Length * 4))..];
        paradigms = ReadParadigms(File.ReadAllBytes(Path.Combine(directory, "paradigms.array")));
        suffixes = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(directory, "suffixes.json")))!;
        tags = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(directory, "gramtab-opencorpora-int.json")))!;
    }

    /// <summary>Every form with its lemma and tag.</summary>
    public IEnumerable<(string Form, string Lemma, string Tag)> Read()
    {
        var open = new Stack<(uint Node, byte[] Word)>();
        open.Push((0, []));
        while (open.TryPop(out var at))
        {
            foreach (var (label, node) in Children(at.Node))
            {
                if (label != Separator)
                {
                    open.Push((node, [.. at.Word, label]));
                    continue;
                }

                var word = letters.GetString(at.Word);
                foreach (var (paradigm, form) in Payloads(node))
                    yield return Entry(word, paradigms[paradigm], form);
            }
        }
    }

    private static ushort[][] ReadParadigms(byte[] bytes)
    {
        var at = 0;
        ushort Next()
        {
            at += 2;
            return BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at - 2));
        }

        var paradigms = new ushort[Next()][];
        for (var i = 0; i < paradigms.Length; i++)
        {
            paradigms[i] = new ushort[Next()];
            for (var j = 0; j < paradigms[i].Length; j++)
                paradigms[i][j] = Next();
        }

        return paradigms;
    }

    // A paradigm is three lists, one behind the other: suffixes, tags, prefixes. The first form is the lemma.
    private (string Form, string Lemma, string Tag) Entry(string word, ushort[] paradigm, int form)
    {
        var count = paradigm.Length / 3;
        var stem = word[Prefixes[paradigm[(2 * count) + form]].Length..^suffixes[paradigm[form]].Length];
        return (word, Prefixes[paradigm[2 * count]] + stem + suffixes[paradigm[0]], tags[paradigm[count + form]]);
    }

    private IEnumerable<(byte Label, uint Node)> Children(uint node)
    {
        for (var label = guide[2 * node]; label != 0;)
        {
            var child = node ^ Offset(units[node]) ^ label;
            yield return (label, child);
            label = guide[(2 * child) + 1];
        }
    }

    private IEnumerable<(int Paradigm, int Form)> Payloads(uint node)
    {
        var open = new Stack<(uint Node, byte[] Key)>();
        open.Push((node, []));
        while (open.TryPop(out var at))
        {
            if (at.Key.Length >= 4 && HasLeaf(units[at.Node]))
                yield return (Number(at.Key[0], at.Key[1]), Number(at.Key[2], at.Key[3]));
            foreach (var (label, child) in Children(at.Node))
                open.Push((child, [.. at.Key, label]));
        }
    }

    private static int Number(byte high, byte low) => ((high ^ 1) << 6) + (low >> 1);

    private static bool HasLeaf(uint unit) => (unit & 0x100) != 0;

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);
}
