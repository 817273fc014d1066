namespace Interleave.Client.Doctor;

/// <summary>What a probe found, and what to do about it when it is not as it should be.</summary>
internal sealed record Diagnosis(string Subject, Health Health, string Found, string? Advice)
{
    public static Diagnosis Ok(string subject, string found) => new(subject, Health.Ok, found, null);

    public static Diagnosis Warn(string subject, string found, string advice) => new(subject, Health.Warn, found, advice);

    public static Diagnosis Bad(string subject, string found, string advice) => new(subject, Health.Bad, found, advice);
}
