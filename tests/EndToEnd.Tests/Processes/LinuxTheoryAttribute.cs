namespace Interleave.EndToEnd.Tests.Processes;

/// <summary>A theory that looks processes up in /proc.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs /proc.";
}
