namespace Interleave.Client.Scenarios.Io;

/// <summary>What units wait for.</summary>
internal enum IoSource
{
    /// <summary>Answers of the I/O server.</summary>
    Http,

    /// <summary>Blocks of a file.</summary>
    File,

    /// <summary>Rows of a PostgreSQL server.</summary>
    Query,
}
