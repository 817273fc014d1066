namespace Interleave.Client.Doctor;

/// <summary>Whether somebody takes traces, where <c>--telemetry otlp</c> would send them.</summary>
/// <param name="environment">Gives the value of a variable.</param>
internal sealed class TraceEndpointProbe(Func<string, string?> environment) : IProbe
{
    private const string Subject = "trace endpoint";
    private const string Default = "http://localhost:4317";

    private static readonly string[] Variables = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    public async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var variable = Array.Find(Variables, name => !string.IsNullOrEmpty(environment(name)));
        var endpoint = variable is null ? Default : environment(variable);
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return Diagnosis.Bad(Subject, $"'{endpoint}', from {variable}", "An address such as http://localhost:4317 is allowed.");
        }

        var reason = await EndpointCheck.WhyNotAsync(address.Host, address.Port, (_, _) => Task.FromResult(true), cancellation);
        return (reason, variable) switch
        {
            (null, _) => Diagnosis.Ok(Subject, $"{address.Authority} takes connections"),
            (_, null) => Diagnosis.Ok(Subject, $"nothing listens at {address.Authority}: traces stay in the run's folder"),
            _ => Diagnosis.Warn(Subject, $"{address.Authority}, from {variable}: {reason}", $"Start a collector or viewer there, or unset {variable}."),
        };
    }
}
