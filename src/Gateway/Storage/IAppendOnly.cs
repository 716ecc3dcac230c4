namespace Assessment.Gateway.Storage;

/// <summary>只增不改: a row that is added and later read, never changed.</summary>
public interface IAppendOnly;
