namespace Interleave.Client;

/// <summary>A mistake in what was asked for: each line names the value and what is allowed. Ends in exit code 2.</summary>
internal sealed class UserError(IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    public UserError(string line)
        : this([line])
    {
    }

    public IReadOnlyList<string> Lines => lines;
}
