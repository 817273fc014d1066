namespace Sample.Contracts;

public interface ICart : IGrainWithStringKey
{
    Task<string> Add(string item);
}
