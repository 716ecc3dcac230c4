using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.AspNetCore.Http;

namespace Assessment.Persistence.Files;

public sealed class FileMustBeChosen() : DomainException(StatusCodes.Status400BadRequest);

public sealed class FileMustNotBeEmpty()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class FileMustFitTheSizeLimit()
    : DomainException(StatusCodes.Status413PayloadTooLarge, FileSettings.LargestFile / Mebibyte)
{
    private const int Mebibyte = 1024 * 1024;
}

public sealed class FilesMustFitTheTownshipsQuota(long used, long quota)
    : DomainException(StatusCodes.Status409Conflict, used / Mebibyte, quota / Mebibyte)
{
    private const long Mebibyte = 1024 * 1024;
}

/// <summary>It is none of the types that are taken in, as its content says.</summary>
public sealed class FileMustBeOfAKnownType()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <summary>The name promises another type than the content has.</summary>
public sealed class FileNameMustFitTheContent(string ending, string found)
    : DomainException(StatusCodes.Status422UnprocessableEntity, ending, found);

public sealed class FileMustNotContainMacros()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <summary>Something rests on it, so that it is kept with the cycle.</summary>
public sealed class AttachedFileMustBeKept() : DomainException(StatusCodes.Status409Conflict);

public sealed class FileMustBeRemovedByItsUploader()
    : DomainException(StatusCodes.Status409Conflict);

/// <summary>One of the ids is no file of the cycle that the caller may see.</summary>
public sealed class AttachedFilesMustExist()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class AttachedFilesMustBeFew(int most)
    : DomainException(StatusCodes.Status422UnprocessableEntity, most);

/// <summary>The content is gone or is not what was stored, or the folder is away.</summary>
public sealed class StoredFileMustBeReadable()
    : DomainException(StatusCodes.Status503ServiceUnavailable);

/// <summary>The folder is away, full, or not ours to write to.</summary>
public sealed class FilesFolderMustBeWritable()
    : DomainException(StatusCodes.Status503ServiceUnavailable);
