using System.Data.Common;
using System.Net;
using Npgsql;

namespace Interleave.Silo.Database;

/// <summary>What the table of members says, for those who look before they join or call.</summary>
internal sealed class MembershipTable(PostgresConnection database)
{
    private const int Active = 3;

    /// <summary>Where the active silos of a cluster take clients, those that started first before the others.</summary>
    public IReadOnlyList<IPEndPoint> Gateways(string clusterId) => Read(
        $"SELECT Address, ProxyPort FROM OrleansMembershipTable WHERE DeploymentId = @cluster AND Status = {Active} AND ProxyPort > 0 ORDER BY StartTime",
        clusterId,
        row => new IPEndPoint(IPAddress.Parse(row.GetString(0)), row.GetInt32(1)));

    /// <summary>Where the active silos of a cluster take other silos, those that started last before the others.</summary>
    public IReadOnlyList<IPEndPoint> Silos(string clusterId) => Read(
        $"SELECT Address, Port FROM OrleansMembershipTable WHERE DeploymentId = @cluster AND Status = {Active} ORDER BY StartTime DESC",
        clusterId,
        row => new IPEndPoint(IPAddress.Parse(row.GetString(0)), row.GetInt32(1)));

    /// <summary>The clusters of the database that have active silos.</summary>
    public IReadOnlyList<string> Clusters() => Read(
        $"SELECT DISTINCT DeploymentId FROM OrleansMembershipTable WHERE Status = {Active} AND DeploymentId <> @cluster ORDER BY DeploymentId",
        "",
        row => row.GetString(0));

    /// <summary>Removes the members of a cluster that has ended, what its grains kept, and the cluster.</summary>
    /// <exception cref="DatabaseException">It cannot be done.</exception>
    public void Forget(string clusterId) => Use(
        """
        DELETE FROM OrleansMembershipTable WHERE DeploymentId = @cluster;
        DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @cluster;
        DELETE FROM OrleansStorage WHERE ServiceId = @cluster
        """,
        clusterId,
        command => command.ExecuteNonQuery());

    private List<T> Read<T>(string sql, string clusterId, Func<NpgsqlDataReader, T> convert) => Use(sql, clusterId, command =>
    {
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(convert(reader));
        }

        return rows;
    });

    private T Use<T>(string sql, string clusterId, Func<NpgsqlCommand, T> use)
    {
        using var connection = database.Open();
        try
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue("cluster", clusterId);
            return use(command);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            throw DatabaseFault.From(exception, database);
        }
    }
}
