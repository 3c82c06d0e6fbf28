namespace KremlinArchive.Store.Captures;

/// <summary>How a capture came into the archive. The numbers are stored.</summary>
public enum CaptureWay
{
    /// <summary>From a file of the machine, given to the command line; also whatever came before ways were told apart.</summary>
    File = 0,

    /// <summary>Uploaded by an admin.</summary>
    Upload = 1,

    /// <summary>Fetched by this archive from the site or from a web archive.</summary>
    Fetch = 2,

    /// <summary>Out of a WARC file: fetched by somebody else.</summary>
    Warc = 3,
}
