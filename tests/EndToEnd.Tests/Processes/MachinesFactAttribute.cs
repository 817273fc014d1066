namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A test of a cluster over machines that are network namespaces; skipped, and counted, where they are not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachinesFactAttribute : FactAttribute
{
    public MachinesFactAttribute() => Skip = DatabaseClusterFactAttribute.WhyNot ?? MachineNetwork.WhyNot;
}
