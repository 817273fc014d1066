namespace Interleave.Client.Workloads.Forms;

/// <summary>A named value of a map.</summary>
/// <param name="Description">One sentence, which editors show.</param>
internal sealed record Field(string Name, IForm Form, string Description)
{
    public bool IsRequired { get; init; }
}
