namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>A test that needs <c>script</c> of util-linux, which gives a program a terminal.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script") ? null : "Needs script(1).";
}
