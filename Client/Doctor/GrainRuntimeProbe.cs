using System.Reflection;

namespace Interleave.Client.Doctor;

/// <summary>Which runtime carries the grains, and why the build took it.</summary>
/// <param name="assembly">Holds the build's reason as metadata.</param>
internal sealed class GrainRuntimeProbe(string name, Assembly assembly) : IProbe
{
    private const string Asked = "it was asked for when this was built";

    public Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        var reason = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == "GrainRuntimeReason")?.Value;
        return Task.FromResult(Diagnosis.Ok("grain runtime", $"{name}: {(string.IsNullOrEmpty(reason) ? Asked : reason)}"));
    }
}
