namespace Interleave.Client.Scenarios;

/// <summary>A text that a scenario can be given, such as where a server is; without it, what needs it is left out.</summary>
/// <param name="Name">Lower-case words with hyphens, as <c>--param</c> takes it.</param>
/// <param name="Variable">The variable of the environment that is read where the command line does not give it.</param>
internal sealed record TextParameter(string Name, string Description, string Variable)
{
    /// <summary>In words, for help and for messages about wrong values.</summary>
    public required string Allowed { get; init; }

    /// <summary>What may be kept and shown of a value, without its secrets; null where the value is not allowed.</summary>
    public required Func<string, string?> Shown { get; init; }
}
