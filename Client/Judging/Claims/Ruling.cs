using Interleave.Client.Records;

namespace Interleave.Client.Judging.Claims;

/// <summary>What some figures say, and which figures they were.</summary>
internal sealed record Ruling(Finding Finding, string Figures)
{
    public static Ruling NotTested(string needs) => new(Finding.NotTested, $"needs {needs}");

    /// <summary>A claim of several parts: one that fails refutes it, one that is open leaves it open.</summary>
    /// <remarks>A part that was not tested leaves the claim untested, unless another refutes it already.</remarks>
    public static Ruling All(params IEnumerable<Ruling> parts)
    {
        var all = parts.ToList();
        var finding = new[] { Finding.Refuted, Finding.NotTested, Finding.Inconclusive }.FirstOrDefault(
            candidate => all.Exists(part => part.Finding == candidate), Finding.Supported);
        var telling = finding == Finding.NotTested ? all.Where(part => part.Finding == finding) : all;
        return new Ruling(finding, string.Join("; ", telling.Select(part => part.Figures).Distinct()));
    }

    /// <summary>Not tested unless the condition was met: a rule that holds where nothing could break it has not been tried. What is refuted stays so.</summary>
    /// <param name="needs">The condition in words.</param>
    public Ruling OnlyWhere(Ruling condition, string needs) =>
        Finding is Finding.Refuted or Finding.NotTested || condition.Finding == Finding.Supported ? this : NotTested($"{needs} ({condition.Figures})");

    public Ruling Noting(string? note) => note is null ? this : this with { Figures = $"{Figures}; {note}" };
}
