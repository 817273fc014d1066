namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A test that looks processes up in /proc.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs /proc.";
}
