namespace Interleave.Client.Doctor;

/// <summary>Looks at one thing that figures depend on.</summary>
internal interface IProbe
{
    Task<Diagnosis> ExamineAsync(CancellationToken cancellation);
}
