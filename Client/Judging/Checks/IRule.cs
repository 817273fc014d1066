using Interleave.Client.Records;

namespace Interleave.Client.Judging.Checks;

/// <summary>Something that must hold for a run's figures to count.</summary>
/// <remarks>Every rule of this assembly is found and applied; it says nothing where a trial does not hold what it reads.</remarks>
internal interface IRule
{
    IEnumerable<Check> Judge(Run run);
}
