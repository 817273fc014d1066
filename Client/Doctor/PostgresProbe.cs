using System.Data.Common;
using System.Globalization;

namespace Interleave.Client.Doctor;

/// <summary>Whether the PostgreSQL server that the environment names answers.</summary>
/// <param name="environment">Gives the value of a variable.</param>
/// <remarks>
/// Asks for encryption, which a server answers by one letter before anybody logs in ("SSLRequest" in the manual's chapter on the
/// protocol): no password is needed to know that it is there.
/// </remarks>
internal sealed class PostgresProbe(Func<string, string?> environment) : IProbe
{
    public const string ConnectionVariable = "INTERLEAVE_POSTGRES";

    private const string Subject = "PostgreSQL";
    private const string DefaultPort = "5432";

    private static readonly byte[] AskForEncryption = [0, 0, 0, 8, 0x04, 0xD2, 0x16, 0x2F];

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        if (Configured() is not var (host, port, variable))
        {
            return Diagnosis.Ok(Subject, $"not configured ({ConnectionVariable} or PGHOST): what needs a database is left out");
        }

        var address = $"{host}:{port}, from {variable}";
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65_535)
        {
            return Diagnosis.Bad(Subject, address, $"'{port}' is no port: a number from 1 to 65535 is allowed.");
        }

        return await EndpointCheck.WhyNotAsync(host, number, AskAsync, cancellation) is { } reason
            ? Diagnosis.Bad(Subject, $"{address}: {reason}", $"Start the server, or correct or unset {variable}.")
            : Diagnosis.Ok(Subject, $"{address} answers");
    }

    private (string Host, string Port, string Variable)? Configured()
    {
        if (environment(ConnectionVariable) is { Length: > 0 } connection)
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return (Part(parts, "Host") ?? Part(parts, "Server") ?? "localhost", Part(parts, "Port") ?? DefaultPort, ConnectionVariable);
        }

        return environment("PGHOST") is { Length: > 0 } host ? (host, environment("PGPORT") ?? DefaultPort, "PGHOST") : null;
    }

    private static string? Part(DbConnectionStringBuilder parts, string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;

    private static async Task<bool> AskAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(AskForEncryption, cancellation);
        var answer = new byte[1];
        return await stream.ReadAsync(answer, cancellation) == 1 && (char)answer[0] is 'S' or 'N';
    }
}
