namespace Interleave.Client.Models.Processes;

/// <summary>An exception of the work in another process, as it travels to the caller.</summary>
/// <param name="Type">The full name of the exception's type.</param>
/// <param name="Stack">Where it was thrown, in that process.</param>
internal sealed record ProcessFailure(string Type, string Message, string? Stack)
{
    public static ProcessFailure From(Exception exception) => new(exception.GetType().ToString(), exception.Message, exception.StackTrace);
}
