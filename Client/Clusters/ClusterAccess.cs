using Interleave.Silo;
using Interleave.Silo.Certificates;
using Interleave.Silo.Database;
using Interleave.Silo.GrainRuntimes;

namespace Interleave.Client.Clusters;

/// <summary>What it takes to reach a cluster beside its name: the database in which its silos are found, and certificates.</summary>
/// <param name="ConnectionFile">A file with the connection string; null for the variable of the environment.</param>
/// <param name="Tls">Null for a cluster that does not ask for certificates.</param>
internal sealed record ClusterAccess(string? ConnectionFile, TlsFiles? Tls)
{
    public static ClusterAccess None { get; } = new(null, null);

    /// <summary>Checks what was named; what is of no use adds a line to <paramref name="faults"/>.</summary>
    public static ClusterAccess Read(string? connectionFile, string? certificate, string? authority, Faults faults)
    {
        (string Option, string? Value)[] given = [("--connection-file", connectionFile), ("--certificate", certificate), ("--authority", authority)];
        var refused = given.Where(option => option.Value is not null && GrainRuntime.StaysOnThisMachine).ToList();
        if (refused.Count > 0)
        {
            faults.Add(refused.Select(option => SiloRequest.NotHere(option.Option)));
            return None;
        }

        var tls = TlsFiles.From(certificate, authority, faults.Add);
        try
        {
            _ = tls is null ? null : TlsIdentity.Load(tls, CertificatePurpose.OfClient);
        }
        catch (CertificateException exception)
        {
            faults.Add(exception.Message);
        }

        return new ClusterAccess(connectionFile, tls);
    }

    /// <summary>The database, which has been asked whether it holds what a cluster needs.</summary>
    /// <exception cref="UserError">The runtime has no use for it, none is given, or it cannot be used.</exception>
    /// <param name="option">What asks for it.</param>
    public PostgresConnection ReadDatabase(string option)
    {
        if (GrainRuntime.StaysOnThisMachine)
        {
            throw new UserError(SiloRequest.NotHere(option));
        }

        try
        {
            var database = PostgresConnection.Read(ConnectionFile);
            new DatabaseSchema(database).ThrowUnlessCurrent();
            return database;
        }
        catch (DatabaseException exception)
        {
            throw new UserError(exception.Message);
        }
    }
}
