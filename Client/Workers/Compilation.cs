namespace Interleave.Client.Workers;

/// <summary>How the processes that are measured compile their code: each method once, with full effort, when it is first called.</summary>
/// <remarks>
/// Tiered compilation, the default, compiles what is called often a second and a third time, in the background and over many seconds: a trial of a tenth of a
/// second would show the compiler's work and not its own, and no two processes would run the same code. What tiers and profiles gain in the end, up to a
/// third where units hand over to each other, is left out for every model alike. A variable of the environment that is set already is respected.
/// </remarks>
internal static class Compilation
{
    private const string Variable = "DOTNET_TieredCompilation";

    public static string Description =>
        Environment.GetEnvironmentVariable(Variable) is { } set and not "0" ? $"tiered ({Variable}={set})" : "full, at the first call";

    /// <summary>The variables of the environment for a process that is measured, beside others.</summary>
    public static IReadOnlyDictionary<string, string?> AddTo(IReadOnlyDictionary<string, string?> others) =>
        Environment.GetEnvironmentVariable(Variable) is null ? new Dictionary<string, string?>(others) { [Variable] = "0" } : others;
}
