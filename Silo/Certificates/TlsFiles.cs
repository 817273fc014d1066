namespace Interleave.Silo.Certificates;

/// <summary>Where a process finds what it proves itself by, and whom it trusts.</summary>
/// <param name="Certificate">A PEM file with the process's own certificate and its private key.</param>
/// <param name="Authority">A PEM file with the certificate of the authority that signed everybody's.</param>
internal sealed record TlsFiles(string Certificate, string Authority)
{
    /// <summary>The files that were named, or null where none was.</summary>
    /// <param name="fault">Told where only one of the two was named.</param>
    public static TlsFiles? From(string? certificate, string? authority, Action<string> fault)
    {
        if (certificate is not null && authority is not null)
        {
            return new TlsFiles(Path.GetFullPath(certificate), Path.GetFullPath(authority));
        }

        if (certificate is not null || authority is not null)
        {
            fault($"{(certificate is null ? $"--authority {authority}" : $"--certificate {certificate}")}: one needs the other; allowed: both " +
                "--certificate and --authority, or neither");
        }

        return null;
    }
}
