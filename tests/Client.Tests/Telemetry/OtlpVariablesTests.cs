using Interleave.Silo.Telemetry;

namespace Interleave.Client.Tests.Telemetry;

public sealed class OtlpVariablesTests
{
    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere", "not an address; allowed: http:// or https://, such as http://localhost:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "localhost:4317", "not an address; allowed: http:// or https://, such as http://localhost:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "soon", "not a time; allowed: milliseconds, a whole number from 1, such as 10000.")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "-1", "not a time; allowed: milliseconds, a whole number from 1, such as 10000.")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "http/json", "not a protocol that is spoken here; allowed: grpc, http/protobuf.")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "key", "not headers; allowed: name=value, separated by commas.")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", "zip", "not a compression; allowed: gzip, none.")]
    [InlineData("OTEL_BSP_EXPORT_TIMEOUT", "0.5", "not a time; allowed: milliseconds, a whole number from 1, such as 10000.")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "often", "not a whole number from 1.")]
    public void A_variable_that_cannot_be_understood_is_named_with_its_value_and_what_is_allowed(string name, string value, string fault) =>
        Assert.Equal([$"{name}='{value}': {fault}"], OtlpVariables.Faults(asked => asked == name ? value : null));

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "https://there:4318/otlp")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "1")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "a=b,c=d=e,")]
    [InlineData("OTEL_BSP_SCHEDULE_DELAY", "100")]
    public void A_variable_that_can_be_understood_or_is_empty_is_no_fault(string name, string value) =>
        Assert.Empty(OtlpVariables.Faults(asked => asked == name ? value : null));

    [Fact]
    public void All_faults_are_told_together() =>
        Assert.Equal(2, OtlpVariables.Faults(name => name is "OTEL_EXPORTER_OTLP_ENDPOINT" or "OTEL_EXPORTER_OTLP_TIMEOUT" ? "x" : null).Count());
}
