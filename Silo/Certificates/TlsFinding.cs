namespace Interleave.Silo.Certificates;

/// <summary>What came out when somebody who listens was spoken to as TLS does.</summary>
internal enum TlsFinding
{
    /// <summary>Nobody could be reached, or there was no answer in time.</summary>
    NoAnswer,

    /// <summary>Both sides ask for certificates and have them, or neither asks for any.</summary>
    Agrees,

    /// <summary>The other side asks for certificates, and this one has none.</summary>
    AsksForCertificate,

    /// <summary>This side asks for certificates, and the other one does not speak TLS.</summary>
    SpeaksNoTls,

    /// <summary>The other side has a certificate of another authority, or for something else.</summary>
    IsNotTrusted,

    /// <summary>The other side does not take the certificate of this one.</summary>
    RefusesCertificate,
}
