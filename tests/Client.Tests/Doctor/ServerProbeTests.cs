using System.Net;
using System.Net.Sockets;
using Interleave.Client.Doctor;

namespace Interleave.Client.Tests.Doctor;

public sealed class ServerProbeTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> _environment = [];

    public ServerProbeTests()
    {
        _listener.Start();
    }

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Without_variables_PostgreSQL_is_not_configured_and_that_is_fine()
    {
        var diagnosis = await Postgres();
        Assert.Equal(Health.Ok, diagnosis.Health);
        Assert.Contains("not configured", diagnosis.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((byte)'S')]
    [InlineData((byte)'N')]
    public async Task A_server_that_says_whether_it_encrypts_is_PostgreSQL(byte answer)
    {
        _environment["PGHOST"] = "127.0.0.1";
        _environment["PGPORT"] = $"{Port}";
        var asked = AnswerAsync(answer);

        var diagnosis = await Postgres();

        Assert.Equal(Health.Ok, diagnosis.Health);
        Assert.Equal([0, 0, 0, 8, 0x04, 0xD2, 0x16, 0x2F], await asked);
    }

    [Fact]
    public async Task A_server_that_says_something_else_is_not_PostgreSQL()
    {
        _environment[PostgresProbe.ConnectionVariable] = $"Host=127.0.0.1;Port={Port};Username=somebody";
        _ = AnswerAsync((byte)'H');

        var diagnosis = await Postgres();

        Assert.Equal(Health.Bad, diagnosis.Health);
        Assert.Contains("something else listens there", diagnosis.Found, StringComparison.Ordinal);
        Assert.Contains(PostgresProbe.ConnectionVariable, diagnosis.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_server_that_is_down_is_bad()
    {
        _environment["PGHOST"] = "127.0.0.1";
        _environment["PGPORT"] = $"{Port}";
        _listener.Stop();

        Assert.Equal(Health.Bad, (await Postgres()).Health);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    [InlineData("65536")]
    public async Task A_port_that_is_none_is_named(string port)
    {
        _environment["PGHOST"] = "127.0.0.1";
        _environment["PGPORT"] = port;

        Assert.Contains($"'{port}' is no port", (await Postgres()).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_endpoint_that_takes_connections_is_fine()
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{Port}";
        var diagnosis = await Traces();
        Assert.Equal(Diagnosis.Ok("trace endpoint", $"127.0.0.1:{Port} takes connections"), diagnosis);
    }

    [Fact]
    public async Task A_configured_trace_endpoint_that_is_down_is_warned_of()
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{Port}";
        _listener.Stop();

        Assert.Equal(Health.Warn, (await Traces()).Health);
    }

    [Fact]
    public async Task The_variable_for_traces_goes_before_the_one_for_all_signals()
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "no address";
        Assert.Equal(Health.Bad, (await Traces()).Health);

        _environment["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"http://127.0.0.1:{Port}";
        Assert.Equal(Health.Ok, (await Traces()).Health);
    }

    private Task<Diagnosis> Postgres() => new PostgresProbe(_environment.GetValueOrDefault).ExamineAsync(CancellationToken.None);

    private Task<Diagnosis> Traces() => new TraceEndpointProbe(_environment.GetValueOrDefault).ExamineAsync(CancellationToken.None);

    private async Task<byte[]> AnswerAsync(byte answer)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var asked = new byte[8];
        await client.GetStream().ReadExactlyAsync(asked);
        await client.GetStream().WriteAsync(new[] { answer });
        return asked;
    }
}
