namespace Sample.Contracts;

public interface ISession : IGrainWithGuidKey
{
    Task<Guid> Touch();
}
