using Interleave.Grains.OwnWork;
using Npgsql;

namespace Grains.Tests.OwnWork;

public sealed class SqlClientTests
{
    [Theory]
    [InlineData("Host=localhost", 20)]
    [InlineData("Host=localhost;Maximum Pool Size=50", 50)]
    [InlineData("Host=localhost;maximum pool size=100", 100)]
    public void A_process_has_few_connections_unless_it_is_told_otherwise(string given, int most)
    {
        var pooled = new NpgsqlConnectionStringBuilder(SqlClient.PooledAs(given));

        Assert.Equal(("localhost", most), (pooled.Host, pooled.MaxPoolSize));
    }
}
