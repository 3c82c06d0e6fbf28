using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene40;
using Lucene.Net.Codecs.Lucene46;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Lucene's format, except that stored fields are not compressed: a snippet reads the one passage that it shows and steps over
/// the others, where the compressed format unpacks sixteen kilobytes or a whole transcript for it.
/// </summary>
[CodecName(CodecName)]
internal sealed class ArchiveCodec : FilterCodec
{
    private const string CodecName = "KremlinArchive";

    public ArchiveCodec()
        : base(new Lucene46Codec())
    {
    }

    public override StoredFieldsFormat StoredFieldsFormat { get; } = new Lucene40StoredFieldsFormat();

    /// <summary>Makes the format known to Lucene, which finds formats by name when it opens an index.</summary>
    public static ArchiveCodec Register()
    {
        lock (CodecName)
        {
            if (Codec.GetCodecFactory() is not Factory)
                Codec.SetCodecFactory(new Factory());
        }

        return new ArchiveCodec();
    }

    private sealed class Factory : DefaultCodecFactory
    {
        protected override void Initialize()
        {
            base.Initialize();
            PutCodecType(typeof(ArchiveCodec));
        }
    }
}
