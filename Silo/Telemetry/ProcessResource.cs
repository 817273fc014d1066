using System.Reflection;

namespace Interleave.Silo.Telemetry;

/// <summary>The process that a signal comes from, as OpenTelemetry's resource conventions describe it.</summary>
internal sealed record ProcessResource(string ServiceName, string InstanceId, int ProcessId, string RunId, string Version)
{
    public const string Worker = "worker";
    public const string Silo = "silo";
    public const string IoServer = "io-server";

    /// <summary>This process, under the name that it has in a run.</summary>
    public static ProcessResource OfThisProcess(string serviceName, string runId)
    {
        var version = typeof(ProcessResource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        return new ProcessResource(serviceName, Guid.NewGuid().ToString(), Environment.ProcessId, runId, version.Split('+')[0]);
    }

    public static ProcessResource From(IReadOnlyDictionary<string, object> attributes)
    {
        string Text(string name) => attributes.TryGetValue(name, out var value) && value is string text ? text : "";
        var processId = attributes.TryGetValue("process.pid", out var pid) && pid is long number ? (int)number : 0;
        return new ProcessResource(Text("service.name"), Text("service.instance.id"), processId, Text("interleave.run.id"), Text("service.version"));
    }

    public IReadOnlyDictionary<string, object> ToAttributes() => new Dictionary<string, object>
    {
        ["service.namespace"] = "interleave",
        ["service.name"] = ServiceName,
        ["service.instance.id"] = InstanceId,
        ["service.version"] = Version,
        ["process.pid"] = (long)ProcessId,
        ["interleave.run.id"] = RunId,
    };
}
