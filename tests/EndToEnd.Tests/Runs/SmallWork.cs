namespace Interleave.EndToEnd.Tests.Runs;

/// <summary>Runs that are over soon.</summary>
internal static class SmallWork
{
    /// <summary>The variants of <c>io</c>: so many trials has each model in a round.</summary>
    public const int Variants = 5;

    public static string[] Run(string folder, params string[] more) =>
        ["run", "io", "--param", "operations=20", "--param", "delay=5", "--rounds", "1", "--out", folder, .. more];

    /// <summary>Long enough to be interrupted in any case.</summary>
    public static string[] LongRun(string folder, params string[] more) =>
        ["run", "io", "--param", "operations=20", "--param", "delay=5", "--rounds", "1000", "--models", "threads,grains", "--out", folder, .. more];
}
